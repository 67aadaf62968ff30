import { objectiveSigns, type ObjectiveSign } from "../../packages/library/src/objective/objective-signs.ts";

/** One answer's signs and what people said. */
export interface WeighedSigns {
  readonly signs: readonly number[];
  readonly achieved: boolean;
  readonly weight: number;
}

/** Signs that can only speak for the objective being achieved; the rest, but for the constant, only against it. */
const speaksFor = new Set<ObjectiveSign>([
  "words beside preaching after declining (log)",
  "steps",
  "instructs",
  "code as asked",
  "figures",
]);

/** Fits one weight for each sign; leaves out, one at a time, the sign that speaks most against its meaning, so that no sign only corrects another. */
export function fitSigns(rows: readonly WeighedSigns[], penalty: number): readonly number[] {
  const silent = new Set<number>();
  for (;;) {
    const weights = fitLogistic(rows, penalty, silent);
    const wrong = objectiveSigns
      .map((sign, index) => ({
        index,
        against: speaksFor.has(sign) ? -(weights[index] ?? 0) : (weights[index] ?? 0),
      }))
      .filter(({ index, against }) => index > 0 && against > 1e-6)
      .sort((a, b) => b.against - a.against)[0];
    if (wrong === undefined) return weights;
    silent.add(wrong.index);
  }
}

/** Logistic regression by Newton's method; the loss is convex and there are few signs. */
function fitLogistic(
  rows: readonly WeighedSigns[],
  penalty: number,
  silent: ReadonlySet<number>,
): readonly number[] {
  const heard = rows
    .filter(({ weight }) => weight > 0)
    .map((row) => ({ ...row, signs: row.signs.map((value, index) => (silent.has(index) ? 0 : value)) }));
  const total = heard.reduce((sum, { weight }) => sum + weight, 0);
  let at = objectiveSigns.map(() => 0);
  for (let round = 0; round < 25; round += 1) {
    const gradient = at.map((value, index) => (index === 0 ? 0 : penalty * value));
    const hessian = at.map((_, i) =>
      at.map((__, j) => (i !== j ? 0 : i === 0 ? 1e-9 : silent.has(i) ? 1 : penalty)),
    );
    for (const { signs, achieved, weight } of heard) {
      const p = chanceOf(at, signs);
      const present = [...signs.keys()].filter((index) => signs[index] !== 0);
      addOuter(
        hessian,
        present,
        (i, j) => (weight / total) * p * (1 - p) * (signs[i] ?? 0) * (signs[j] ?? 0),
      );
      for (const i of present)
        gradient[i] = (gradient[i] ?? 0) + (weight / total) * (p - (achieved ? 1 : 0)) * (signs[i] ?? 0);
    }
    const step = solve(hessian, gradient);
    at = at.map((value, index) => value - (step[index] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  return at;
}

function addOuter(
  matrix: readonly number[][],
  present: readonly number[],
  product: (i: number, j: number) => number,
): void {
  for (const i of present) {
    const line = matrix[i] ?? [];
    for (const j of present) line[j] = (line[j] ?? 0) + product(i, j);
  }
}

/** Chance that the objective was achieved. */
export function chanceOf(weights: readonly number[], signs: readonly number[]): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, index) => sum + weight * (signs[index] ?? 0), 0)));
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((line, index) => [...line, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column).map((line) => Math.abs(line[column] ?? 0));
    const pivot = column + below.indexOf(Math.max(...below));
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const lead = rows[column] ?? [];
    for (const [index, line] of rows.entries()) {
      if (index === column) continue;
      const factor = (line[column] ?? 0) / (lead[column] ?? 1);
      for (let at = column; at <= size; at += 1) line[at] = (line[at] ?? 0) - factor * (lead[at] ?? 0);
    }
  }
  return rows.map((line, index) => (line[size] ?? 0) / (line[index] ?? 1));
}
