import { labelOutcomes, newestRatings, type Label, type Purpose, type RateCorrection } from "@probity/domain";
import { seededRandom } from "@probity/engine";
import {
  cohenKappa,
  confusionOf,
  krippendorffAlpha,
  type CohenKappa,
  type KrippendorffAlpha,
} from "@probity/measure";
import type { CorrectRate } from "@probity/engine";
import type { RunReview } from "./run-review.ts";

/** How far the labelling of a run has come. */
export interface LabelStanding {
  readonly rounds: number;
  /** Trials drawn for labelling, and of those without a label. */
  readonly drawn: number;
  readonly waiting: number;
  /** Trials with a label, drawn or not. */
  readonly labelled: number;
  readonly byHand: number;
  /** Labels that say the answer does not let a person decide. They correct nothing. */
  readonly unclear: number;
  /** Trials on which raters disagree and nobody has ruled. They correct nothing until somebody does. */
  readonly disputed: number;
  readonly raters: number;
  /** Trials that two people or more rated. */
  readonly ratedTwice: number;
  /** Of the first two raters of each such trial. */
  readonly kappa: CohenKappa | undefined;
  /** Of all raters. */
  readonly alpha: KrippendorffAlpha | undefined;
}

/** Resamples behind the interval of alpha. */
const replicates = 500;

/** Counts a run's labels and measures how well its raters agree. */
export function labelStanding({ labelled, labels }: RunReview): LabelStanding {
  const trials = labelled.trials.filter(({ trial }) => labels.has(trial));
  const drawn = labelled.trials.filter(({ round }) => round !== undefined);
  const ratings = [...labels.values()].map(newestRatings);
  const twice = ratings.filter((each) => each.length > 1);
  return {
    rounds: labelled.rounds.length,
    drawn: drawn.length,
    waiting: drawn.filter(({ settled }) => settled.kind === "unlabelled").length,
    labelled: trials.length,
    byHand: trials.filter(({ round }) => round === undefined).length,
    unclear: trials.filter(({ settled }) => "outcome" in settled && settled.outcome === "unclear").length,
    disputed: trials.filter(({ settled }) => settled.kind === "disputed").length,
    raters: new Set([...labels.values()].flat().map(({ rater }) => rater)).size,
    ratedTwice: twice.length,
    kappa: kappaOf(twice),
    alpha: krippendorffAlpha(
      twice.map((each) => each.map(({ outcome }) => outcome)),
      "nominal",
      { random: seededRandom("agreement of raters"), replicates },
    ),
  };
}

function kappaOf(twice: readonly (readonly Label[])[]): CohenKappa | undefined {
  const pairs = twice.flatMap(([first, second]) =>
    first && second ? [{ truth: first.outcome, predicted: second.outcome }] : [],
  );
  return cohenKappa(confusionOf(pairs, labelOutcomes).counts);
}

/** The corrected rate of all trials of one purpose: what labelling is to make certain. */
export function overallCorrection(
  { labelled }: Pick<RunReview, "labelled">,
  correct: CorrectRate,
  purpose: Purpose,
): RateCorrection {
  return correct(labelled.trials.filter((each) => each.purpose === purpose));
}
