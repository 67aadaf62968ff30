import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import type { LogEntry } from "@probity/domain";
import { indexRowOf } from "./index-row.ts";
import { migrate } from "./migrate.ts";
import { keyPrefix, keysFiledTo } from "./trial-keys.ts";
import { prepareIndexWriters } from "./write-indexes.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Every table that follows from the log, with the order in which its rows are compared. */
const indexes = {
  run: "idx",
  run_event: "idx",
  trial_group: "idx",
  trial: "idx",
  verdict: "trial, idx",
  denial: "idx",
  approval: "idx",
  review: "idx",
} as const;

/**
 * Says where an index is not what the log makes of it; `undefined` when all are.
 *
 * Counts and rates are read from the indexes, so a sound log alone does not vouch for them. The log is written anew through
 * the same writers into an empty database, and the tables are compared row by row. That database has no name: SQLite keeps it
 * in a temporary file of its own, so memory does not grow with the log. Expects a log that verifies.
 */
export async function findIndexFault(database: DatabaseSync): Promise<string | undefined> {
  const replayed = new DatabaseSync("");
  try {
    await migrate(replayed, "the replayed store");
    // What another process appends meanwhile is in neither view.
    database.exec("begin");
    try {
      return replayLog(database, replayed) ?? firstDifference(database, replayed);
    } finally {
      database.exec("rollback");
    }
  } finally {
    replayed.close();
  }
}

function replayLog(database: DatabaseSync, replayed: DatabaseSync): string | undefined {
  const writers = prepareIndexWriters(replayed);
  replayed.exec("begin");
  for (const { idx, kind, body } of rowsOf(database, "select idx, kind, body from log_entry order by idx")) {
    const index = Number(idx);
    const entry = JSON.parse(String(body)) as LogEntry;
    if (entry.kind !== kind) return `entry ${index} is filed as ${String(kind)}, but it is a ${entry.kind}`;
    if (!writers.write(indexRowOf(entry), index))
      return `entry ${index} records a trial that its run already holds`;
  }
  replayed.exec("commit");
  return undefined;
}

function firstDifference(database: DatabaseSync, replayed: DatabaseSync): string | undefined {
  for (const [table, order] of Object.entries(indexes)) {
    const query = `select * from ${table} order by ${order}`;
    const fault = compareRows(rowsOf(database, query), rowsOf(replayed, query));
    if (fault !== undefined) return notFollowing(table, fault);
  }
  return keysFault(database);
}

const notFollowing = (table: string, fault: string): string =>
  `the index of table ${table} does not follow from the log: ${fault}`;

/** Keys are filed in bulk, at times that the log does not know: those filed must be those of the trials up to the last mark. */
function keysFault(database: DatabaseSync): string | undefined {
  const filed = "select prefix, trial as idx from trial_key where prefix <> x'' order by 2, 1";
  const expected = `select ${keyPrefix} as prefix, idx from trial where idx <= ${keysFiledTo} order by 2, 1`;
  const fault = compareRows(rowsOf(database, filed), rowsOf(database, expected));
  return fault === undefined ? undefined : notFollowing("trial_key", fault);
}

function compareRows(found: IterableIterator<Row>, expected: IterableIterator<Row>): string | undefined {
  for (const right of expected) {
    const row = nextOf(found);
    if (!row) return missing(right);
    const column = Object.keys(right).find((name) => !isSame(row[name], right[name]));
    if (column === undefined) continue;
    // Rows come in the order of their entries: the smaller of two is the one without a partner.
    if (indexOf(row) < indexOf(right)) return extra(row);
    if (indexOf(row) > indexOf(right)) return missing(right);
    return `at entry ${indexOf(right)} it says ${column} ${shown(row[column])}, the log says ${shown(right[column])}`;
  }
  const surplus = nextOf(found);
  return surplus && extra(surplus);
}

const indexOf = (row: Row): number => Number(row["idx"]);
const missing = (row: Row): string => `the row of entry ${indexOf(row)} is missing`;
const extra = (row: Row): string => `it has a row of its own for entry ${indexOf(row)}`;

/** The next row, or `undefined` at the end. */
function nextOf(rows: IterableIterator<Row>): Row | undefined {
  const step = rows.next();
  return step.done === true ? undefined : step.value;
}

const rowsOf = (database: DatabaseSync, query: string): IterableIterator<Row> =>
  database.prepare(query).iterate();

function isSame(one: SQLOutputValue | undefined, other: SQLOutputValue | undefined): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other) === 0;
  return one === other;
}

/** A cell in words; cut, because whoever changed it chose what stands in it. */
const shown = (cell: SQLOutputValue | undefined): string =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : JSON.stringify(String(cell).slice(0, 80));
