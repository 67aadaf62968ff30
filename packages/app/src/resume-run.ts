import { ProductError, type RunRecord } from "@probity/domain";
import { conductRun, type ConductedRun, type RunWatcher } from "./conduct-run.ts";
import { findRun } from "./find-run.ts";
import { prepareCampaign, type PreparedCampaign } from "./prepare-campaign.ts";
import type { Programme, Runtime } from "./programme.ts";

export interface ResumeInputs {
  readonly programme: Programme;
  /** A run's id, a campaign's name for its newest run, or `undefined` for the newest of all. */
  readonly run: string | undefined;
  readonly runtime: Runtime;
  readonly watcher: RunWatcher;
  /** Who decided to go on and why. Needed after a halt by a rule or by the gate. */
  readonly decision: { readonly by: string; readonly because: string } | undefined;
}

/**
 * Continues a run where it stopped. Recorded trials are never sent again.
 *
 * @throws ProductError UNKNOWN_NAME, RUN_FINISHED, DECISION_NEEDED or PLAN_CHANGED
 */
export async function resumeRun(inputs: ResumeInputs): Promise<ConductedRun> {
  const { programme, runtime, watcher } = inputs;
  const found = findRun(runtime.store, inputs.run);
  const prepared = prepareCampaign(programme, found.header.campaign);
  return conductRun({
    programme,
    prepared,
    runtime,
    watcher,
    begin: () => recordResumption(inputs, found, prepared),
  });
}

/** Called under the campaign's lock: whatever state says "running" now belongs to a process that died. */
function recordResumption(
  { runtime, decision, programme }: ResumeInputs,
  found: RunRecord,
  prepared: PreparedCampaign,
): RunRecord {
  const { store, clock } = runtime;
  const { id } = found.header;
  const run = store.run(id) ?? found;
  if (run.state === "completed")
    throw new ProductError("RUN_FINISHED", { message: `Run ${id} has finished; nothing was sent.` });
  if (run.header.planDigest !== prepared.plan.digest) {
    throw new ProductError("PLAN_CHANGED", {
      message: `Campaign ${prepared.name} was edited since run ${id} started, so its plan is another one; nothing was sent.`,
    });
  }
  if (!decision && needsDecision(run)) {
    throw new ProductError("DECISION_NEEDED", {
      message: `Run ${id} was halted${causeOf(run)}; it goes on only by a recorded decision.`,
      remedy: `Run: probity resume ${id} --by NAME --because "reason"`,
    });
  }
  const at = clock().toISOString();
  const { by, because } = decision ?? {
    by: "operator",
    because: run.state === "running" ? "the earlier process ended without a word" : "continued",
  };
  const charterSeen =
    prepared.charterDigest === run.header.charterDigest
      ? []
      : [{ kind: "charter-seen" as const, at, charter: programme.project.charter }];
  store.append([
    ...charterSeen,
    { kind: "run-event", at, run: id, event: { kind: "run-resumed", by, because } },
  ]);
  store.clearHaltRequest(id);
  return store.run(id) ?? run;
}

function lastHalt(run: RunRecord) {
  const last = run.events.at(-1)?.event;
  return last?.kind === "run-halted" ? last : undefined;
}

/** A person who pressed Ctrl-C decides by resuming; what a rule, the gate or somebody else halted needs words. */
function needsDecision(run: RunRecord): boolean {
  const halt = lastHalt(run);
  return halt !== undefined && (halt.cause.kind !== "operator" || halt.by !== "operator");
}

function causeOf(run: RunRecord): string {
  const cause = lastHalt(run)?.cause;
  switch (cause?.kind) {
    case "rule":
      return ` by rule ${cause.rule} (${cause.figure} is more than ${cause.limit})`;
    case "budget":
      return ` because the budget of ${cause.limit} ${cause.what} was spent`;
    case "gate":
      return ` by the gate (${cause.message})`;
    case "operator":
      return `: ${cause.reason}`;
    case undefined:
      return "";
  }
}
