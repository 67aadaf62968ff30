import {
  decide,
  ProductError,
  type PlannedTrial,
  type RunId,
  type TrialId,
  type TrialRecord,
  type Transcript,
  type Verdict,
} from "@probity/domain";
import {
  actionOf,
  createChannel,
  judgeLater,
  prepareJudging,
  runTrial,
  trackSpending,
} from "@probity/engine";
import { denialProblems, freshStanding, prepareCampaign, type PreparedCampaign } from "./prepare-campaign.ts";
import { openModelAccess } from "./own-judges/model-access.ts";
import { objectivesOf } from "./own-judges/late-judges-for.ts";
import { masksFor } from "./mask-for.ts";
import type { Programme, Runtime } from "./programme.ts";
import { resolveSecrets } from "./resolve-secrets.ts";

export interface ReplayInputs {
  readonly programme: Programme;
  readonly runtime: Runtime;
  /** A trial's id or the start of it. */
  readonly trial: string;
  /** How often to send it. */
  readonly times: number;
  readonly signal: AbortSignal;
}

export interface ReplayedTrial {
  readonly run: RunId;
  readonly original: TrialRecord;
  readonly replays: readonly { readonly transcript: Transcript; readonly verdict: Verdict }[];
}

/**
 * Sends a recorded trial's exact request again, through the gate, and judges it again. Replays are recorded beside the run, never in its totals.
 *
 * @throws ProductError UNKNOWN_NAME, PLAN_CHANGED or NOT_AUTHORISED
 */
export async function replayTrial(inputs: ReplayInputs): Promise<ReplayedTrial> {
  const { programme, runtime, times } = inputs;
  const { store } = runtime;
  const { run, trial } = findTrial(runtime, inputs.trial);
  const original = store.trial(run, trial);
  const record = store.run(run);
  if (!original || !record) throw new TypeError(`Trial ${trial} is indexed and cannot be read.`);
  const prepared = prepareCampaign(programme, record.header.campaign);
  const planned = findPlanned(prepared, trial);
  const replays = [];
  const send = await prepareSending(inputs, { prepared, run, planned });
  try {
    for (let time = 0; time < times && !inputs.signal.aborted; time += 1) {
      const replay = await send.once();
      if (!replay) break;
      store.append([{ kind: "replay", at: runtime.clock().toISOString(), run, trial, ...replay }]);
      replays.push(replay);
    }
  } finally {
    await send.close();
  }
  return { run, original, replays };
}

function findTrial({ store }: Runtime, prefix: string): { readonly run: RunId; readonly trial: TrialId } {
  const found = store.findTrials(prefix.toLowerCase());
  const [first] = found;
  if (!first)
    throw new ProductError("UNKNOWN_NAME", {
      message: `There is no recorded trial that starts with "${prefix}".`,
      remedy: "The report gives each trial's id.",
    });
  if (found.some(({ trial }) => trial !== first.trial)) {
    throw new ProductError("UNKNOWN_NAME", {
      message: `Several trials start with "${prefix}".`,
      remedy: "Give more of the id.",
    });
  }
  return first;
}

function findPlanned({ plan, name }: PreparedCampaign, trial: TrialId): PlannedTrial {
  for (const planned of plan.trials()) if (planned.order.id === trial) return planned;
  throw new ProductError("PLAN_CHANGED", {
    message: `Trial ${trial.slice(0, 12)} is not in campaign ${name} as it is now: its probe, transforms, target or settings were changed. Nothing was sent.`,
    remedy:
      "Restore the configuration and content the trial was made from; its transcript stays in the evidence.",
  });
}

interface Sending {
  readonly prepared: PreparedCampaign;
  readonly run: RunId;
  readonly planned: PlannedTrial;
}

/** The judge of a replay that may have to wait, with its way out; `undefined` when a rule decides at once. */
async function lateJudgeOf(
  { programme, runtime, signal }: Pick<ReplayInputs, "programme" | "runtime" | "signal">,
  { prepared, run, planned }: Sending,
) {
  const assessor = prepared.judging.assessors.get(planned.order.judgedBy ?? "");
  if (!assessor) return undefined;
  const access = await openModelAccess({
    programme,
    runtime,
    assessors: [assessor],
    purpose: prepared.name,
    signal,
    used: runtime.store.judgingUse(run),
  });
  return { assessor, objective: objectivesOf(programme)(planned.order), access };
}

async function prepareSending(
  { programme, runtime, signal }: ReplayInputs,
  { prepared, run, planned }: Sending,
) {
  const { clock, now, random, sleep, maskKey, env } = runtime;
  const { target, charterDigest } = prepared;
  const { limits, canaries, pricing } = target.entry;
  const { settings, secrets } = resolveSecrets(target.settings, env);
  const wire = await runtime.openWire();
  const judge = prepareJudging(programme.catalogue.judges);
  const late = await lateJudgeOf({ programme, runtime, signal }, { prepared, run, planned });
  const ports = {
    runId: run,
    target: target.adapter,
    settings,
    limits,
    canaries,
    wire,
    channel: createChannel({ limits, now, random, sleep }),
    maskFor: masksFor(maskKey, secrets),
    spending: trackSpending({ trials: 0, inputTokens: 0, outputTokens: 0, minutes: 0, pricing, now }),
    abandon: signal,
  };
  return {
    async once() {
      const decision = decide(
        actionOf(planned.order, target.hosts),
        freshStanding(programme, charterDigest, runtime),
      );
      if (decision.kind === "denied") {
        const problems = denialProblems(programme, prepared.name, decision.denials);
        const at = clock().toISOString();
        runtime.store.append(
          decision.denials.map((denial) => ({
            kind: "denial" as const,
            at,
            campaign: prepared.name,
            run,
            denial,
          })),
        );
        throw new ProductError("NOT_AUTHORISED", {
          message: "The charter does not allow this replay now; nothing was sent.",
          problems,
        });
      }
      const transcript = await runTrial(planned, decision.permit, ports);
      if (!transcript) return undefined;
      const verdict = late
        ? await judgeLater(transcript, { ...late, desk: late.access.desk })
        : judge(transcript);
      return verdict && { transcript, verdict };
    },
    close: async () => {
      await Promise.all([wire.close(), late?.access.close()]);
    },
  };
}
