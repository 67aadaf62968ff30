import { Worker } from "node:worker_threads";
import { ProductError, type Recorder } from "@probity/domain";
import { canonicalJson } from "@probity/evidence";
import { indexRowOf } from "./index-row.ts";
import { packBatch } from "./packed-batch.ts";
import type { RecorderReply, RecorderRequest, RecorderStart } from "./recorder-thread.ts";
import { threadFile, threadOptions } from "./thread-file.ts";

interface Waiting {
  readonly resolve: (isNew: readonly boolean[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a writer of the log in a thread of its own, so that hashing and the disk do not hold up the requests in flight.
 *
 * Entries cross as canonical JSON, the form in which they are kept, with their index rows, so that the thread need not parse them. Batches are answered in the order in which they were given.
 */
export function openRecorder(start: RecorderStart): Recorder {
  const thread = new Worker(threadFile("recorder-thread", import.meta.url), {
    workerData: start,
    ...threadOptions(import.meta.url),
  });
  const waiting: Waiting[] = [];
  let failure: Error | undefined;
  let spare: ArrayBuffer | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  thread.on("message", (reply: RecorderReply) => {
    const first = waiting.shift();
    spare = reply.memory;
    if (reply.kind === "recorded") first?.resolve(reply.isNew);
    else first?.reject(errorOf(reply));
  });
  thread.on("error", fail);
  const ended = new Promise<void>((resolve) => {
    thread.on("exit", () => {
      fail(new Error("The thread that records has ended."));
      resolve();
    });
  });
  const tell = (request: RecorderRequest) =>
    thread.postMessage(request, request === "close" ? [] : [request.buffer]);
  return {
    record: (entries) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        const batch = packBatch(entries.map(indexRowOf), entries.map(canonicalJson), spare);
        spare = undefined;
        tell(batch);
        waiting.push({ resolve, reject });
      }),
    close: async () => {
      tell("close");
      await ended;
    },
  };
}

function errorOf({ code, message }: Extract<RecorderReply, { kind: "failed" }>): Error {
  return code === undefined ? new Error(message) : new ProductError(code, { message });
}
