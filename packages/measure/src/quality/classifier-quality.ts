import type { Estimated } from "../estimated.ts";
import { wilsonInterval } from "../wilson-interval.ts";
import { averageQuality, type Averaging, type Measure } from "./average-quality.ts";
import type { Confusion } from "./confusion.ts";
import { labelQuality, type LabelQuality } from "./label-quality.ts";
import { oneAgainstRest } from "./one-against-rest.ts";

/** The four measures over all labels, averaged in one way. */
export type AveragedQuality = Readonly<Record<Measure, Estimated>>;

/** What a set of labelled cases shows about a judge. */
export interface ClassifierQuality {
  /** Labelled cases. */
  readonly total: number;
  /** Right among all cases. */
  readonly accuracy: Estimated;
  /** Mean recall of the labels that occur. */
  readonly balancedAccuracy: Estimated;
  readonly perLabel: ReadonlyMap<string, LabelQuality>;
  /** Each label alike. */
  readonly macro: AveragedQuality;
  /** All decisions pooled. With one label a case, precision, recall and F1 equal accuracy. */
  readonly micro: AveragedQuality;
  /** Each label by its number of cases. */
  readonly weighted: AveragedQuality;
}

/**
 * Measures a judge against labels: accuracy, and precision, recall, F1 and specificity by label and averaged, each
 * with an interval.
 *
 * @returns `undefined` without a case
 * Source: see `labelQuality` and `averageQuality`; Sokolova and Lapalme 2009 for the averages.
 */
export function classifierQuality(confusion: Confusion, confidence = 0.95): ClassifierQuality | undefined {
  const { labels, counts } = confusion;
  const tables = oneAgainstRest(counts);
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const right = tables.reduce((sum, { truePositives }) => sum + truePositives, 0);
  const accuracy = {
    estimate: right / total,
    interval: wilsonInterval({ failures: right, trials: total }, confidence),
  };
  const averaged = (averaging: Averaging): AveragedQuality => {
    const of = (measure: Measure): Estimated => averageQuality(counts, { measure, averaging, confidence });
    return { precision: of("precision"), recall: of("recall"), f1: of("f1"), specificity: of("specificity") };
  };
  const macro = averaged("macro");
  return {
    total,
    accuracy,
    balancedAccuracy: macro.recall,
    perLabel: new Map(tables.map((table, index) => [labels[index] ?? "", labelQuality(table, confidence)])),
    macro,
    micro: microQuality(accuracy, labels.length),
    weighted: averaged("weighted"),
  };
}

/** A wrong case is a false positive of one label among the labels - 1 that it does not have. */
function microQuality(accuracy: Estimated, labels: number): AveragedQuality {
  const leftAlone = (right: number): number => (labels < 2 ? 1 : 1 - (1 - right) / (labels - 1));
  const { low, high } = accuracy.interval;
  const specificity = {
    estimate: leftAlone(accuracy.estimate),
    interval: { low: leftAlone(low), high: leftAlone(high) },
  };
  return { precision: accuracy, recall: accuracy, f1: accuracy, specificity };
}
