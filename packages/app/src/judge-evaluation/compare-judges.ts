import {
  mcNemar,
  pairedDifference,
  type McNemar,
  type PairedCount,
  type RateDifference,
} from "@probity/measure";
import type { JudgedRow } from "./judge-rows.ts";

/** Two judges on the same labelled answers: who was right where. */
export interface JudgeComparison {
  readonly rows: number;
  /** Answers that both, only one, or neither decided as people did. */
  readonly right: PairedCount;
  /** Difference of the accuracies, first less second, with the interval of Newcombe's method 10. */
  readonly difference: RateDifference;
  readonly test: McNemar;
}

/** Compares two judges answer by answer. The rows must be the same, in the same order; `undefined` when there are none. */
export function compareJudges(
  first: readonly JudgedRow[],
  second: readonly JudgedRow[],
): JudgeComparison | undefined {
  if (first.length !== second.length) throw new RangeError("Two judges are compared on the same rows.");
  if (first.length === 0) return undefined;
  const right = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const [index, { decided, truth }] of first.entries()) {
    const one = decided === truth;
    const other = second[index]?.decided === truth;
    right[one ? (other ? "both" : "onlyFirst") : other ? "onlySecond" : "neither"] += 1;
  }
  return { rows: first.length, right, difference: pairedDifference(right), test: mcNemar(right) };
}
