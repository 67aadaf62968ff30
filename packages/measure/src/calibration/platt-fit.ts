import type { ScoredCase } from "./roc-area.ts";

/** probability = 1 / (1 + exp(-(slope x score + intercept))). */
export interface PlattFit {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Fits a logistic curve from scores to probabilities. Scores should be log odds or margins, not probabilities.
 *
 * Targets are drawn in from 0 and 1 by Laplace's rule, so that separable scores do not give certainty.
 * Throws RangeError unless there are cases of both kinds and finite scores.
 * Source: Platt 1999, with the Newton steps of Lin, Lin and Weng 2007.
 */
export function fitPlatt(cases: readonly ScoredCase[]): PlattFit {
  const positives = cases.filter(({ occurred }) => occurred).length;
  const negatives = cases.length - positives;
  if (positives === 0 || negatives === 0) throw new RangeError("a Platt fit needs cases of both kinds");
  if (cases.some(({ score }) => !Number.isFinite(score))) throw new RangeError("a score must be finite");
  const targets = {
    occurred: (positives + 1) / (positives + 2),
    not: 1 / (negatives + 2),
  };
  const points = cases.map(({ score, occurred }) => ({
    score,
    target: occurred ? targets.occurred : targets.not,
  }));
  let fit: PlattFit = { slope: 0, intercept: Math.log((positives + 1) / (negatives + 1)) };
  for (let step = 0; step < 100; step += 1) {
    const next = improved(points, fit);
    if (next === undefined) return fit;
    fit = next;
  }
  return fit;
}

/** The probability of a score. */
export function applyPlatt({ slope, intercept }: PlattFit, score: number): number {
  const odds = slope * score + intercept;
  return odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds));
}

interface Point {
  readonly score: number;
  readonly target: number;
}

/** One Newton step, halved until the loss falls; `undefined` at the optimum. */
function improved(points: readonly Point[], fit: PlattFit): PlattFit | undefined {
  // A ridge, so that equal scores leave an invertible matrix.
  let slopeSlope = 1e-12;
  let bothSlope = 0;
  let interceptSlope = 1e-12;
  let bySlope = 0;
  let byIntercept = 0;
  for (const { score, target } of points) {
    const probability = applyPlatt(fit, score);
    const weight = probability * (1 - probability);
    slopeSlope += weight * score * score;
    bothSlope += weight * score;
    interceptSlope += weight;
    bySlope += (probability - target) * score;
    byIntercept += probability - target;
  }
  if (Math.abs(bySlope) < 1e-10 && Math.abs(byIntercept) < 1e-10) return undefined;
  const determinant = slopeSlope * interceptSlope - bothSlope * bothSlope;
  const move = {
    slope: -(interceptSlope * bySlope - bothSlope * byIntercept) / determinant,
    intercept: -(slopeSlope * byIntercept - bothSlope * bySlope) / determinant,
  };
  const before = lossOf(points, fit);
  for (let size = 1; size > 1e-10; size /= 2) {
    const next = {
      slope: fit.slope + size * move.slope,
      intercept: fit.intercept + size * move.intercept,
    };
    if (lossOf(points, next) < before) return next;
  }
  return undefined;
}

function lossOf(points: readonly Point[], { slope, intercept }: PlattFit): number {
  return points.reduce((sum, { score, target }) => {
    const odds = slope * score + intercept;
    return sum + Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - target * odds;
  }, 0);
}
