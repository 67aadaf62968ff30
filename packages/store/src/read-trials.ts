import type { DatabaseSync, SQLInputValue, SQLOutputValue } from "node:sqlite";
import {
  asDigest,
  asRunId,
  asTrialId,
  type Purpose,
  type RecordStore,
  type Severity,
  type Tier,
  type TrialCount,
  type TrialFilter,
  type TrialRecord,
  type UnjudgedReason,
} from "@probity/domain";
import { parseEntry } from "./parse-entry.ts";
import { trialKey } from "./write-indexes.ts";

type TrialReads = Pick<
  RecordStore,
  "isRecorded" | "recordedTrials" | "findTrials" | "trial" | "trials" | "counts" | "consumption"
>;
type Row = Record<string, SQLOutputValue>;

/** A trial with its newest verdict; earlier ones stay in the log. */
const latestVerdict = `left join verdict on verdict.trial = trial.idx
  and verdict.idx = (select max(v.idx) from verdict v where v.trial = trial.idx)`;
const ofRun = "trial.run = (select number from run where id = ?)";
const trialRow = `select entry.body as transcript, entry.idx as idx, hex(entry.leaf) as leaf, judged.body as verdict
  from trial join log_entry entry on entry.idx = trial.idx ${latestVerdict} left join log_entry judged on judged.idx = verdict.idx`;

/** Reads of trials, and the counts that every total and rate comes from. */
export function prepareTrialReads(database: DatabaseSync): TrialReads {
  const exists = database.prepare(`select 1 from trial where ${ofRun} and id = ?`);
  const size = database.prepare(`select count(*) as trials from trial where ${ofRun}`);
  const byPrefix = database.prepare(
    `select run.id as run, lower(hex(trial.id)) as id from trial join run on run.number = trial.run
     where substr(lower(hex(trial.id)), 1, length(?1)) = ?1 order by trial.idx desc limit 10`,
  );
  const one = database.prepare(`${trialRow} where ${ofRun} and trial.id = ?`);
  const used = database.prepare(
    `select coalesce(sum(input_tokens), 0) as input, coalesce(sum(output_tokens), 0) as output, coalesce(sum(masked), 0) as masked from trial where ${ofRun}`,
  );
  const counted = database.prepare(
    `select purpose, probe, family, safeguard, population, severity, tier, transform, root_prompt,
       coalesce(outcome, 'pending') as outcome, reason, count(*) as trials
     from trial ${latestVerdict} where ${ofRun} group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 order by min(trial.idx)`,
  );
  return {
    isRecorded: (run, trial) => exists.get(run, trialKey(trial)) !== undefined,
    recordedTrials: (run) => Number(size.get(run)?.["trials"]),
    findTrials: (prefix) =>
      byPrefix
        .all(prefix)
        .map(({ run, id }) => ({ run: asRunId(String(run)), trial: asTrialId(String(id)) })),
    trial: (run, trial) => {
      const row = one.get(run, trialKey(trial));
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
  equal("trial.family", filter.family);
  equal("trial.safeguard", filter.safeguard);
  equal("trial.purpose", filter.purpose);
  equal("trial.transform", filter.transform);
  const rows = database
    .prepare(`${trialRow} where ${where.join(" and ")} order by trial.idx`)
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
  const text = (column: string) => String(row[column]);
  return {
    purpose: text("purpose") as Purpose,
    probeId: text("probe"),
    family: text("family"),
    safeguard: text("safeguard"),
    population: row["population"] === null ? undefined : text("population"),
    severity: text("severity") as Severity,
    tier: text("tier") as Tier,
    transform: text("transform"),
    rootPrompt: text("root_prompt"),
    outcome: text("outcome") as TrialCount["outcome"],
    reason: row["reason"] === null ? undefined : (text("reason") as UnjudgedReason),
    count: Number(row["trials"]),
  };
}
