import type { DatabaseSync, SQLInputValue, SQLOutputValue } from "node:sqlite";
import {
  asDigest,
  asRunId,
  asTrialId,
  type RecordStore,
  type TrialCount,
  type TrialFilter,
  type TrialRecord,
  type UnjudgedReason,
} from "@probity/domain";
import { groupColumns } from "./index-row.ts";
import { parseEntry } from "./parse-entry.ts";
import { trialFacts } from "./trial-facts.ts";
import { prepareTrialKeys } from "./trial-keys.ts";

type TrialReads = Pick<
  RecordStore,
  | "recordedPositions"
  | "recordedTrials"
  | "findTrials"
  | "trial"
  | "trials"
  | "counts"
  | "consumption"
  | "judgingUse"
>;
type Row = Record<string, SQLOutputValue>;

/** A trial with its newest verdict; earlier ones stay in the log. */
const latestVerdict = `left join verdict on verdict.trial = trial.idx
  and verdict.idx = (select max(v.idx) from verdict v where v.trial = trial.idx)`;
const ofRun = "trial.run = (select number from run where id = ?)";
const trialRow = `select entry.body as transcript, entry.idx as idx, hex(entry.leaf) as leaf, judged.body as verdict
  from trial join log_entry entry on entry.idx = trial.idx ${latestVerdict} left join log_entry judged on judged.idx = verdict.idx`;
const inGroup = "join trial_group grouped on grouped.number = trial.grp";

/** Reads of trials, and the counts that every total and rate comes from. */
export function prepareTrialReads(database: DatabaseSync): TrialReads {
  const keys = prepareTrialKeys(database);
  const positions = database.prepare(`select position from trial where ${ofRun}`);
  const size = database.prepare(`select count(*) as trials from trial where ${ofRun}`);
  const named = database.prepare(
    "select run.id as run, lower(hex(trial.id)) as id from trial join run on run.number = trial.run where trial.idx = ?",
  );
  const one = database.prepare(`${trialRow} where trial.idx = ?`);
  const used = database.prepare(
    `select coalesce(sum(input_tokens), 0) as input, coalesce(sum(output_tokens), 0) as output, coalesce(sum(masked), 0) as masked from trial where ${ofRun}`,
  );
  const counted = database.prepare(
    `select ${groupColumns.join(", ")}, coalesce(outcome, 'pending') as outcome, reason, count(*) as trials
     from trial ${inGroup} ${latestVerdict} where ${ofRun} group by trial.grp, outcome, reason order by min(trial.idx)`,
  );
  const judging = database.prepare(
    `select coalesce(sum(json_extract(body, '$.verdict.judgement.use.inputTokens') + json_extract(body, '$.verdict.judgement.use.outputTokens')), 0) as tokens,
       coalesce(sum(json_extract(body, '$.verdict.judgement.use.costUsd')), 0) as cost
     from trial join verdict on verdict.trial = trial.idx join log_entry entry on entry.idx = verdict.idx where ${ofRun}`,
  );
  return {
    recordedPositions: (run) => new Set(positions.all(run).map(({ position }) => Number(position))),
    recordedTrials: (run) => Number(size.get(run)?.["trials"]),
    findTrials: (prefix) =>
      keys.startingWith(prefix, 10).flatMap((index) => {
        const row = named.get(index);
        return row ? [{ run: asRunId(String(row["run"])), trial: asTrialId(String(row["id"])) }] : [];
      }),
    trial: (run, trial) => {
      const index = keys.find(run, trial);
      const row = index === undefined ? undefined : one.get(index);
      return row && trialRecord(row);
    },
    trials: (filter) => streamTrials(database, filter),
    counts: (run) => counted.all(run).map(trialCount),
    consumption: (run) => {
      const row = used.get(run);
      return {
        inputTokens: Number(row?.["input"]),
        outputTokens: Number(row?.["output"]),
        answersWithMaskedData: Number(row?.["masked"]),
      };
    },
    judgingUse: (run) => {
      const row = judging.get(run);
      return { tokens: Number(row?.["tokens"]), costUsd: Number(row?.["cost"]) };
    },
  };
}

function* streamTrials(database: DatabaseSync, filter: TrialFilter): Generator<TrialRecord> {
  const where = [ofRun];
  const values: SQLInputValue[] = [filter.run];
  const equal = (column: string, value: string | undefined) => {
    if (value === undefined) return;
    where.push(`${column} = ?`);
    values.push(value);
  };
  equal("coalesce(verdict.outcome, 'pending')", filter.outcome);
  equal("grouped.family", filter.family);
  equal("grouped.safeguard", filter.safeguard);
  equal("grouped.purpose", filter.purpose);
  equal("grouped.transform", filter.transform);
  const rows = database
    .prepare(`${trialRow} ${inGroup} where ${where.join(" and ")} order by trial.idx`)
    .iterate(...values);
  for (const row of rows) yield trialRecord(row);
}

function trialRecord(row: Row): TrialRecord {
  return {
    transcript: parseEntry(row["transcript"], "transcript").transcript,
    verdict: row["verdict"] === null ? undefined : parseEntry(row["verdict"], "verdict").verdict,
    logIndex: Number(row["idx"]),
    leafHash: asDigest(String(row["leaf"]).toLowerCase()),
  };
}

function trialCount(row: Row): TrialCount {
  return {
    ...trialFacts(row),
    outcome: String(row["outcome"]) as TrialCount["outcome"],
    reason: row["reason"] === null ? undefined : (String(row["reason"]) as UnjudgedReason),
    count: Number(row["trials"]),
  };
}
