import type { Estimated } from "../estimated.ts";

/** A rate of several parts together. */
export interface CombinedRate extends Estimated {
  /** The same, not cut to [0, 1]. */
  readonly uncut: Estimated;
}

/** The rate of some of the trials, with the share of all that they are. */
export interface RatePart extends Estimated {
  /** At least 0; scaled so that all together are 1. */
  readonly weight: number;
}

/**
 * The rate of all trials from independent rates of parts of them, whose shares are known: sum of W p.
 *
 * The interval adds the distances of the parts' bounds in squares, so that one-sided and cut-off intervals keep their
 * shape. Parts that share prompts are not independent; families do not. Give rates and intervals as they come from their
 * correction, not cut to [0, 1]: cut ones are all too high where breaches are rare, and that adds up.
 *
 * @returns `undefined` without a part
 * Source: Zou and Donner 2008 (method of variance estimates recovery).
 */
export function combineRates(parts: readonly RatePart[]): CombinedRate | undefined {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) return undefined;
  const sumOf = (term: (part: RatePart) => number): number =>
    parts.reduce((sum, part) => sum + term(part), 0);
  const estimate = sumOf(({ weight, estimate: rate }) => (weight / total) * rate);
  const half = (end: "low" | "high"): number =>
    Math.sqrt(
      sumOf(({ weight, estimate: rate, interval }) => ((weight / total) * (interval[end] - rate)) ** 2),
    );
  const uncut = { estimate, interval: { low: estimate - half("low"), high: estimate + half("high") } };
  const { low, high } = uncut.interval;
  return { estimate: cut(estimate), interval: { low: cut(low), high: cut(high) }, uncut };
}

const cut = (share: number): number => Math.min(1, Math.max(0, share));
