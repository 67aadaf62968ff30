import {
  ProductError,
  type JudgedTrial,
  type Label,
  type RecordStore,
  type ReviewEntry,
  type RunId,
  type RunRecord,
  type TrialId,
} from "@probity/domain";
import {
  labelRun,
  labelsByTrial,
  prepareCorrection,
  type CorrectRate,
  type LabelledRun,
} from "@probity/engine";
import { findRun } from "../find-run.ts";

/** A run with everything that judges and people said of its trials. */
export interface RunReview {
  readonly run: RunRecord;
  readonly judged: readonly JudgedTrial[];
  readonly entries: readonly ReviewEntry[];
  readonly labels: ReadonlyMap<TrialId, readonly Label[]>;
  readonly labelled: LabelledRun;
}

/** Reads a run's verdicts and what people said of them. */
export function readRunReview(store: RecordStore, run: RunRecord): RunReview {
  const judged = [...store.judgedTrials(run.header.id)];
  const entries = store.reviews(run.header.id);
  return { run, judged, entries, labels: labelsByTrial(entries), labelled: labelRun(judged, entries) };
}

/** Prepares the correction of a run's rates, by its own labels, those of earlier runs, and adopted calibrations. */
export function correctionOf(store: RecordStore, review: RunReview): CorrectRate {
  return correctionsFor(store, review.run)(review.labelled);
}

/** The same for labels that change: what lies outside the run is read once. */
export function correctionsFor(store: RecordStore, run: RunRecord): (labelled: LabelledRun) => CorrectRate {
  const outside = {
    configuration: run.target.configuration,
    earlier: earlierLabelled(store, run),
    calibrations: store.calibrations(),
    searchJudge: run.header.searchJudge,
  };
  return (labelled) => prepareCorrection({ run: labelled, ...outside });
}

function earlierLabelled(store: RecordStore, run: RunRecord) {
  const runs = store.runs();
  const earlier = runs.slice(
    0,
    runs.findIndex(({ header }) => header.id === run.header.id),
  );
  return earlier.flatMap(({ header, target }) => {
    const reviews = store.reviews(header.id);
    if (!reviews.some(({ kind }) => kind === "label")) return [];
    return [{ configuration: target.configuration, ...labelRun(store.judgedTrials(header.id), reviews) }];
  });
}

/** A recorded trial by the start of its id, in a named run or the newest that has it. @throws ProductError UNKNOWN_NAME */
export function findTrial(
  store: RecordStore,
  prefix: string,
  run?: string,
): { readonly run: RunId; readonly trial: TrialId } {
  const wanted = run === undefined ? undefined : findRun(store, run).header.id;
  const found = store
    .findTrials(prefix.toLowerCase())
    .filter((each) => wanted === undefined || each.run === wanted);
  const [first] = found;
  if (!first) {
    const where = wanted === undefined ? "" : ` in run ${wanted}`;
    throw new ProductError("UNKNOWN_NAME", {
      message: `There is no recorded trial that starts with "${prefix}"${where}; nothing was recorded.`,
      remedy: "The report and `probity label list` give trials' ids.",
    });
  }
  if (found.some(({ trial }) => trial !== first.trial)) {
    throw new ProductError("UNKNOWN_NAME", {
      message: `Several trials start with "${prefix}"; nothing was recorded.`,
      remedy: "Give more of the id.",
    });
  }
  return first;
}
