import { asRunId, ProductError, type RunHeader, type RunRecord } from "@probity/domain";
import { conductRun, type ConductedRun, type RunWatcher } from "./conduct-run.ts";
import { prepareCampaign, type PreparedCampaign } from "./prepare-campaign.ts";
import type { Programme, Runtime } from "./programme.ts";

export interface StartInputs {
  readonly programme: Programme;
  readonly campaign: string;
  readonly runtime: Runtime;
  readonly watcher: RunWatcher;
  /** Starts a new run even when an earlier one has not finished. */
  readonly anew: boolean;
}

/**
 * Starts a campaign's next run.
 *
 * @throws ProductError RUN_UNFINISHED when an earlier run could be resumed and `anew` is not set
 */
export async function startRun(inputs: StartInputs): Promise<ConductedRun> {
  const { programme, runtime, watcher } = inputs;
  const prepared = prepareCampaign(programme, inputs.campaign);
  return conductRun({ programme, prepared, runtime, watcher, begin: () => recordStart(inputs, prepared) });
}

/** Called under the campaign's lock, so that two starts cannot take one number. */
function recordStart({ programme, runtime, anew }: StartInputs, prepared: PreparedCampaign): RunRecord {
  const { store } = runtime;
  const earlier = store.runs(prepared.name);
  const last = earlier.at(-1);
  if (last && last.state !== "completed" && !anew) {
    throw new ProductError("RUN_UNFINISHED", {
      message: `Run ${last.header.id} of ${prepared.name} is ${last.state}, with ${store.recordedTrials(last.header.id)} of ${last.header.plannedTrials} trials recorded; no new run was started.`,
      remedy: `Continue it with \`probity resume ${last.header.id}\`, or start another with --new.`,
    });
  }
  const at = runtime.clock().toISOString();
  const header: RunHeader = {
    id: asRunId(`${prepared.name}-${earlier.length + 1}`),
    campaign: prepared.name,
    startedAt: at,
    charterDigest: prepared.charterDigest,
    planDigest: prepared.plan.digest,
    plannedTrials: prepared.plan.size,
    product: runtime.product,
  };
  const { charter } = programme.project;
  const target = {
    name: prepared.target.name,
    kind: prepared.target.entry.kind,
    configuration: prepared.target.configuration,
  };
  store.append([
    { kind: "run-header", at, header, skipped: prepared.plan.skipped, charter, target },
    { kind: "run-event", at, run: header.id, event: { kind: "run-started" } },
  ]);
  const run = store.run(header.id);
  if (!run) throw new TypeError(`Run ${header.id} was recorded and cannot be read.`);
  return run;
}
