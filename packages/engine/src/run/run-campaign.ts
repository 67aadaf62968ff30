import {
  decide,
  ProductError,
  type Approval,
  type Charter,
  type Denial,
  type Digest,
  type HaltCause,
  type PlannedTrial,
  type Recorder,
  type Standing,
  type Transcript,
  type TrialOrder,
  type Verdict,
} from "@probity/domain";
import type { Judge } from "@probity/kit";
import { actionOf, type AuthorisedPlan } from "../gate/authorise-plan.ts";
import { isoTime } from "../iso-time.ts";
import { prepareLateJudging, type LateJudges, type LateJudging } from "../judging/late-judging.ts";
import { groupCommit, type GroupCommit } from "./group-commit.ts";
import type { HaltWatch } from "./halt-watch.ts";
import { prepareJudging, type Judging } from "./judge-transcript.ts";
import { runTrial, type TrialPorts } from "./run-trial.ts";
import { prepareStopping, type Stopping, type StopReason } from "./stopping.ts";

/** How long requests in flight may go on after a halt. With the second it takes to notice, everything is idle within 5 s. */
export const haltGraceMs = 3500;
/** How often a running campaign looks for a halt request and for changed approvals. */
const lookAroundMs = 500;

/** Everything outside the runner that a campaign needs. */
export interface CampaignPorts extends TrialPorts {
  readonly campaign: string;
  readonly charter: Charter;
  readonly charterDigest: Digest;
  readonly hosts: readonly string[];
  readonly judges: ReadonlyMap<string, Judge>;
  /** Judges that may have to wait: models and panels. */
  readonly lateJudges?: LateJudges | undefined;
  readonly haltWatch: HaltWatch;
  readonly clock: () => Date;
  readonly record: Recorder["record"];
  readonly isRecorded: (trial: TrialOrder) => boolean;
  readonly approvals: () => readonly Approval[];
  readonly haltRequest: () => { readonly by: string; readonly reason: string } | undefined;
  /** Aborts when the operator wants to stop. */
  readonly operatorStop: AbortSignal;
  /** Told once a trial's transcript is recorded and judged. Whoever keeps the transcript keeps it in memory. */
  readonly onTrial: (transcript: Transcript, verdict: Verdict) => void;
}

export type RunEnding = { readonly kind: "completed" } | StopReason;

/** What the workers of one run have in common. */
interface Crew {
  readonly judge: Judging;
  readonly late: LateJudging | undefined;
  readonly ports: CampaignPorts;
  readonly stopping: Stopping;
  readonly commits: GroupCommit;
  readonly next: () => PlannedTrial | undefined;
  approvals: readonly Approval[];
  failuresInARow: number;
}

/**
 * Runs what is left of an authorised plan: for each trial, ask the gate, send, mask, commit, judge, commit the verdict.
 *
 * Never throws for what a target, a judge or a transform does; those are recorded. Ends when the plan does or when something stops it.
 */
export async function runCampaign(plan: AuthorisedPlan, ports: CampaignPorts): Promise<RunEnding> {
  const stopping = prepareStopping(haltGraceMs);
  const trials = plan.trials();
  const crew: Crew = {
    judge: prepareJudging(ports.judges),
    late: ports.lateJudges && lateJudgingOf(ports.lateJudges, { ports, stopping, crewOf: () => crew }),
    ports,
    stopping,
    commits: groupCommit(ports.record, (error) => stopping.stop(storeFailure(error))),
    next: () => nextUnrecorded(trials, ports.isRecorded),
    approvals: ports.approvals(),
    failuresInARow: 0,
  };
  const onStop = () =>
    stopping.stop({
      kind: "halt",
      by: "operator",
      cause: { kind: "operator", reason: "stopped from the terminal" },
    });
  if (ports.operatorStop.aborted) onStop();
  ports.operatorStop.addEventListener("abort", onStop, { once: true });
  const watch = setInterval(() => lookAround(crew), lookAroundMs);
  try {
    const workers = Array.from({ length: ports.limits.concurrency }, () => work(crew));
    await Promise.all(crew.late ? [judgePending(crew, crew.late), ...workers] : workers);
    await crew.commits.drain();
    if (crew.late) {
      await crew.late.drain();
      await crew.commits.drain();
    }
  } finally {
    clearInterval(watch);
    ports.operatorStop.removeEventListener("abort", onStop);
    stopping.dispose();
  }
  return stopping.reason() ?? { kind: "completed" };
}

function nextUnrecorded(
  trials: Generator<PlannedTrial>,
  isRecorded: (trial: TrialOrder) => boolean,
): PlannedTrial | undefined {
  for (;;) {
    const { done, value } = trials.next();
    if (done) return undefined;
    if (!isRecorded(value.order)) return value;
  }
}

function lookAround(crew: Crew): void {
  try {
    crew.approvals = crew.ports.approvals();
    const request = crew.ports.haltRequest();
    if (request)
      crew.stopping.stop({
        kind: "halt",
        by: request.by,
        cause: { kind: "operator", reason: request.reason },
      });
  } catch (error) {
    crew.stopping.stop(storeFailure(error));
  }
}

async function work(crew: Crew): Promise<void> {
  const ports = { ...crew.ports, abandon: crew.stopping.abandon };
  while (!crew.stopping.reason()) {
    const trial = crew.next();
    if (!trial) return;
    const permit = askGate(crew, trial);
    if (!permit) return;
    const transcript = await runTrial(trial, permit, ports);
    if (transcript) record(crew, transcript);
    if (!crew.commits.hasRoom()) await crew.commits.room();
    if (crew.late) await crew.late.room();
  }
}

