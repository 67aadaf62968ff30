// The thread behind `backgroundCheckpoints`: copies the write-ahead log into the database whenever it is asked to.
import { parentPort, workerData } from "node:worker_threads";
import { openDatabase, type DatabaseOptions } from "./open-database.ts";

/** Copy what there is; or the end. */
export type CheckpointRequest = "checkpoint" | "close";

const database = openDatabase(workerData as DatabaseOptions);
// Passive: waits for nobody, and nobody waits for it.
const checkpoint = database.prepare("pragma wal_checkpoint(passive)");

parentPort?.on("message", (request: CheckpointRequest) => {
  if (request === "checkpoint") {
    try {
      checkpoint.get();
    } catch {
      // What keeps this from writing keeps the writer from it too, and the writer reports it. Until then nothing is lost: the log stays.
    }
    parentPort?.postMessage("done", []);
    return;
  }
  database.close();
  parentPort?.close();
});
