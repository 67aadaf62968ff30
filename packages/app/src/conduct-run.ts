import {
  ProductError,
  type Recorder,
  type RunEvent,
  type RunId,
  type RunRecord,
  type Transcript,
  type Verdict,
} from "@probity/domain";
import {
  authorisePlan,
  createChannel,
  prepareJudging,
  runCampaign,
  tallyOf,
  trackSpending,
  watchHaltRules,
  type AuthorisedPlan,
  type Channel,
  type CampaignPorts,
  type RunEnding,
} from "@probity/engine";
import type { Wire } from "@probity/kit";
import { denialProblems, freshStanding, type PreparedCampaign } from "./prepare-campaign.ts";
import type { Programme, Runtime } from "./programme.ts";
import { resolveSecrets, type ResolvedSettings } from "./resolve-secrets.ts";
import { allDenials, judgingDenials } from "./own-judges/campaign-judging.ts";
import { openJudgeTargets, type OpenJudgeTargets } from "./own-judges/judge-targets.ts";
import { lateJudgesFor } from "./own-judges/late-judges-for.ts";
import { masksFor } from "./mask-for.ts";
import { minutesRun } from "./run-minutes.ts";
import { severityCounts } from "./severity-counts.ts";

/** What whoever watches a run is told, and how they stop it. */
export interface RunWatcher {
  readonly operatorStop: AbortSignal;
  /** `done` trials are recorded and judged already. */
  readonly onStart: (run: RunId, planned: number, done: number) => void;
  readonly onTrial: (transcript: Transcript, verdict: Verdict) => void;
}

export interface ConductInputs {
  readonly programme: Programme;
  readonly prepared: PreparedCampaign;
  readonly runtime: Runtime;
  readonly watcher: RunWatcher;
  /** Makes the run's record, or marks it resumed, once the gate has agreed. */
  readonly begin: () => RunRecord;
}

export interface ConductedRun {
  readonly run: RunRecord;
  readonly ending: RunEnding;
}

/**
 * Runs what is left of a campaign's plan, from the gate to the last verdict, and records how it ended.
 *
 * @throws ProductError NOT_AUTHORISED (every denial recorded), CAMPAIGN_BUSY, SECRET_MISSING
 */
export async function conductRun(inputs: ConductInputs): Promise<ConductedRun> {
  const { prepared, runtime } = inputs;
  const lock = runtime.store.lockCampaign(prepared.name);
  if (!lock)
    throw new ProductError("CAMPAIGN_BUSY", {
      message: `Campaign ${prepared.name} is being run by another process; nothing was sent.`,
    });
  try {
    const plan = authorise(inputs);
    // Everything that may be missing is looked for before a run is recorded.
    const systems = openSystems(inputs);
    const run = inputs.begin();
    return await runUnderLock(inputs, { plan, systems, run });
  } finally {
    lock.release();
  }
}

function authorise({ programme, prepared, runtime }: ConductInputs): AuthorisedPlan {
  const standing = freshStanding(programme, prepared.charterDigest, runtime);
  const decision = authorisePlan(prepared.plan, standing, prepared.target.hosts);
  const ofJudges = judgingDenials(prepared.judging.targets, standing);
  if (decision.kind === "authorised" && ofJudges.length === 0) return decision.plan;
  const denials = allDenials(decision.kind === "denied" ? decision.denials : [], ofJudges);
  const at = runtime.clock().toISOString();
  runtime.store.append(
    denials.map((denial) => ({ kind: "denial" as const, at, campaign: prepared.name, denial })),
  );
  const rules = denials.length === 1 ? "one rule" : `${denials.length} rules`;
  throw new ProductError("NOT_AUTHORISED", {
    message: `Campaign ${prepared.name} is refused by ${rules} of charter ${programme.project.charter.id}; nothing was sent. The refusal is recorded.`,
    problems: denialProblems(programme, prepared.name, denials),
  });
}

/** The target and the judge models, with their secrets in place. */
interface OpenSystems {
  readonly secrets: ResolvedSettings;
  readonly channel: Channel;
  readonly judgeModels: OpenJudgeTargets;
}

function openSystems({ prepared, runtime }: ConductInputs): OpenSystems {
  const { target, judging } = prepared;
  const { now, random, sleep } = runtime;
  const secrets = resolveSecrets(target.settings, runtime.env);
  const channel = createChannel({ limits: target.entry.limits, now, random, sleep });
  const judgeModels = openJudgeTargets(judging.targets, runtime, new Map([[target.name, channel]]));
  return { secrets, channel, judgeModels };
}

