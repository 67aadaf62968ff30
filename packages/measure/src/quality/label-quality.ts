import type { Estimated } from "../estimated.ts";
import { wilsonInterval } from "../wilson-interval.ts";
import type { OneAgainstRest } from "./one-against-rest.ts";

/** How well one label is told from the rest. A measure without a case to measure it on is `undefined`, not 0. */
export interface LabelQuality {
  /** Cases with this truth. */
  readonly support: number;
  /** Right among those predicted to have the label. */
  readonly precision: Estimated | undefined;
  /** Found among those that have the label (sensitivity). */
  readonly recall: Estimated | undefined;
  /** Harmonic mean of precision and recall. */
  readonly f1: Estimated | undefined;
  /** Left alone among those without the label. */
  readonly specificity: Estimated | undefined;
}

/**
 * Precision, recall, F1 and specificity of one label, each with an interval.
 *
 * Three are proportions and get Wilson. F1 = 2J / (1 + J) with J = TP / (TP + FP + FN): given how many cases have
 * the label or are predicted to, TP is binomial, so F1's interval is Wilson's of J, moved through that rising
 * function. It needs no normal approximation of F1, stays in [0, 1], and covers as Wilson does.
 *
 * Cases must be independent; with repeats of one prompt, count each prompt once.
 * Source: Wilson 1927; Hand, Christen and Kirielle 2021 (F* = J as a transformation of F1).
 */
export function labelQuality(table: OneAgainstRest, confidence = 0.95): LabelQuality {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = table;
  const support = truePositives + falseNegatives;
  const union = support + falsePositives;
  const proportion = (right: number, of: number): Estimated | undefined =>
    of === 0
      ? undefined
      : { estimate: right / of, interval: wilsonInterval({ failures: right, trials: of }, confidence) };
  const overlap = proportion(truePositives, union);
  return {
    support,
    precision: proportion(truePositives, truePositives + falsePositives),
    recall: proportion(truePositives, support),
    f1: overlap === undefined ? undefined : f1FromOverlap(overlap),
    specificity: proportion(trueNegatives, trueNegatives + falsePositives),
  };
}

function f1FromOverlap({ estimate, interval }: Estimated): Estimated {
  const f1 = (overlap: number): number => (2 * overlap) / (1 + overlap);
  return { estimate: f1(estimate), interval: { low: f1(interval.low), high: f1(interval.high) } };
}
