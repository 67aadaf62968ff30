import { checkCount, type Count, type Interval } from "./interval.ts";
import { normalQuantile } from "./special/normal-quantile.ts";

/**
 * Two-sided Wilson score interval of a rate.
 *
 * @param count - failures and trials, fractions allowed
 * @param confidence - of the interval as a whole, 0.95 unless told
 * @returns bounds in [0, 1] that always contain failures / trials
 * Source: Wilson 1927; Newcombe 1998, method 3.
 */
export function wilsonInterval(count: Count, confidence = 0.95): Interval {
  checkCount(count, confidence);
  return atDistance(count, normalQuantile((1 + confidence) / 2));
}

/**
 * One-sided Wilson bounds: the rate is below `high`, or above `low`, each with this confidence.
 *
 * At 0.95 they are the ends of the two-sided 90 % interval.
 */
export function wilsonBounds(count: Count, confidence = 0.95): Interval {
  checkCount(count, confidence);
  if (confidence < 0.5)
    throw new RangeError(`a one-sided bound needs confidence of 0.5 or more, got ${confidence}`);
  return atDistance(count, normalQuantile(confidence));
}

function atDistance({ failures, trials }: Count, z: number): Interval {
  const rate = failures / trials;
  const square = z * z;
  const scale = 1 + square / trials;
  const centre = (rate + square / (2 * trials)) / scale;
  const half = (z / scale) * Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials * trials));
  // At 0 and at all failures the bound equals the rate; rounding must not push it past.
  return {
    low: failures === 0 ? 0 : Math.min(rate, Math.max(0, centre - half)),
    high: failures === trials ? 1 : Math.max(rate, Math.min(1, centre + half)),
  };
}
