import type { DatabaseSync } from "node:sqlite";
import type { RunId, TrialId } from "@probity/domain";
import { groupColumns, type IndexRow } from "./index-row.ts";
import { prepareTrialKeys, trialKey } from "./trial-keys.ts";
import { prepareReviewWriter } from "./write-reviews.ts";

type RowOf<Kind extends IndexRow["kind"]> = Extract<IndexRow, { kind: Kind }>;

/** Writers of index rows, with what they remember of rows already written. */
export interface IndexWriters {
  readonly write: (row: IndexRow, index: number) => boolean;
  /** Forgets what was remembered: for after a transaction that did not go in, or another writer's. */
  readonly forget: () => void;
}

/**
 * Writes the index rows of an entry, in the entry's own transaction.
 *
 * The result says whether the entry is new: a transcript of a trial that its run already holds is not, and nothing was written.
 */
export function prepareIndexWriters(database: DatabaseSync): IndexWriters {
  const runs = prepareRunNumbers(database);
  const trials = prepareTrialWriter(database);
  const verdicts = prepareVerdictWriter(database);
  const run = database.prepare("insert into run (id, campaign, idx) values (?, ?, ?)");
  const runEvent = database.prepare("insert into run_event (idx, run) values (?, ?)");
  const denial = database.prepare("insert into denial (idx, campaign) values (?, ?)");
  const review = prepareReviewWriter(database);
  const approval = database.prepare("insert into approval (idx, charter_digest) values (?, ?)");

  const write = (row: IndexRow, index: number): boolean => {
    switch (row.kind) {
      case "transcript": {
        const isNew = trials.write(runs.numberOf(row.run), row, index);
        if (isNew) verdicts.expect(row.trial, index);
        return isNew;
      }
      case "verdict":
        verdicts.write(row, index);
        return true;
      case "run-header":
        run.run(row.run, row.campaign, index);
        return true;
      case "run-event":
        runEvent.run(index, runs.numberOf(row.run));
        return true;
      case "denial":
        denial.run(index, row.campaign);
        return true;
      case "approval":
        approval.run(index, row.charterDigest);
        return true;
      case "label-sample":
      case "label":
      case "contest":
      case "contest-decision":
        review(index, runs.numberOf(row.run), row.kind);
        return true;
      case "calibration":
        review(index, undefined, row.kind);
        return true;
      case "charter-seen":
      case "replay":
        return true;
    }
  };
  return {
    write,
    forget: () => {
      runs.forget();
      trials.forget();
      verdicts.forget();
    },
  };
}

/** Numbers of runs, looked up once each: a run's number never changes. */
function prepareRunNumbers(database: DatabaseSync) {
  const select = database.prepare("select number from run where id = ?");
  const known = new Map<RunId, number>();
  return {
    numberOf(id: RunId): number {
      const number = known.get(id) ?? Number(select.get(id)?.["number"]);
      if (Number.isNaN(number)) throw new TypeError(`Run ${id} is not recorded.`);
      known.set(id, number);
      return number;
    },
    forget: () => known.clear(),
  };
}

function prepareTrialWriter(database: DatabaseSync) {
  const groups = prepareGroupNumbers(database);
  const insert = database.prepare(
    `insert into trial (idx, run, position, id, grp, input_tokens, output_tokens, masked)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
  );
  return {
    write(run: number, row: RowOf<"transcript">, index: number): boolean {
      const { position, trial, group, inputTokens, outputTokens, masked } = row;
      const number = groups.numberOf(group, index);
      const { changes } = insert.run(
        index,
        run,
        position,
        trialKey(trial),
        number,
        inputTokens,
        outputTokens,
        masked ? 1 : 0,
      );
      return changes === 1;
    },
    forget: groups.forget,
  };
}

/** Numbers of groups, from 1 in the order in which the log first shows them, so that they too follow from the log. */
function prepareGroupNumbers(database: DatabaseSync) {
  const select = database.prepare(
    `select number, json_array(${groupColumns.join(", ")}) as key from trial_group`,
  );
  const insert = database.prepare(
    `insert into trial_group (idx, ${groupColumns.join(", ")}) values (?, ${groupColumns.map(() => "?").join(", ")})`,
  );
  let known: Map<string, number> | undefined;
  const load = () =>
    new Map(select.all().map(({ key, number }) => [canonical(String(key)), Number(number)] as const));
  const add = (key: string, index: number) => {
    const values = JSON.parse(key) as string[];
    return Number(insert.run(index, ...values).lastInsertRowid);
  };
  return {
    numberOf(key: string, index: number): number {
      known ??= load();
      const number = known.get(key) ?? add(key, index);
      known.set(key, number);
      return number;
    },
    forget: () => {
      known = undefined;
    },
  };
}

/** As `groupKey` writes it: SQLite may escape characters that JSON.stringify does not. */
const canonical = (key: string) => JSON.stringify(JSON.parse(key));

function prepareVerdictWriter(database: DatabaseSync) {
  const keys = prepareTrialKeys(database);
  const insert = database.prepare("insert into verdict (trial, idx, outcome, reason) values (?, ?, ?, ?)");
  /** Where trials of this process stand in the log: each is judged once, soon after it was written. */
  const expected = new Map<TrialId, number>();
  return {
    expect: (trial: TrialId, index: number) => void expected.set(trial, index),
    write({ run, trial, outcome, reason }: RowOf<"verdict">, index: number): void {
      const at = expected.get(trial) ?? keys.find(run, trial);
      if (at === undefined) throw new TypeError(`A verdict names trial ${trial}, which is not recorded.`);
      expected.delete(trial);
      insert.run(at, index, outcome, reason);
    },
    forget: () => expected.clear(),
  };
}
