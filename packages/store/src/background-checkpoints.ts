import { Worker } from "node:worker_threads";
import type { CheckpointRequest } from "./checkpoint-thread.ts";
import type { DatabaseOptions } from "./open-database.ts";
import { threadFile, threadOptions } from "./thread-file.ts";

/** Bytes of entries after which the write-ahead log is copied: some tens of milliseconds of the disk's time. */
const bytesBetween = 8_000_000;

/** Copies the write-ahead log into the database while the writer goes on. */
export interface BackgroundCheckpoints {
  /** Tells how much was just committed. */
  readonly wrote: (bytes: number) => void;
  /** Waits for a copy under way and ends the thread. */
  readonly close: () => Promise<void>;
}

/**
 * Keeps the write-ahead log short from a thread of its own, which starts when there is something to copy.
 *
 * A copy waits for the disk twice. A writer that makes it itself, once the log is long, answers no batch meanwhile, and the requests soon
 * wait too. Most is copied while the log is short, so the writer's own checkpoint at `checkpointPages` is left with little.
 */
export function backgroundCheckpoints(database: DatabaseOptions): BackgroundCheckpoints {
  let thread: Worker | undefined;
  let state: "idle" | "copying" | "broken" = "idle";
  let bytes = 0;
  const tell = (request: CheckpointRequest) => thread?.postMessage(request, []);
  const start = () =>
    new Worker(threadFile("checkpoint-thread", import.meta.url), {
      workerData: database,
      ...threadOptions(import.meta.url),
    })
      .on("message", () => {
        state = "idle";
      })
      // Without the thread the writer copies the log itself.
      .on("error", () => {
        thread = undefined;
        state = "broken";
      });
  return {
    wrote(more) {
      bytes += more;
      if (state !== "idle" || bytes < bytesBetween) return;
      bytes = 0;
      state = "copying";
      thread ??= start();
      tell("checkpoint");
    },
    async close() {
      const open = thread;
      if (open === undefined) return;
      const ended = new Promise((resolve) => open.once("exit", resolve));
      tell("close");
      await ended;
    },
  };
}
