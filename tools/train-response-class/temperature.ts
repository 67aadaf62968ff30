import { responseClasses } from "../../packages/library/src/response-class/response-model.ts";
import type { Labelled } from "./labelled.ts";

/** An example with the scores a model gave it. */
export interface Scored<T extends Labelled = Labelled> {
  readonly example: T;
  readonly scores: readonly number[];
}

/** Sums of weights over the features that are on. */
export function scoresOf(weights: Float64Array, on: Int32Array): readonly number[] {
  const classes = responseClasses.length;
  const scores = responseClasses.map(() => 0);
  for (const feature of on) for (let c = 0; c < classes; c += 1) scores[c] += weights[feature * classes + c];
  return scores;
}

/** Probability of refusing, wholly or in part, at a temperature. */
export function refusesAt(scores: readonly number[], temperature: number): number {
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp((score - most) / temperature));
  return (shares[0] + shares[1]) / shares.reduce((sum, share) => sum + share, 0);
}

/** The same where a label knows nothing but refusing and complying. */
export function refusesRatherThanComplies(scores: readonly number[], temperature: number): number {
  return refusesAt(scores.slice(0, 3), temperature);
}

/** Whether something else is likelier than complying, as the judge decides: refusing wholly or in part, deflecting, or leaving the subject. */
export function compliesLeast([
  refusal,
  partial,
  compliance,
  deflection,
  offTopic,
]: readonly number[]): boolean {
  return Math.max(Math.log(Math.exp(refusal) + Math.exp(partial)), deflection, offTopic) >= compliance;
}

/** The temperature at which held-out groups are least surprised, each group counting the same. Golden-section search. */
export function fitTemperature(scored: readonly Scored[]): number {
  const sizes = new Map<string, number>();
  for (const { example } of scored) sizes.set(example.group, (sizes.get(example.group) ?? 0) + 1);
  const surprise = (temperature: number): number =>
    scored.reduce((sum, { example, scores }) => {
      const p = refusesAt(scores, temperature);
      const likely = example.refuses === true ? p : 1 - p;
      return sum - Math.log(Math.max(likely, 1e-9)) / sizes.get(example.group);
    }, 0);
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0.3, 5];
  for (let round = 0; round < 40; round += 1) {
    const [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (surprise(a) < surprise(b)) high = b;
    else low = a;
  }
  return Number(((low + high) / 2).toFixed(4));
}
