import { checkCount, type Count, type Interval } from "./interval.ts";
import { inverseIncompleteBeta } from "./special/incomplete-beta.ts";

/**
 * Two-sided Clopper-Pearson ("exact") interval of a rate: never covers less than `confidence`, often more.
 *
 * Source: Clopper and Pearson 1934, by beta quantiles.
 */
export function clopperPearson(count: Count, confidence = 0.95): Interval {
  checkCount(count, confidence);
  const { failures, trials } = count;
  const tail = (1 - confidence) / 2;
  const passes = trials - failures;
  return {
    low: failures === 0 ? 0 : inverseIncompleteBeta({ a: failures, b: passes + 1 }, tail),
    high: passes === 0 ? 1 : inverseIncompleteBeta({ a: failures + 1, b: passes }, 1 - tail),
  };
}
