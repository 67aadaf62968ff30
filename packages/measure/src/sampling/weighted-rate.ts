import type { Estimated } from "../estimated.ts";
import { wilsonAtError } from "../wilson-at-error.ts";

/** A label and the chance with which its trial was drawn, as recorded then. */
export interface DrawnLabel {
  readonly breached: boolean;
  /** Above 0, at most 1. */
  readonly probability: number;
}

/** A rate from labels drawn with known, unequal chances. */
export interface WeightedRate extends Estimated {
  /** Hájek: weighted breaches over the sum of weights. In [0, 1]; unbiased but for a term of order 1 / labels. */
  readonly estimate: number;
  /** Horvitz-Thompson: weighted breaches over all trials. Exactly unbiased, varies more, may exceed 1. */
  readonly horvitzThompson: number;
  readonly standardError: number;
  /** Labels that, drawn alike, would be worth as much (Kish). */
  readonly effectiveLabels: number;
}

/**
 * The breach rate of all trials from labels that were drawn with unequal chances, each weighted by 1 / chance.
 *
 * For labels without strata, such as those drawn by a judge's confidence. With strata `stratifiedRate` is narrower.
 *
 * @param labels - drawn independently; a trial with chance 1 was certain to be drawn
 * @param trials - all of them, labelled or not
 * @returns `undefined` without a label
 * Throws RangeError on a chance outside (0, 1], or more labels than trials.
 * Source: Horvitz and Thompson 1952; Hájek 1971; variance by linearisation, Särndal et al. 1992, section 5.7.
 */
export function weightedRate(
  labels: readonly DrawnLabel[],
  trials: number,
  confidence = 0.95,
): WeightedRate | undefined {
  if (labels.length === 0) return undefined;
  if (labels.length > trials) throw new RangeError(`${labels.length} labels of ${trials} trials`);
  let weights = 0;
  let squares = 0;
  let breaches = 0;
  for (const { breached, probability } of labels) {
    if (!(probability > 0 && probability <= 1)) {
      throw new RangeError(`the chance of a label must be above 0 and at most 1, got ${probability}`);
    }
    weights += 1 / probability;
    squares += probability ** -2;
    if (breached) breaches += 1 / probability;
  }
  const estimate = Math.min(1, breaches / weights);
  const variance = labels.reduce((sum, { breached, probability }) => {
    const distance = (breached ? 1 : 0) - estimate;
    return sum + ((1 - probability) * distance * distance) / (probability * weights) ** 2;
  }, 0);
  const effectiveLabels = weights ** 2 / squares;
  // Labels that all agree have no spread: then as for so many labels drawn alike, with half a case of each kind added.
  const drawnIn = (estimate * effectiveLabels + 0.5) / (effectiveLabels + 1);
  const width =
    variance === 0
      ? { centre: drawnIn, variance: (drawnIn * (1 - drawnIn)) / effectiveLabels }
      : { centre: estimate, variance };
  const certain = variance === 0 && labels.length === trials;
  return {
    estimate,
    horvitzThompson: breaches / trials,
    standardError: Math.sqrt(variance),
    effectiveLabels,
    interval: certain ? { low: estimate, high: estimate } : wilsonAtError({ estimate, ...width }, confidence),
  };
}
