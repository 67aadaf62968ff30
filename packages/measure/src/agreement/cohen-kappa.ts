import type { Bounds } from "../bounds.ts";
import { normalQuantile } from "../special/normal-quantile.ts";

/** Agreement of two raters beyond chance. */
export interface CohenKappa {
  /** Share of cases on which they agree, in [0, 1]. */
  readonly agreement: number;
  /** 1 is full agreement, 0 what chance gives, at least -1. */
  readonly estimate: number;
  readonly standardError: number;
  /** estimate ± z SE, cut at -1 and 1. */
  readonly interval: Bounds;
}

/**
 * Cohen's kappa of two raters on the same cases, with its large-sample standard error.
 *
 * @param counts - square; `counts[i][j]` cases got label i from one rater and j from the other
 * @returns `undefined` without a case, and when both raters gave one and the same label throughout: chance then agrees
 * as well as anyone
 * Source: Cohen 1960; standard error of Fleiss, Cohen and Everitt 1969, equation 13.
 */
export function cohenKappa(
  counts: readonly (readonly number[])[],
  confidence = 0.95,
): CohenKappa | undefined {
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0) / total);
  const columns = counts.map((_, index) => counts.reduce((sum, row) => sum + (row[index] ?? 0), 0) / total);
  const margin = (shares: readonly number[], index: number): number => shares[index] ?? 0;
  const agreement = counts.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / total;
  const chance = rows.reduce((sum, share, index) => sum + share * margin(columns, index), 0);
  if (chance === 1) return undefined;
  const estimate = (agreement - chance) / (1 - chance);

  let spread = 0;
  for (const [row, cells] of counts.entries()) {
    for (const [column, count] of cells.entries()) {
      const margins = margin(columns, row) + margin(rows, column);
      const slope = (row === column ? 1 : 0) - margins * (1 - estimate);
      spread += (count / total) * slope * slope;
    }
  }
  const variance = (spread - (estimate - chance * (1 - estimate)) ** 2) / (total * (1 - chance) ** 2);
  // Full agreement leaves a zero that rounding may push below.
  const standardError = Math.sqrt(Math.max(0, variance));
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  const interval = { low: Math.max(-1, estimate - half), high: Math.min(1, estimate + half) };
  return { agreement, estimate, standardError, interval };
}
