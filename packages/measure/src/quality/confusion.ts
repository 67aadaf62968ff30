/** One labelled case: what people said and what the judge said. */
export interface LabelPair {
  readonly truth: string;
  readonly predicted: string;
}

/** Cases counted by label: `counts[i][j]` have the truth `labels[i]` and the prediction `labels[j]`. */
export interface Confusion {
  readonly labels: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/**
 * Counts pairs of labels. Reads them once and keeps counts only.
 *
 * @param labels - the label set, in the order it is to be shown; without it, every label seen, sorted
 * Throws RangeError on a label outside a given set: it would otherwise vanish from every rate.
 */
export function confusionOf(pairs: Iterable<LabelPair>, labels?: readonly string[]): Confusion {
  const seen = new Map<string, Map<string, number>>();
  const known = new Set(labels);
  for (const { truth, predicted } of pairs) {
    if (labels === undefined) known.add(truth).add(predicted);
    else checkKnown(known, [truth, predicted]);
    const row = seen.get(truth) ?? new Map<string, number>();
    row.set(predicted, (row.get(predicted) ?? 0) + 1);
    seen.set(truth, row);
  }
  const order = labels === undefined ? [...known].sort() : [...known];
  const counts = order.map((truth) => order.map((predicted) => seen.get(truth)?.get(predicted) ?? 0));
  return { labels: order, counts };
}

function checkKnown(known: ReadonlySet<string>, labels: readonly string[]): void {
  for (const label of labels) {
    if (!known.has(label)) {
      throw new RangeError(`"${label}" is not among the labels ${[...known].join(", ")}`);
    }
  }
}
