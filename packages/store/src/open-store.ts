import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { ProductError, type RecordStore } from "@probity/domain";
import { canonicalJson, hexFromHash } from "@probity/evidence";
import { prepareAppend, type HeadSigner } from "./append-log.ts";
import { lockCampaign } from "./campaign-lock.ts";
import { findIndexFault } from "./check-indexes.ts";
import { indexRowOf } from "./index-row.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { openRecorder } from "./open-recorder.ts";
import { writtenEntry } from "./packed-batch.ts";
import type { RecorderStart } from "./recorder-thread.ts";
import { prepareLogReads } from "./read-log.ts";
import { prepareReviewReads } from "./read-reviews.ts";
import { prepareRunReads } from "./read-runs.ts";
import { prepareTrialReads } from "./read-trials.ts";
import { asProductError, guarded } from "./store-errors.ts";

export interface StoreOptions {
  /** Folder that holds the store. Made when it is not there. */
  readonly folder: string;
  readonly signer: HeadSigner;
  /** Largest size of the database, in megabytes. */
  readonly maxMegabytes?: number;
  /** How long to wait for another process that is writing, in milliseconds. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens the store in a folder and brings its schema up to date.
 *
 * @throws ProductError STORE_BUSY, STORE_NEWER, STORE_UNREADABLE or STORE_FULL
 */
export async function openStore(options: StoreOptions): Promise<RecordStore> {
  const { folder, signer, ...limits } = options;
  const path = join(folder, "probity.db");
  makeFolder(folder);
  const database = guarded(path, () => openDatabase({ path, ...limits }));
  try {
    await migrate(database, path);
    return guarded(path, () =>
      storeOn(database, { folder, start: { signer, database: { path, ...limits } } }),
    );
  } catch (error) {
    database.close();
    throw asProductError(path, error);
  }
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

interface StoreParts {
  readonly folder: string;
  readonly start: RecorderStart;
}

function storeOn(database: DatabaseSync, { folder, start }: StoreParts): RecordStore {
  const { path } = start.database;
  const append = prepareAppend(database, start.signer);
  const askHalt = database.prepare(
    "insert into halt_request (run, requested_by, reason) values (?, ?, ?) on conflict (run) do nothing",
  );
  const haltAsked = database.prepare("select requested_by, reason from halt_request where run = ?");
  const forgetHalt = database.prepare("delete from halt_request where run = ?");
  return {
    ...prepareRunReads(database),
    ...prepareTrialReads(database),
    ...prepareReviewReads(database),
    ...prepareLogReads(database),
    append: (entries) => {
      const written = entries.map((entry) => writtenEntry(indexRowOf(entry), canonicalJson(entry)));
      return guarded(path, () => append(written)).map(
        (each) => each && { index: each.index, leafHash: hexFromHash(each.hash) },
      );
    },
    openRecorder: () => openRecorder(start),
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