/** The judges that may have to wait, at work for this run: the same gate, the same budget, the same halt. */
function lateJudgingOf(
  judges: LateJudges,
  { ports, stopping, crewOf }: Pick<Crew, "ports" | "stopping"> & { readonly crewOf: () => Crew },
): LateJudging {
  return prepareLateJudging(judges, {
    wire: ports.wire,
    spending: ports.spending,
    standing: () => standingOf(crewOf()),
    denied: (denials) => closeGate(crewOf(), denials),
    heldBack: (denial) => recordDenial(crewOf(), denial),
    mayStart: () => stopping.reason() === undefined,
    abandon: stopping.abandon,
  });
}

/** Has the transcripts judged that an earlier stretch of the run left without a verdict. */
async function judgePending(crew: Crew, late: LateJudging): Promise<void> {
  for (const transcript of late.pending()) {
    if (crew.stopping.reason()) return;
    late.begin(transcript, (verdict) => keepLateVerdict(crew, transcript, verdict));
    await late.room();
  }
}

function standingOf({ ports, approvals }: Crew): Standing {
  const { charter, charterDigest, clock, spending } = ports;
  return { charter, charterDigest, approvals, now: clock(), spent: spending.spent(), halted: false };
}

function askGate(crew: Crew, { order }: PlannedTrial) {
  const decision = decide(actionOf(order, crew.ports.hosts), standingOf(crew));
  if (decision.kind === "permit") return decision.permit;
  closeGate(crew, decision.denials);
  return undefined;
}

/** Records a refusal and halts the run. Several workers meet the same closed gate; it is told once. */
function closeGate(crew: Crew, denials: readonly Denial[]): void {
  const [first] = denials;
  if (!first || crew.stopping.reason()) return;
  for (const denial of denials) recordDenial(crew, denial);
  crew.stopping.stop(haltBy(first, crew));
}

function haltBy(denial: Denial, { ports: { charter } }: Crew): StopReason {
  const { rule, subject, message } = denial;
  if (rule !== "budget") return { kind: "halt", by: "gate", cause: { kind: "gate", rule, message } };
  const what = subject === "tokens" || subject === "cost" || subject === "minutes" ? subject : "trials";
  const limit = (what === "cost" ? charter.budget.costUsd : charter.budget[what]) ?? charter.budget.trials;
  return { kind: "halt", by: "gate", cause: { kind: "budget", what, limit } };
}

function recordDenial(crew: Crew, denial: Denial): void {
  const { campaign, runId, clock } = crew.ports;
  crew.commits.add({ kind: "denial", at: isoTime(clock().getTime()), campaign, run: runId, denial }, ignore);
}

/** Commits the transcript; only then is it judged. */
function record(crew: Crew, transcript: Transcript): void {
  const { ports, commits } = crew;
  const at = isoTime(ports.clock().getTime());
  noteHealth(crew, transcript);
  commits.add({ at, kind: "transcript", run: ports.runId, transcript }, (isNew) => {
    if (!isNew) return;
    if (crew.late?.begin(transcript, (verdict) => keepLateVerdict(crew, transcript, verdict))) {
      stopFor(crew, ports.haltWatch.saw(transcript, undefined, ports.spending.spent().costUsd));
      return;
    }
    const verdict = crew.judge(transcript);
    commits.add({ at, kind: "verdict", run: ports.runId, trial: transcript.trialId, verdict }, ignore);
    ports.onTrial(transcript, verdict);
    stopFor(crew, ports.haltWatch.saw(transcript, verdict, ports.spending.spent().costUsd));
  });
}

function stopFor({ stopping }: Crew, cause: HaltCause | undefined): void {
  if (cause) stopping.stop({ kind: "halt", by: "halt rule", cause });
}

/** Commits a verdict that took its judge a while. */
function keepLateVerdict(crew: Crew, transcript: Transcript, verdict: Verdict): void {
  const { ports, commits } = crew;
  const at = isoTime(ports.clock().getTime());
  commits.add({ at, kind: "verdict", run: ports.runId, trial: transcript.trialId, verdict }, ignore);
  ports.onTrial(transcript, verdict);
  stopFor(crew, ports.haltWatch.judged(transcript, verdict, ports.spending.spent().costUsd));
}

/** Stops a campaign whose target keeps failing. Faults of our own do not count against the target. */
function noteHealth(crew: Crew, { ending, order }: Transcript): void {
  if (ending.kind === "complete") {
    crew.failuresInARow = 0;
    return;
  }
  const { fault } = ending;
  if (fault.side === "gate") {
    const denial: Denial = {
      rule: "host",
      subject: order.target,
      message: fault.message,
      remedy: "Have the scope changed and approved if the other host may be contacted.",
    };
    recordDenial(crew, denial);
  }
  if (fault.side === "ours") return;
  crew.failuresInARow += 1;
  if (crew.failuresInARow < crew.ports.limits.stopAfterFailures) return;
  const message = `${order.target} failed ${crew.failuresInARow} trials in a row; the run was stopped. Last: ${fault.message}`;
  crew.stopping.stop({ kind: "failure", error: new ProductError("TARGET_FAILING", { message }) });
}

const ignore = () => undefined;

function storeFailure(error: unknown): StopReason {
  if (error instanceof ProductError) return { kind: "failure", error };
  const message = `The store failed: ${error instanceof Error ? error.message : String(error)}`;
  return { kind: "failure", error: new ProductError("STORE_UNREADABLE", { message, cause: error }) };
}
