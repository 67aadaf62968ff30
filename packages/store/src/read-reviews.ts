import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import {
  asTrialId,
  personJudge,
  type CalibrationEntry,
  type JudgedTrial,
  type RecordStore,
  type ReviewEntry,
  type RunId,
  type Verdict,
} from "@probity/domain";
import { groupColumns } from "./index-row.ts";
import { parseEntry } from "./parse-entry.ts";
import { trialFacts } from "./trial-facts.ts";
import { prepareTrialKeys } from "./trial-keys.ts";

type ReviewReads = Pick<RecordStore, "verdicts" | "judgedTrials" | "reviews" | "calibrations">;
type Row = Record<string, SQLOutputValue>;

const reviewsOfRun = `select review.kind as kind, body from review join log_entry using (idx)
  where run = (select number from run where id = ?) order by idx`;

/** Reads of what people said, and of trials with the verdicts it is about. */
export function prepareReviewReads(database: DatabaseSync): ReviewReads {
  const ofRun = database.prepare(reviewsOfRun);
  const calibrations = database.prepare(
    "select body from review join log_entry using (idx) where review.kind = 'calibration' order by idx",
  );
  const keys = prepareTrialKeys(database);
  const verdictsOn = database.prepare(
    "select body from verdict join log_entry using (idx) where verdict.trial = ? order by idx",
  );
  return {
    verdicts: (run, trial) => {
      const index = keys.find(run, trial);
      if (index === undefined) return [];
      return verdictsOn.all(index).map(({ body }) => {
        const { at, verdict } = parseEntry(body, "verdict");
        return { at, verdict };
      });
    },
    judgedTrials: (run) => streamJudged(database, run),
    reviews: (run) => ofRun.all(run).map(reviewOf),
    calibrations: () =>
      calibrations.all().map(({ body }): CalibrationEntry => parseEntry(body, "calibration")),
  };
}

const reviewKinds = ["label-sample", "label", "contest", "contest-decision"] as const;

function reviewOf({ kind, body }: Row): ReviewEntry {
  const known = reviewKinds.find((each) => each === kind);
  if (known === undefined) throw new TypeError(`The index of reviews has an entry of kind ${String(kind)}.`);
  return parseEntry(body, known);
}

/** One row for each verdict of each trial, in the order of recording; a trial without a verdict has one row. */
const verdictRows = `select trial.idx as idx, lower(hex(trial.id)) as id, ${groupColumns.join(", ")}, entry.body as verdict
  from trial join trial_group grouped on grouped.number = trial.grp left join verdict on verdict.trial = trial.idx left join log_entry entry on entry.idx = verdict.idx
  where trial.run = (select number from run where id = ?) order by trial.idx, verdict.idx`;

function* streamJudged(database: DatabaseSync, run: RunId): Generator<JudgedTrial> {
  let current: { readonly idx: number; readonly row: Row; judged?: Verdict; verdict?: Verdict } | undefined;
  for (const row of database.prepare(verdictRows).iterate(run)) {
    const idx = Number(row["idx"]);
    if (current && current.idx !== idx) yield judgedTrial(current);
    if (current?.idx !== idx) current = { idx, row };
    if (row["verdict"] === null) continue;
    const { verdict } = parseEntry(row["verdict"], "verdict");
    current.verdict = verdict;
    if (verdict.judge !== personJudge) current.judged = verdict;
  }
  if (current) yield judgedTrial(current);
}

function judgedTrial({
  row,
  judged,
  verdict,
}: {
  readonly row: Row;
  readonly judged?: Verdict;
  readonly verdict?: Verdict;
}): JudgedTrial {
  return { trial: asTrialId(String(row["id"])), ...trialFacts(row), judged, verdict };
}
