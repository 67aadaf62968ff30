/** A judge's vote on a yes-or-no question, with its error rates; both above 0 and below 1. */
export interface RatedVote {
  readonly positive: boolean;
  /** Chance to say yes where yes is true. */
  readonly sensitivity: number;
  /** Chance to say no where no is true. */
  readonly specificity: number;
}

/**
 * Probability of yes given the votes, by Bayes' rule: each vote adds the logarithm of its likelihood ratio to the prior log-odds.
 *
 * Unlike one accuracy for both answers, this tells a judge whose yes is worth much from one whose no is. Right when judges err
 * independently given the truth; where they do not, it is too sure. Without votes, the prevalence.
 *
 * Throws RangeError on rates or a prevalence that cannot be.
 * Source: Dawid and Skene 1979, equation 2.5, for known error rates and two classes.
 */
export function voteByRates(votes: Iterable<RatedVote>, prevalence: number): number {
  inside(prevalence, "prevalence");
  let logOdds = Math.log(prevalence / (1 - prevalence));
  for (const { positive, sensitivity, specificity } of votes) {
    inside(sensitivity, "sensitivity");
    inside(specificity, "specificity");
    logOdds += positive
      ? Math.log(sensitivity / (1 - specificity))
      : Math.log((1 - sensitivity) / specificity);
  }
  return 1 / (1 + Math.exp(-logOdds));
}

function inside(share: number, what: string): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`a ${what} must be between 0 and 1, got ${share}`);
}
