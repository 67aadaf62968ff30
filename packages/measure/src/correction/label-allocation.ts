/** What is known, from a pilot, about a judge whose error rates are to be measured. */
export interface LabelPlan {
  /** Labels to spend. */
  readonly labels: number;
  /** Share judged breached, above 0 and below 1. */
  readonly judgedRate: number;
  readonly specificity: number;
  readonly sensitivity: number;
  /** Labels of each kind behind those two rates. */
  readonly pilot: number;
}

/** Cases of each true kind to label. */
export interface LabelAllocation {
  /** People say held: they measure specificity. */
  readonly negatives: number;
  /** People say breached: they measure sensitivity. */
  readonly positives: number;
}

/**
 * How to split labels between cases truly held and truly breached, so that the corrected rate is most certain.
 *
 * Where few are judged breached nearly all go to held ones: false alarms then make up most of the judged rate. This
 * needs a pool whose truth is known beforehand (a calibration set). To choose among the trials of a campaign, whose
 * truth is not known, use `allocateLabels`.
 *
 * Source: Lee et al. 2025, arXiv:2511.21140: positives = m / (1 + (1/p - 1) √κ).
 */
export function allocateCalibrationLabels(plan: LabelPlan): LabelAllocation {
  const { labels, judgedRate, specificity, sensitivity, pilot } = plan;
  if (!(judgedRate > 0 && judgedRate < 1)) {
    throw new RangeError(`the judged rate must be between 0 and 1, got ${judgedRate}`);
  }
  const ratio = (pilot * (1 - specificity) + 1) / (pilot * (1 - sensitivity) + 1);
  const positives = Math.round(labels / (1 + (1 / judgedRate - 1) * Math.sqrt(ratio)));
  return { negatives: labels - positives, positives };
}
