// The thread behind a recorder: hashes, indexes, signs and commits the batches it is given, in the order in which they come.
import { parentPort, workerData } from "node:worker_threads";
import { ProductError, type ErrorCode } from "@probity/domain/plain";
import { prepareAppend, type HeadSigner } from "./append-log.ts";
import { backgroundCheckpoints } from "./background-checkpoints.ts";
import { openDatabase, type DatabaseOptions } from "./open-database.ts";
import { unpackBatch, type PackedBatch } from "./packed-batch.ts";
import { guarded } from "./store-errors.ts";

/** What the thread is started with. */
export interface RecorderStart {
  readonly database: DatabaseOptions;
  readonly signer: HeadSigner;
}

/** A batch; or the end. */
export type RecorderRequest = PackedBatch | "close";

/** Whether each entry was new, or why the batch did not go in. An error's class does not survive the way between threads, so its parts go. */
export type Recording =
  | { readonly kind: "recorded"; readonly isNew: readonly boolean[] }
  | { readonly kind: "failed"; readonly code: ErrorCode | undefined; readonly message: string };

/** With the batch's memory, for the next one. */
export type RecorderReply = Recording & { readonly memory: ArrayBuffer };

const { database: options, signer } = workerData as RecorderStart;
const database = guarded(options.path, () => openDatabase(options));
const append = prepareAppend(database, signer);
const checkpoints = backgroundCheckpoints(options);

const record = (batch: PackedBatch): Recording => {
  try {
    const appended = guarded(options.path, () => append(unpackBatch(batch)));
    return { kind: "recorded", isNew: appended.map((each) => each !== undefined) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "failed", code: error instanceof ProductError ? error.code : undefined, message };
  }
};

parentPort?.on("message", (request: RecorderRequest) => {
  if (request !== "close") {
    const memory = request.buffer;
    const reply: RecorderReply = { ...record(request), memory };
    checkpoints.wrote(request.length);
    return parentPort?.postMessage(reply, [memory]);
  }
  void end();
});

async function end(): Promise<void> {
  await checkpoints.close();
  database.close();
  parentPort?.close();
}
