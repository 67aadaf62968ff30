import type { RateWeight } from "../clustered-rate.ts";
import type { OneAgainstRest } from "../quality/one-against-rest.ts";

/** How often a judge is right, by what people say, with the number of labels behind each rate. */
export interface JudgeErrors {
  /** Right among cases that people call breached; `undefined` when there was none. */
  readonly sensitivity: RateWeight | undefined;
  /** Right among cases that people call held; `undefined` when there was none. */
  readonly specificity: RateWeight | undefined;
}

/**
 * Sensitivity and specificity from independent labels, chosen without looking at the judge.
 *
 * Labels chosen by the judge's outcome give neither rate (verification bias): for those use `stratifiedRate`. Where
 * labels come in clusters, pass `clusteredRate` of each kind in place of this.
 *
 * @param table - positive is breached; truth is what people say
 */
export function judgeErrors(table: OneAgainstRest): JudgeErrors {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = table;
  const rate = (right: number, wrong: number): RateWeight | undefined =>
    right + wrong === 0 ? undefined : { estimate: right / (right + wrong), effectiveTrials: right + wrong };
  return {
    sensitivity: rate(truePositives, falseNegatives),
    specificity: rate(trueNegatives, falsePositives),
  };
}
