import type { Count, Interval } from "./interval.ts";
import { normalQuantile } from "./special/normal-quantile.ts";
import { studentTQuantile } from "./special/student-t-quantile.ts";
import { wilsonBounds, wilsonInterval } from "./wilson-interval.ts";
import { zeroFailureBound } from "./zero-failure-bound.ts";

/** Trials that are repeats or variants of one root prompt: `failures` of `size` failed. */
export interface Cluster {
  readonly failures: number;
  readonly size: number;
}

/** A rate whose trials come in clusters, with what its uncertainty rests on. */
export interface ClusteredRate {
  readonly failures: number;
  readonly trials: number;
  /** Clusters with at least one trial. */
  readonly clusters: number;
  /** failures / trials. */
  readonly estimate: number;
  /** Cluster-robust standard error of the estimate, with the factor G / (G - 1). 0 for a single cluster. */
  readonly standardError: number;
  /** Independent trials that would carry as much information; at most `trials`, may be a fraction. */
  readonly effectiveTrials: number;
}

const z = normalQuantile(0.975);

/**
 * Estimates a rate from clusters, without taking repeats of one prompt for independent trials.
 *
 * The effective number of trials is min(n, p(1-p)/SE² (z / t)²), with t on G - 1 degrees of freedom.
 * Where the standard error is zero it says nothing (none failed, all failed, or every cluster shows the same
 * share), and each cluster counts as one trial. A single cluster counts as one trial too: its spread against
 * other prompts cannot be known.
 *
 * Reads the clusters once and keeps sums only.
 *
 * @returns `undefined` when there is no trial
 * Source: Miller 2024, arXiv:2411.00640 (cluster standard error); Korn and Graubard 1998 (effective n with t).
 */
export function clusteredRate(clusters: Iterable<Cluster>): ClusteredRate | undefined {
  const sums = sumsOf(clusters);
  const { failures, trials, count } = sums;
  if (trials === 0) return undefined;
  const estimate = failures / trials;
  const squares = sums.failuresSquared - 2 * estimate * sums.product + estimate * estimate * sums.sizeSquared;
  // The terms cancel to rounding noise, of either sign, when every cluster has the same share.
  const isZero = squares <= 1e-12 * sums.failuresSquared || failures === trials;
  const hasError = count > 1 && !isZero;
  const standardError = hasError ? Math.sqrt((squares * count) / (count - 1)) / trials : 0;
  return {
    failures,
    trials,
    clusters: count,
    estimate,
    standardError,
    effectiveTrials: hasError ? effectiveTrials({ estimate, standardError, trials, clusters: count }) : count,
  };
}

interface Sums {
  failures: number;
  trials: number;
  count: number;
  failuresSquared: number;
  product: number;
  sizeSquared: number;
}

function sumsOf(clusters: Iterable<Cluster>): Sums {
  const sums: Sums = { failures: 0, trials: 0, count: 0, failuresSquared: 0, product: 0, sizeSquared: 0 };
  for (const { failures, size } of clusters) {
    if (!(Number.isInteger(failures) && Number.isInteger(size) && failures >= 0 && failures <= size)) {
      throw new RangeError(`a cluster needs whole 0 <= failures <= size, got ${failures} of ${size}`);
    }
    if (size === 0) continue;
    sums.failures += failures;
    sums.trials += size;
    sums.count += 1;
    sums.failuresSquared += failures * failures;
    sums.product += failures * size;
    sums.sizeSquared += size * size;
  }
  return sums;
}

function effectiveTrials(rate: Omit<ClusteredRate, "failures" | "effectiveTrials">): number {
  const { estimate, standardError, trials, clusters } = rate;
  const independent = (estimate * (1 - estimate)) / (standardError * standardError);
  const shrink = z / studentTQuantile(0.975, clusters - 1);
  return Math.min(trials, independent * shrink * shrink);
}

/** What bounds need of a rate: its estimate and the independent trials it is worth. */
export type RateWeight = Pick<ClusteredRate, "estimate" | "effectiveTrials">;

const asCount = ({ estimate, effectiveTrials: trials }: RateWeight): Count => ({
  // Exact at the ends, where the product could miss by a rounding.
  failures: estimate === 1 ? trials : estimate * trials,
  trials,
});

/** estimate x trials / trials can miss the estimate by a rounding; the interval must not. */
const containing = ({ estimate }: RateWeight, { low, high }: Interval): Interval => ({
  low: Math.min(low, estimate),
  high: Math.max(high, estimate),
});

/** Two-sided interval of a clustered rate: Wilson on its effective trials. */
export function clusteredInterval(rate: RateWeight, confidence = 0.95): Interval {
  return containing(rate, wilsonInterval(asCount(rate), confidence));
}

/**
 * One-sided bounds of a clustered rate: it is below `high`, or above `low`, each with this confidence.
 *
 * Wilson on the effective trials; with no failure the upper bound is 1 - alpha^(1/n), with nothing but failures
 * the lower bound is alpha^(1/n), both exact.
 */
export function clusteredBounds(rate: RateWeight, confidence = 0.95): Interval {
  if (rate.estimate === 0) return { low: 0, high: zeroFailureBound(rate.effectiveTrials, confidence) };
  if (rate.estimate === 1) return { low: 1 - zeroFailureBound(rate.effectiveTrials, confidence), high: 1 };
  return containing(rate, wilsonBounds(asCount(rate), confidence));
}
