import type { Estimated } from "../estimated.ts";
import { wilsonAtError } from "../wilson-at-error.ts";

/** A score that should be higher where the thing happened; on any scale. */
export interface ScoredCase {
  readonly score: number;
  readonly occurred: boolean;
}

/**
 * Area under the ROC curve: the chance that a case where it happened scores above one where it did not, ties half.
 *
 * The interval is Wilson at DeLong's variance, at least what one pair of cases in the wrong order would give, so that
 * perfect separation of few cases does not claim certainty.
 *
 * @returns `undefined` unless there are cases of both kinds
 * Throws RangeError on a score that is not a number.
 * Source: Hanley and McNeil 1982; DeLong, DeLong and Clarke-Pearson 1988, through midranks (Sun and Xu 2014).
 */
export function rocArea(cases: readonly ScoredCase[], confidence = 0.95): Estimated | undefined {
  if (cases.some(({ score }) => Number.isNaN(score))) throw new RangeError("a score must be a number");
  const positives = cases.filter(({ occurred }) => occurred).map(({ score }) => score);
  const negatives = cases.filter(({ occurred }) => !occurred).map(({ score }) => score);
  if (positives.length === 0 || negatives.length === 0) return undefined;
  const above = sharesBelow(positives, negatives);
  const below = sharesBelow(negatives, positives).map((share) => 1 - share);
  const estimate = meanOf(above);
  // Half of a case moved to the other side, as in a smoothed proportion.
  const step = 0.5 / Math.min(positives.length, negatives.length);
  const centre = Math.min(1 - step, Math.max(step, estimate));
  const least = (centre * (1 - centre)) / (positives.length + negatives.length);
  const variance = spreadOf(above) / positives.length + spreadOf(below) / negatives.length;
  return {
    estimate,
    interval: wilsonAtError({ estimate, centre, variance: Math.max(variance, least) }, confidence),
  };
}

/** For each score, the share of the others below it, ties half. */
function sharesBelow(scores: readonly number[], others: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(others).sort();
  return scores.map(
    (score) => (placeOf(sorted, score, false) + placeOf(sorted, score, true)) / 2 / sorted.length,
  );
}

/** How many of the sorted values are below the score, or not above it. */
function placeOf(sorted: Float64Array, score: number, countsTies: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? Infinity;
    if (value < score || (countsTies && value === score)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sample variance; of a single value the largest that a share can have. */
function spreadOf(values: readonly number[]): number {
  if (values.length < 2) return 0.25;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
