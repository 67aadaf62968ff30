import {
  ProductError,
  type Label,
  type LabelChoice,
  type LabelSample,
  type Purpose,
  type RunRecord,
  type SampleDesign,
  type TrialId,
} from "@probity/domain";
import { chanceOf, drawSample, type LabelledTrial } from "@probity/engine";
import { nearest } from "../nearest-name.ts";
import type { Programme, Runtime } from "../programme.ts";
import { readRunReview, type RunReview } from "./run-review.ts";
import { requireRater } from "./who-may.ts";

/** What to draw. */
export interface NextInputs {
  readonly run: RunRecord;
  readonly by: string;
  readonly count: number;
  readonly design: SampleDesign;
  readonly purpose: Purpose;
  readonly family?: string;
  readonly seed: string;
}

/** A trial that waits for a person, and how it came to. */
export interface AskedTrial {
  readonly trial: TrialId;
  readonly part: Label["part"];
  readonly choice: LabelChoice;
}

/**
 * The trials to label next: those drawn before and not labelled yet, then newly drawn ones. A draw is recorded before anybody sees a
 * trial, so that nobody can choose among its trials unseen.
 *
 * @throws ProductError NOT_A_RATER, or UNKNOWN_NAME when the run has no trial of the family
 */
export function nextLabels(
  programme: Programme,
  runtime: Runtime,
  inputs: NextInputs,
): readonly AskedTrial[] {
  requireRater(programme.project.charter, inputs.by);
  const { run, count } = inputs;
  const review = readRunReview(runtime.store, run);
  requireFamily(review, inputs.family);
  const waiting = waitingTrials(review, inputs);
  if (waiting.length >= count) return waiting.slice(0, count);
  const sample = drawSample(review.labelled, { ...inputs, count: count - waiting.length });
  if (!sample) return waiting;
  const at = runtime.clock().toISOString();
  runtime.store.append([{ kind: "label-sample", at, run: run.header.id, sample }]);
  return [...waiting, ...sample.trials.map(({ trial }) => asked(sample, trial))];
}

function requireFamily({ run, judged }: RunReview, family: string | undefined): void {
  const families = [...new Set(judged.map((trial) => trial.family))].sort();
  if (family === undefined || families.includes(family)) return;
  const guess = nearest(family, families);
  throw new ProductError("UNKNOWN_NAME", {
    message: `Run ${run.header.id} has no trial of family "${family}"; nothing was drawn.`,
    remedy: guess ? `Did you mean "${guess}"?` : `It has: ${families.join(", ")}.`,
  });
}

function waitingTrials(
  { labelled }: RunReview,
  { purpose, family }: Pick<NextInputs, "purpose" | "family">,
): readonly AskedTrial[] {
  const trials = new Map(labelled.trials.map((each) => [each.trial, each]));
  const isWaiting = (trial: LabelledTrial | undefined): boolean =>
    trial?.settled.kind === "unlabelled" && (family === undefined || trial.family === family);
  return labelled.rounds
    .filter((round) => round.purpose === purpose)
    .flatMap((sample) =>
      sample.trials
        .filter(({ trial }) => isWaiting(trials.get(trial)))
        .map(({ trial }) => asked(sample, trial)),
    );
}

function asked(sample: LabelSample, trial: TrialId): AskedTrial {
  return { trial, part: "rating", choice: choiceIn(sample, trial) };
}

/** How a sample came to hold a trial. */
export function choiceIn(sample: LabelSample, trial: TrialId): LabelChoice {
  const stratum = sample.trials.find((each) => each.trial === trial)?.stratum;
  if (stratum === undefined) return { kind: "by-hand" };
  const { design, round, seed } = sample;
  return { kind: "drawn", design, round, seed, stratum, probability: chanceOf(sample, stratum) };
}

/** How a trial was chosen for labelling in this run; by hand when no sample holds it. */
export function choiceOf({ labelled }: Pick<RunReview, "labelled">, trial: TrialId): LabelChoice {
  const sample = labelled.rounds.find(({ trials }) => trials.some((each) => each.trial === trial));
  return sample ? choiceIn(sample, trial) : { kind: "by-hand" };
}

/** Drawn trials that one other person has rated: for a second rating by somebody who sees neither that nor the judge's verdict. */
export function secondRatings(
  programme: Programme,
  runtime: Runtime,
  { run, by, count }: Pick<NextInputs, "run" | "by" | "count">,
): readonly AskedTrial[] {
  requireRater(programme.project.charter, by);
  const review = readRunReview(runtime.store, run);
  const isOpen = (trial: TrialId): boolean => {
    const ratings = (review.labels.get(trial) ?? []).filter(({ part }) => part !== "adjudication");
    return (
      new Set(ratings.map(({ rater }) => rater)).size === 1 && ratings.every(({ rater }) => rater !== by)
    );
  };
  return review.labelled.rounds
    .flatMap((sample) =>
      sample.trials
        .filter(({ trial }) => isOpen(trial))
        .map(({ trial }): AskedTrial => ({ trial, part: "second-rating", choice: choiceIn(sample, trial) })),
    )
    .slice(0, count);
}
