import { ProductError, type RunRecord } from "@probity/domain";
import { findRun } from "./find-run.ts";
import type { Runtime } from "./programme.ts";

/** Asks a running run to halt. Whoever runs it stops within 5 seconds. One person is enough. @throws ProductError RUN_NOT_RUNNING, UNKNOWN_NAME */
export function haltRun(
  { store }: Runtime,
  name: string | undefined,
  decision: { readonly by: string; readonly because: string },
): RunRecord {
  const run = findRun(store, name);
  if (run.state !== "running") {
    throw new ProductError("RUN_NOT_RUNNING", {
      message: `Run ${run.header.id} is ${run.state}; there is nothing to halt.`,
    });
  }
  store.requestHalt(run.header.id, decision.by, decision.because);
  return run;
}