interface Begun {
  readonly plan: AuthorisedPlan;
  readonly systems: OpenSystems;
  readonly run: RunRecord;
}

async function runUnderLock(inputs: ConductInputs, { plan, systems, run }: Begun): Promise<ConductedRun> {
  const { runtime, watcher } = inputs;
  const { store } = runtime;
  const runId = run.header.id;
  judgePending(inputs, runId);
  // Rules have judged all there is by now; models come to the rest in the course of the run.
  const pending = inputs.prepared.judging.assessors.size > 0 ? tallyOf(store.counts(runId)).pending : 0;
  watcher.onStart(runId, plan.size, store.recordedTrials(runId) - pending);
  const wire = await runtime.openWire();
  const recorder = store.openRecorder();
  try {
    const ending = await runCampaign(plan, portsFor(inputs, { run, systems, wire, recorder }));
    const at = runtime.clock().toISOString();
    await recorder.record([{ kind: "run-event", at, run: runId, event: eventOf(ending) }]);
    return { run: store.run(runId) ?? run, ending };
  } finally {
    await Promise.all([wire.close(), recorder.close()]);
    store.clearHaltRequest(runId);
  }
}

/**
 * Transcripts that were committed before an earlier process died are judged from the evidence; nothing is sent again. Those whose judge
 * may have to wait are judged in the course of the run.
 */
function judgePending({ runtime: { store, clock }, programme }: ConductInputs, run: RunId): void {
  const judge = prepareJudging(programme.catalogue.judges);
  const verdicts = [];
  for (const { transcript } of store.trials({ run, outcome: "pending" })) {
    if (transcript.order.judgedBy !== undefined) continue;
    const verdict = judge(transcript);
    verdicts.push({
      kind: "verdict" as const,
      at: clock().toISOString(),
      run,
      trial: transcript.trialId,
      verdict,
    });
  }
  if (verdicts.length > 0) store.append(verdicts);
}

/** The ways out of a run: to the target, and to the log. */
interface Ways {
  readonly wire: Wire;
  readonly recorder: Recorder;
}

function portsFor(
  { programme, prepared, runtime, watcher }: ConductInputs,
  { run, systems, wire, recorder }: Omit<Begun, "plan"> & Ways,
): CampaignPorts {
  const { store, clock, now } = runtime;
  const { charter } = programme.project;
  const { target, charterDigest, judging } = prepared;
  const { limits, canaries, pricing } = target.entry;
  const runId = run.header.id;
  const { secrets, channel, judgeModels } = systems;
  const maskFor = masksFor(runtime.maskKey, [...secrets.secrets, ...judgeModels.secrets]);
  const used = store.consumption(runId);
  // A run has one plan (a changed one is not resumed), so a trial's place in it says whether it is recorded.
  const recorded = store.recordedPositions(runId);
  return {
    runId,
    campaign: prepared.name,
    charter,
    charterDigest,
    hosts: target.hosts,
    target: target.adapter,
    settings: secrets.settings,
    limits,
    canaries,
    wire,
    channel,
    maskFor,
    judges: programme.catalogue.judges,
    lateJudges:
      judging.assessors.size === 0
        ? undefined
        : lateJudgesFor({ programme, judging, targets: judgeModels.targets, maskFor, store, run: runId }),
    spending: trackSpending({
      trials: store.recordedTrials(runId),
      ...used,
      minutes: minutesRun(run.events),
      ...(judging.assessors.size === 0 ? {} : { judging: store.judgingUse(runId) }),
      pricing,
      now,
    }),
    haltWatch: watchHaltRules({
      rules: charter.haltRules,
      breaches: severityCounts(store.counts(runId)),
      answersWithPersonalData: used.answersWithMaskedData,
    }),
    clock,
    record: recorder.record,
    isRecorded: ({ position }) => recorded.has(position),
    approvals: () => store.approvals(charterDigest),
    haltRequest: () => store.haltRequest(runId),
    operatorStop: watcher.operatorStop,
    onTrial: watcher.onTrial,
  };
}

function eventOf(ending: RunEnding): RunEvent {
  switch (ending.kind) {
    case "completed":
      return { kind: "run-completed" };
    case "halt":
      return { kind: "run-halted", cause: ending.cause, by: ending.by };
    case "failure":
      return { kind: "run-failed", code: ending.error.code, message: ending.error.message };
  }
}
