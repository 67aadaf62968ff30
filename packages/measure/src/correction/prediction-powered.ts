import type { Bounds } from "../bounds.ts";
import { normalQuantile } from "../special/normal-quantile.ts";

/** A case that both the judge and people scored; for outcomes, 1 is breached and 0 held. */
export interface ScoredPair {
  readonly judged: number;
  readonly truth: number;
}

/** A mean over cases of which people scored only some. */
export interface PredictionPowered {
  readonly estimate: number;
  readonly standardError: number;
  /** estimate ± z SE, not cut to any scale. */
  readonly interval: Bounds;
  /** Trust in the judge: 1 takes its scores as they are, 0 uses the labels alone. */
  readonly lambda: number;
}

/** How the judge is trusted. */
export interface PoweredOptions {
  /** "tuned" (PPI++) weighs the judge by how well it goes with the labels; "full" (PPI) takes lambda = 1. */
  readonly trust?: "tuned" | "full";
  /** Of the interval; 0.95 unless told. */
  readonly confidence?: number;
}

/**
 * Prediction-powered mean: the judge's mean over unlabelled cases, put right by its error on labelled ones.
 *
 * Needs no error rates and holds for any judge, provided the labelled cases are a random sample of this campaign. For
 * scores of any scale. For breached-or-held outcomes with few labels use `stratifiedRate`, whose interval stays in
 * [0, 1] and does not close up when no labelled case is breached.
 *
 * @param labelled - at least two; a random sample
 * @param unlabelled - the judge's scores of all other cases
 * Throws RangeError with fewer than two labelled cases or none unlabelled.
 * Source: Angelopoulos et al. 2023 (PPI); Angelopoulos, Duchi and Zrnic 2023, arXiv:2311.01453 (PPI++), with lambda cut
 * to [0, 1].
 */
export function predictionPoweredMean(
  labelled: readonly ScoredPair[],
  unlabelled: Iterable<number>,
  options: PoweredOptions = {},
): PredictionPowered {
  const rest = momentsOf(unlabelled);
  if (labelled.length < 2 || rest.count === 0) {
    throw new RangeError("a prediction-powered mean needs two labelled cases and an unlabelled one");
  }
  const lambda = options.trust === "full" ? 1 : tunedTrust(labelled, rest);
  const rectifier = momentsOf(labelled.map(({ judged, truth }) => truth - lambda * judged));
  const estimate = lambda * rest.mean + rectifier.mean;
  const standardError = Math.sqrt(
    (lambda * lambda * rest.variance) / rest.count + rectifier.variance / rectifier.count,
  );
  const half = normalQuantile((1 + (options.confidence ?? 0.95)) / 2) * standardError;
  return { estimate, standardError, interval: { low: estimate - half, high: estimate + half }, lambda };
}

interface Moments {
  readonly count: number;
  readonly mean: number;
  /** With n in the denominator, as in the authors' code. */
  readonly variance: number;
}

function momentsOf(values: Iterable<number>): Moments {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    count += 1;
    const step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
  }
  return { count, mean, variance: count === 0 ? 0 : squares / count };
}

/** Covariance on the labels over the judge's variance on all cases, as in the authors' code. */
function tunedTrust(labelled: readonly ScoredPair[], rest: Moments): number {
  const judged = momentsOf(labelled.map((pair) => pair.judged));
  const truth = momentsOf(labelled.map((pair) => pair.truth));
  const count = judged.count;
  const covariance =
    labelled.reduce((sum, pair) => sum + (pair.judged - judged.mean) * (pair.truth - truth.mean), 0) / count;
  const all = count + rest.count;
  const between = ((judged.mean - rest.mean) ** 2 * count * rest.count) / all;
  const spread = (judged.variance * count + rest.variance * rest.count + between) / (all - 1);
  if (spread === 0) return 0;
  return Math.min(1, Math.max(0, covariance / ((1 + count / rest.count) * spread)));
}
