import { checkCount, type Count, type Interval } from "./interval.ts";
import { inverseIncompleteBeta } from "./special/incomplete-beta.ts";

/**
 * Two-sided Jeffreys interval of a rate: equal tails of the posterior under a beta(1/2, 1/2) prior.
 *
 * The lower end is 0 when nothing failed and the upper end 1 when everything did.
 * Source: Brown, Cai and DasGupta 2001, section 3.1.3.
 */
export function jeffreys(count: Count, confidence = 0.95): Interval {
  checkCount(count, confidence);
  const { failures, trials } = count;
  const tail = (1 - confidence) / 2;
  const shape = { a: failures + 0.5, b: trials - failures + 0.5 };
  return {
    low: failures === 0 ? 0 : inverseIncompleteBeta(shape, tail),
    high: failures === trials ? 1 : inverseIncompleteBeta(shape, 1 - tail),
  };
}
