/**
 * Fleiss' kappa: agreement beyond chance of a fixed number of raters, who need not be the same people on each case.
 *
 * For an interval, resample the cases (`bootstrapInterval`); for missing ratings use `krippendorffAlpha`.
 *
 * @param counts - `counts[i][j]` raters gave case i the label j; every case has the same number of raters, 2 or more
 * @returns 1 for full agreement, 0 for chance; `undefined` without a case or when only one label was ever given
 * Throws RangeError when cases differ in their number of raters.
 * Source: Fleiss 1971.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number | undefined {
  const [first] = counts;
  if (first === undefined) return undefined;
  const raters = sum(first);
  if (!(raters >= 2) || counts.some((row) => sum(row) !== raters)) {
    throw new RangeError("Fleiss' kappa needs the same number of raters, two or more, on each case");
  }
  const pairs = raters * (raters - 1);
  const agreement =
    counts.reduce((total, row) => total + row.reduce((inner, count) => inner + count * (count - 1), 0), 0) /
    (pairs * counts.length);
  const shares = first.map(
    (_, label) => counts.reduce((total, row) => total + (row[label] ?? 0), 0) / (raters * counts.length),
  );
  const chance = shares.reduce((total, share) => total + share * share, 0);
  return chance === 1 ? undefined : (agreement - chance) / (1 - chance);
}

const sum = (row: readonly number[]): number => row.reduce((total, count) => total + count, 0);
