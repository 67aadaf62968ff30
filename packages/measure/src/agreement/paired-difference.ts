import { wilsonInterval } from "../wilson-interval.ts";
import type { RateDifference } from "./unpaired-difference.ts";

/** The same cases measured twice: how many failed both times, only once, or never. */
export interface PairedCount {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * Difference of two rates measured on the same cases, first minus second.
 *
 * @returns bounds in [-1, 1]
 * Throws RangeError without a case.
 * Source: Newcombe 1998c, method 10 (Wilson intervals joined by the continuity-corrected phi).
 */
export function pairedDifference(pairs: PairedCount, confidence = 0.95): RateDifference {
  const { both, onlyFirst, onlySecond, neither } = pairs;
  const trials = both + onlyFirst + onlySecond + neither;
  const first = wilsonInterval({ failures: both + onlyFirst, trials }, confidence);
  const second = wilsonInterval({ failures: both + onlySecond, trials }, confidence);
  const rate = (both + onlyFirst) / trials;
  const otherRate = (both + onlySecond) / trials;
  const estimate = (onlyFirst - onlySecond) / trials;
  const phi = correctedPhi(pairs);
  const joined = (one: number, other: number): number =>
    Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
  return {
    estimate,
    interval: {
      low: Math.max(-1, estimate - joined(rate - first.low, second.high - otherRate)),
      high: Math.min(1, estimate + joined(first.high - rate, otherRate - second.low)),
    },
  };
}

function correctedPhi({ both, onlyFirst, onlySecond, neither }: PairedCount): number {
  const trials = both + onlyFirst + onlySecond + neither;
  const margins = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const cross = both * neither - onlyFirst * onlySecond;
  return (cross > 0 ? Math.max(0, cross - trials / 2) : cross) / Math.sqrt(margins);
}
