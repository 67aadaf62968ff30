/** A label against all others. Counts may be fractions where a table was smoothed. */
export interface OneAgainstRest {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** Splits a square table of counts (truth by prediction) into one two-by-two table per label. */
export function oneAgainstRest(counts: readonly (readonly number[])[]): readonly OneAgainstRest[] {
  const asTruth = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const asPrediction = counts.map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const total = asTruth.reduce((sum, count) => sum + count, 0);
  return counts.map((row, index) => {
    const truePositives = row[index] ?? 0;
    const falsePositives = (asPrediction[index] ?? 0) - truePositives;
    const falseNegatives = (asTruth[index] ?? 0) - truePositives;
    const trueNegatives = total - truePositives - falsePositives - falseNegatives;
    return { truePositives, falsePositives, falseNegatives, trueNegatives };
  });
}
