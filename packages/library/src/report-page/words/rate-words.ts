import type { Rate } from "@probity/domain";
import { count, counted, percent } from "./figures.ts";

/** Shares in words, for readers who do not think in percentages. Each holds up to its bound, about halfway to the next. */
const shares = [
  [0.015, "very few"],
  [0.035, "a few in a hundred"],
  [0.075, "about one in twenty"],
  [0.135, "about one in ten"],
  [0.185, "about one in six"],
  [0.225, "about one in five"],
  [0.29, "about a quarter"],
  [0.365, "about a third"],
  [0.45, "two in five or so"],
  [0.55, "about half"],
  [0.63, "three in five or so"],
  [0.705, "about two thirds"],
  [0.775, "about three quarters"],
  [0.85, "about four in five"],
  [0.95, "about nine in ten"],
  [1, "nearly all"],
] as const;

/** A share in words: `shareInWords(0.33)` is "about a third". 0 is "none", 1 is "all". */
export function shareInWords(share: number): string {
  if (share <= 0) return "none";
  if (share >= 1) return "all";
  return shares.find(([until]) => share < until)?.[1] ?? "nearly all";
}

/** `13 of 40`. */
export function ratioWords(rate: Rate): string {
  return `${count(rate.failures)} of ${count(rate.judged)}`;
}

/** `20 % to 48 %`, or a dash when nothing was judged. */
export function intervalWords(rate: Rate): string {
  return rate.interval ? `${percent(rate.interval.low)} to ${percent(rate.interval.high)}` : "–";
}

/**
 * What the rate allows one to say, as a phrase without a full stop. Follows `rate.wording`, never the figures.
 *
 * @param failed - what a failure is, e.g. "got through"
 */
export function statementWords(rate: Rate, failed: string): string {
  if (rate.estimate === undefined) return "nothing was judged";
  if (rate.wording === "underpowered") {
    return `${ratioWords(rate)} ${failed}; too few independent cases (${count(rate.clusters)}) to state a rate`;
  }
  if (rate.wording === "none-failed") {
    const remainder =
      rate.upperBound === undefined ? "" : `; up to ${percent(rate.upperBound)} may still fail`;
    return `none of ${count(rate.judged)} ${failed}${remainder}`;
  }
  return `${ratioWords(rate)} ${failed}, ${percent(rate.estimate)} (95\u00a0% interval ${intervalWords(rate)})`;
}

/** `2 unclear and 1 not judged left out`, or nothing when none are. */
export function excludedWords({ excluded }: Rate): string | undefined {
  const parts = [
    excluded.unclear > 0 ? `${count(excluded.unclear)} unclear` : "",
    excluded.unjudged > 0 ? `${count(excluded.unjudged)} not judged` : "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return undefined;
  return `${parts.join(" and ")} left out`;
}

/** `40 trials of 8 different prompts`. */
export function casesWords(rate: Rate): string {
  return `${counted(rate.judged, "trial")} of ${counted(rate.clusters, "different prompt")}`;
}
