import type { Interval } from "./interval.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** A number in [0, 1] whose variance was found elsewhere. */
export interface MeasuredShare {
  readonly estimate: number;
  /** Where the variance was evaluated: inside (0, 1), close to the estimate. */
  readonly centre: number;
  /** Above 0. */
  readonly variance: number;
}

/**
 * An interval in [0, 1] for a share that is not a plain proportion: Wilson on the number of trials that would give
 * a proportion at `centre` this variance.
 *
 * Unlike estimate ± z SE it stays inside [0, 1] and does not close up at 0 and 1.
 * Source: the effective-n device of Korn and Graubard 1998, with Wilson in place of Clopper-Pearson.
 */
export function wilsonAtError({ estimate, centre, variance }: MeasuredShare, confidence = 0.95): Interval {
  const trials = (centre * (1 - centre)) / variance;
  const { low, high } = wilsonInterval({ failures: Math.min(trials, estimate * trials), trials }, confidence);
  // estimate x trials / trials can miss the estimate by a rounding; the interval must not.
  return { low: Math.min(low, estimate), high: Math.max(high, estimate) };
}
