/**
 * The value below which a share of the sorted values lies, interpolated between neighbours (type 7, the default of
 * R and NumPy).
 *
 * @param sorted - ascending, at least one
 * @param share - in [0, 1]
 * Source: Hyndman and Fan 1996, definition 7.
 */
export function sampleQuantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError("a quantile needs at least one value");
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a quantile needs a share in [0, 1], got ${share}`);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (position - below) * (high - low);
}
