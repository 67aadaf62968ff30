// The thread behind a recorder: hashes, indexes, signs and commits the batches it is given, in the order in which they come.
import { parentPort, workerData } from "node:worker_threads";
import { ProductError, type ErrorCode } from "@probity/domain";
import { prepareAppend, type HeadSigner } from "./append-log.ts";
import type { WrittenEntry } from "./index-row.ts";
import { openDatabase, type DatabaseOptions } from "./open-database.ts";
import { guarded } from "./store-errors.ts";

/** What the thread is started with. */
export interface RecorderStart {
  readonly database: DatabaseOptions;
  readonly signer: HeadSigner;
}

/** A batch; or the end. */
export type RecorderRequest = readonly WrittenEntry[] | "close";

/** Whether each entry was new, or why the batch did not go in. An error's class does not survive the way between threads, so its parts go. */
export type RecorderReply =
  | { readonly kind: "recorded"; readonly isNew: readonly boolean[] }
  | { readonly kind: "failed"; readonly code: ErrorCode | undefined; readonly message: string };

const { database: options, signer } = workerData as RecorderStart;
const database = guarded(options.path, () => openDatabase(options));
const append = prepareAppend(database, signer);

const record = (entries: readonly WrittenEntry[]): RecorderReply => {
  try {
    const appended = guarded(options.path, () => append(entries));
    return { kind: "recorded", isNew: appended.map((each) => each !== undefined) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "failed", code: error instanceof ProductError ? error.code : undefined, message };
  }
};

parentPort?.on("message", (request: RecorderRequest) => {
  if (request !== "close") return parentPort?.postMessage(record(request), []);
  database.close();
  parentPort?.close();
});
