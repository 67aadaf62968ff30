import { ProductError, type RunRecord } from "@probity/domain";
import { findRun } from "./find-run.ts";
import type { Runtime } from "./programme.ts";

/** Asks a running run to halt. Whoever runs it stops within 5 seconds. One person is enough. @throws ProductError UNKNOWN_NAME when it is not running */
export function haltRun(
  { store }: Runtime,
  name: string | undefined,
  decision: { readonly by: string; readonly because: string },
): RunRecord {
  const run = findRun(store, name);
  if (run.state !== "running") {
    throw new ProductError("UNKNOWN_NAME", {
      message: `Run ${run.header.id} is ${run.state}; there is nothing to halt.`,
      remedy: "`probity report` names the runs.",
    });
  }
  store.requestHalt(run.header.id, decision.by, decision.because);
  return run;
}
