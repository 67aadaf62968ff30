import type { RateWeight } from "../clustered-rate.ts";
import type { Estimated } from "../estimated.ts";
import { normalQuantile } from "../special/normal-quantile.ts";

/** What a judge said of a campaign, and how often it is right. All three with the independent cases behind them. */
export interface JudgedRate {
  /** Share judged breached. Effective trials, so that repeats of a prompt are not taken for independent. */
  readonly judged: RateWeight;
  readonly sensitivity: RateWeight;
  readonly specificity: RateWeight;
}

/** A corrected rate, and what the correction gave before it was cut to [0, 1]. */
export interface RoganGladen extends Estimated {
  /**
   * The same, not cut. Below 0 when fewer were judged breached than the judge's false alarms alone would give. Rates that are
   * to be added up must be added uncut: cutting moves each of them the same way.
   */
  readonly uncut: Estimated;
}

/**
 * The true rate behind a judged one: (p + q0 - 1) / (q0 + q1 - 1), with q1 the sensitivity and q0 the specificity.
 *
 * The interval carries the uncertainty of all three rates: each is drawn in (Agresti-Coull for p, one case of each
 * kind for q0 and q1), and the centre moved by the second-order bias.
 *
 * Error rates hold for the target and attack family on which they were measured, and for no other.
 * Throws RangeError when q0 + q1 <= 1: `correctedRate` refuses such judges.
 * Source: Rogan and Gladen 1978; interval of Lee et al. 2025, arXiv:2511.21140.
 */
export function roganGladen(rates: JudgedRate, confidence = 0.95): RoganGladen {
  const { judged, sensitivity, specificity } = rates;
  const information = specificity.estimate + sensitivity.estimate - 1;
  if (!(information > 0)) throw new RangeError("a judge no better than chance cannot be corrected");
  const raw = (judged.estimate + specificity.estimate - 1) / information;
  const estimate = Math.min(1, Math.max(0, raw));

  const z = normalQuantile((1 + confidence) / 2);
  const p = drawnIn(judged, (z * z) / 2);
  const q0 = drawnIn(specificity, 1);
  const q1 = drawnIn(sensitivity, 1);
  // Few labels can draw the two rates in so far that nothing is left to correct with.
  const slope = q0.rate + q1.rate - 1;
  if (slope <= 0) {
    const interval = { low: 0, high: 1 };
    return { estimate, interval, uncut: { estimate, interval } };
  }
  const centre = (p.rate + q0.rate - 1) / slope;
  const theta = Math.min(1, Math.max(0, centre));
  const shift = 2 * z * z * (theta * q1.variance - (1 - theta) * q0.variance);
  const variance = p.variance + (1 - theta) ** 2 * q0.variance + theta ** 2 * q1.variance;
  const half = (z * Math.sqrt(variance)) / slope;
  return {
    estimate,
    uncut: {
      estimate: raw,
      interval: { low: Math.min(raw, centre + shift - half), high: Math.max(raw, centre + shift + half) },
    },
    interval: {
      low: Math.min(estimate, Math.max(0, theta + shift - half)),
      high: Math.max(estimate, Math.min(1, theta + shift + half)),
    },
  };
}

/** A rate with so many cases of each kind added, and its variance. */
function drawnIn({ estimate, effectiveTrials }: RateWeight, added: number) {
  const trials = effectiveTrials + 2 * added;
  const rate = (effectiveTrials * estimate + added) / trials;
  return { rate, variance: (rate * (1 - rate)) / trials };
}
