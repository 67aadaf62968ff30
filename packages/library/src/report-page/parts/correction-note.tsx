import type { Rate } from "@probity/domain";
import { whyNotCorrected } from "@probity/measure";
import type { JSX } from "preact";
import { count, percent } from "../words/figures.ts";
import { terms } from "../words/terms.ts";
import { Explained } from "./explained.tsx";

/** The rate corrected for the judge's error, or that it is not and why. Nothing where no judge's error is in the rate. */
export function CorrectionNote({ rate }: { readonly rate: Rate }): JSX.Element | null {
  const { correction } = rate;
  if (!correction || rate.judged === 0) return null;
  if (correction.kind === "corrected") {
    const { estimate, interval, labels } = correction;
    return (
      <span class="aside correction">
        <Explained term={terms.corrected}>corrected</Explained> <strong>{percent(estimate)}</strong>,{" "}
        {percent(interval.low)} to {percent(interval.high)}, from {count(labels)}{" "}
        {labels === 1 ? "label" : "labels"}
      </span>
    );
  }
  // Said once for the whole report, under Judges and people.
  const known = correction.reason === "no-labels" || correction.reason === "too-few-cases";
  return (
    <span class="aside correction">
      <Explained term={terms.corrected}>not corrected</Explained>
      {!known && `: ${whyNotCorrected(correction)}`}
    </span>
  );
}
