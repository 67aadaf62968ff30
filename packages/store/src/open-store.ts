import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ProductError, type RecordStore } from "@probity/domain";
import { prepareAppend, type SignHead } from "./append-log.ts";
import { lockCampaign } from "./campaign-lock.ts";
import { findIndexFault } from "./check-indexes.ts";
import { frontierOf } from "./load-frontier.ts";
import { migrate } from "./migrate.ts";
import { prepareLogReads } from "./read-log.ts";
import { prepareRunReads } from "./read-runs.ts";
import { prepareTrialReads } from "./read-trials.ts";
import { asProductError, guarded } from "./store-errors.ts";

export interface StoreOptions {
  /** Folder that holds the store. Made when it is not there. */
  readonly folder: string;
  readonly sign: SignHead;
  /** Largest size of the database, in megabytes. */
  readonly maxMegabytes?: number;
  /** How long to wait for another process that is writing, in milliseconds. */
  readonly busyTimeoutMs?: number;
}

/** Bytes of a database page; set once, before the first table. */
const pageSize = 8192;
/** Pages of write-ahead log before SQLite copies them into the database and waits for the disk: 64 MB. Its default of 1,000 halves the speed of recording. */
const checkpointPages = 8000;

/**
 * Opens the store in a folder and brings its schema up to date.
 *
 * WAL keeps readers and the writer apart. `synchronous = normal` survives the death of the process at any
 * moment; a power cut may cost the last transactions, never the integrity of the log.
 *
 * @throws ProductError STORE_BUSY, STORE_NEWER, STORE_UNREADABLE or STORE_FULL
 */
export async function openStore(options: StoreOptions): Promise<RecordStore> {
  const path = join(options.folder, "probity.db");
  const database = guarded(path, () => open(options, path));
  try {
    await migrate(database, path);
    return guarded(path, () => storeOn(database, path, options));
  } catch (error) {
    database.close();
    throw asProductError(path, error);
  }
}

function open({ folder, maxMegabytes, busyTimeoutMs }: StoreOptions, path: string): DatabaseSync {
  makeFolder(folder);
  const database = new DatabaseSync(path, {
    timeout: busyTimeoutMs ?? 5000,
    enableForeignKeyConstraints: true,
  });
  database.exec(
    `pragma page_size = ${pageSize}; pragma journal_mode = wal; pragma synchronous = normal;
     pragma wal_autocheckpoint = ${checkpointPages}`,
  );
  if (maxMegabytes !== undefined)
    database.exec(`pragma max_page_count = ${Math.floor((maxMegabytes * 1_000_000) / pageSize)}`);
  return database;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ProductError("STORE_UNREADABLE", {
      message: `The folder ${folder} could not be made: ${error instanceof Error ? error.message : String(error)}.`,
      cause: error,
    });
  }
}

function storeOn(database: DatabaseSync, path: string, { folder, sign }: StoreOptions): RecordStore {
  const log = prepareLogReads(database);
  const append = prepareAppend({ database, sign, loadFrontier: () => frontierOf(log.leafHashes()) });
  const askHalt = database.prepare(
    "insert into halt_request (run, requested_by, reason) values (?, ?, ?) on conflict (run) do nothing",
  );
  const haltAsked = database.prepare("select requested_by, reason from halt_request where run = ?");
  const forgetHalt = database.prepare("delete from halt_request where run = ?");
  return {
    ...prepareRunReads(database),
    ...prepareTrialReads(database),
    ...log,
    append: (entries) => guarded(path, () => append(entries)),
    lockCampaign: (campaign) => lockCampaign(folder, campaign),
    requestHalt: (run, by, reason) => {
      guarded(path, () => askHalt.run(run, by, reason));
    },
    haltRequest: (run) => {
      const row = haltAsked.get(run);
      return row && { by: String(row["requested_by"]), reason: String(row["reason"]) };
    },
    clearHaltRequest: (run) => {
      guarded(path, () => forgetHalt.run(run));
    },
    indexFault: () => findIndexFault(database),
    close: () => database.close(),
  };
}
