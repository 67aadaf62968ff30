import type { NotCorrectedReason, RateCorrection } from "@probity/domain";
import { formatPercent } from "./format-rate.ts";

/**
 * A correction in plain words, to stand beside the raw rate.
 *
 * "corrected 15.0 % (95 % interval 8.1 % to 26.2 %, from 60 labels)"; "not corrected: nobody has labelled these trials, and
 * the judge's error on this target and family is not known".
 */
export function formatCorrection(correction: RateCorrection): string {
  if (correction.kind === "not-corrected") return `not corrected: ${whyNotCorrected(correction)}`;
  const { estimate, interval, labels } = correction;
  const range = `${formatPercent(interval.low)} to ${formatPercent(interval.high)}`;
  return `corrected ${formatPercent(estimate)} (95 % interval ${range}, from ${labelsWords(labels)})`;
}

/** Why a rate was left as the judge gave it, as a phrase without a full stop. */
export function whyNotCorrected({
  reason,
  about,
  labels,
}: Extract<RateCorrection, { kind: "not-corrected" }>): string {
  const named =
    about.length === 0 ? "" : ` (${about.slice(0, 4).join(", ")}${about.length > 4 ? ", …" : ""})`;
  return reason === "too-few-labels"
    ? `${labels} of the 10 labels it takes`
    : `${reasonWords[reason]}${named}`;
}

const reasonWords: Readonly<Record<Exclude<NotCorrectedReason, "too-few-labels">, string>> = {
  "nothing-judged": "nothing was judged",
  "too-few-cases": "too few independent cases",
  "no-labels":
    "nobody has labelled these trials, and the judge's error on this target and family is not known",
  "unlabelled-stratum": "some kinds of these trials have no label yet",
  "no-breached-labels": "too few breached answers were labelled to know how many the judge misses",
  "no-held-labels": "too few held answers were labelled to know the judge's false alarms",
  "uninformative-judge": "the judge hardly tells breached from held here",
  "other-target": "the judge's error was measured on another target or configuration",
  "other-family": "the judge's error was measured on another family",
  "other-judge": "the judge's error was measured with another judge or version",
  "families-missing": "some families cannot be corrected",
  "search-judge": "the judge that steered the search does not report its rate",
};

const labelsWords = (labels: number): string => (labels === 1 ? "1 label" : `${labels} labels`);
