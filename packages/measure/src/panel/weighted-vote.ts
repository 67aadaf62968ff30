/** A judge's vote and how often that judge is right, above 0 and below 1: drawn in from the labels behind it. */
export interface WeighedVote {
  readonly label: string;
  readonly accuracy: number;
}

/** What is known before the votes. */
export interface VoteOptions {
  /** Every label that could be true; at least two. */
  readonly labels: readonly string[];
  /** Share of each label, in the same order, adding up to 1; all alike unless told. */
  readonly prevalence?: readonly number[];
}

/** The label that the votes make most probable. */
export interface VoteResult {
  /** `undefined` when two labels are equally probable. */
  readonly label: string | undefined;
  /** In the order of the labels; adds up to 1. */
  readonly probabilities: readonly number[];
}

/**
 * Joins votes by how often each judge is right: a judge's weight is ln(a (K - 1) / (1 - a)).
 *
 * A judge worse than chance counts against what it says. Right when judges err independently and each wrong label is
 * equally likely; judges with lopsided errors are better joined by `dawidSkene`.
 *
 * Throws RangeError on a label outside the set, an accuracy or prevalence that cannot be.
 * Source: Nitzan and Paroush 1982; Berend and Kontorovich 2015 for accuracies that are estimates.
 */
export function weightedVote(votes: Iterable<WeighedVote>, options: VoteOptions): VoteResult {
  const { labels } = options;
  if (labels.length < 2) throw new RangeError("a vote needs two labels or more");
  const prevalence = options.prevalence ?? labels.map(() => 1 / labels.length);
  const sum = prevalence.reduce((total, share) => total + share, 0);
  if (
    prevalence.length !== labels.length ||
    prevalence.some((share) => !(share >= 0)) ||
    Math.abs(sum - 1) > 1e-9
  ) {
    throw new RangeError("the prevalence needs a share of each label, adding up to 1");
  }
  const scores = prevalence.map((share) => Math.log(share));
  for (const { label, accuracy } of votes) {
    const place = labels.indexOf(label);
    if (place < 0) throw new RangeError(`"${label}" is not among the labels ${labels.join(", ")}`);
    if (!(accuracy > 0 && accuracy < 1)) {
      throw new RangeError(`an accuracy must be between 0 and 1, got ${accuracy}`);
    }
    scores[place] = (scores[place] ?? 0) + Math.log((accuracy * (labels.length - 1)) / (1 - accuracy));
  }
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - most));
  const all = weights.reduce((total, weight) => total + weight, 0);
  // Equal sums in another order may differ by rounding.
  const leaders = scores.flatMap((score, index) => (most - score < 1e-12 ? [labels[index]] : []));
  return {
    label: leaders.length === 1 ? leaders[0] : undefined,
    probabilities: weights.map((weight) => weight / all),
  };
}
