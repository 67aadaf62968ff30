import type { ScoredCase } from "./roc-area.ts";

/** A rising line through points: what a score means as a probability. Plain values, so that it can be stored. */
export interface IsotonicFit {
  /** Scores ascending; probabilities never fall. */
  readonly knots: readonly { readonly score: number; readonly probability: number }[];
}

/**
 * Fits probabilities to scores with no more assumption than that a higher score is never less probable.
 *
 * Needs a few hundred cases not used in training; with fewer, `fitPlatt` varies less.
 * Throws RangeError without a case or on a score that is not finite.
 * Source: pool adjacent violators, Ayer et al. 1955; Zadrozny and Elkan 2002 for calibration.
 */
export function fitIsotonic(cases: readonly ScoredCase[]): IsotonicFit {
  if (cases.length === 0) throw new RangeError("an isotonic fit needs at least one case");
  if (cases.some(({ score }) => !Number.isFinite(score))) throw new RangeError("a score must be finite");
  const pools: Pool[] = [];
  for (const point of byScore(cases)) {
    pools.push(point);
    mergeFalling(pools);
  }
  const knots = pools.flatMap(({ low, high, happened, count }) => {
    const probability = happened / count;
    return low === high
      ? [{ score: low, probability }]
      : [
          { score: low, probability },
          { score: high, probability },
        ];
  });
  return { knots };
}

/** The probability of a score: a straight line between knots, level outside them. Throws RangeError without a knot. */
export function applyIsotonic({ knots }: IsotonicFit, score: number): number {
  let low = 0;
  let high = knots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((knots[middle]?.score ?? Infinity) <= score) low = middle + 1;
    else high = middle;
  }
  const before = knots[low - 1];
  const after = knots[low];
  if (before === undefined || after === undefined) {
    const end = before ?? after;
    if (end === undefined) throw new RangeError("an isotonic fit needs at least one knot");
    return end.probability;
  }
  const way = (score - before.score) / (after.score - before.score);
  return before.probability + way * (after.probability - before.probability);
}

interface Pool {
  readonly low: number;
  readonly high: number;
  readonly happened: number;
  readonly count: number;
}

function byScore(cases: readonly ScoredCase[]): readonly Pool[] {
  const points = new Map<number, { happened: number; count: number }>();
  for (const { score, occurred } of cases) {
    const point = points.get(score) ?? { happened: 0, count: 0 };
    point.count += 1;
    if (occurred) point.happened += 1;
    points.set(score, point);
  }
  return [...points]
    .sort(([one], [other]) => one - other)
    .map(([score, point]) => ({ low: score, high: score, ...point }));
}

function mergeFalling(pools: Pool[]): void {
  for (;;) {
    const last = pools.at(-1);
    const before = pools.at(-2);
    if (last === undefined || before === undefined) return;
    if (before.happened * last.count < last.happened * before.count) return;
    pools.splice(-2, 2, {
      low: before.low,
      high: last.high,
      happened: before.happened + last.happened,
      count: before.count + last.count,
    });
  }
}
