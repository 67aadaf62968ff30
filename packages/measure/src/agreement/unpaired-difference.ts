import type { Bounds } from "../bounds.ts";
import type { Count } from "../interval.ts";
import { wilsonInterval } from "../wilson-interval.ts";

/** A difference of two rates, first minus second, with bounds in [-1, 1]. */
export interface RateDifference {
  readonly estimate: number;
  readonly interval: Bounds;
}

/**
 * Difference of two rates measured on different cases.
 *
 * Counts may be fractions: pass effective trials for clustered runs.
 * Source: Newcombe 1998b, method 10 (square and add of Wilson intervals).
 */
export function unpairedDifference(first: Count, second: Count, confidence = 0.95): RateDifference {
  const one = wilsonInterval(first, confidence);
  const other = wilsonInterval(second, confidence);
  const rate = first.failures / first.trials;
  const otherRate = second.failures / second.trials;
  const estimate = rate - otherRate;
  return {
    estimate,
    interval: {
      low: estimate - Math.hypot(rate - one.low, other.high - otherRate),
      high: estimate + Math.hypot(one.high - rate, otherRate - other.low),
    },
  };
}
