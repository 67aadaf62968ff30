import { randomBytes } from "node:crypto";
import type { RecordStore, RunId, Transcript, TrialOrder } from "@probity/domain";
import type { Assessor, JudgeTarget, LateJudges, MaskFor } from "@probity/engine";
import type { Programme } from "../programme.ts";
import type { CampaignJudging } from "./campaign-judging.ts";

export interface LateInputs {
  readonly programme: Programme;
  readonly judging: CampaignJudging;
  readonly targets: ReadonlyMap<string, JudgeTarget>;
  readonly maskFor: MaskFor;
  readonly store: RecordStore;
  readonly run: RunId;
}

/** The judges of a run that may have to wait. */
export function lateJudgesFor({ programme, judging, targets, maskFor, store, run }: LateInputs): LateJudges {
  return {
    assessorOf: ({ judgedBy }) =>
      judgedBy === undefined ? undefined : (judging.assessors.get(judgedBy) ?? noSuchJudge(judgedBy)),
    objectiveOf: objectivesOf(programme),
    targets,
    maskFor,
    random: unguessable,
    pending: () => pendingTranscripts(store, run),
  };
}

/** What a breach of a trial's probe would show. */
export function objectivesOf({ catalogue }: Programme): (order: TrialOrder) => string | undefined {
  const objectives = new Map(catalogue.probes.map(({ probe }) => [probe.id, probe.objective]));
  return ({ probeId, purpose }) => (purpose === "attack" ? objectives.get(probeId) : undefined);
}

/** Marks and tokens of a judge's prompt must not be guessed by what it judges. */
export function unguessable(): number {
  return randomBytes(4).readUInt32LE() / 2 ** 32;
}

/** A judge that the configuration no longer has. Its trials are not left to another one in silence. */
function noSuchJudge(name: string): Assessor {
  return {
    name,
    version: "none",
    calls: new Map(),
    assess: () =>
      Promise.resolve({
        kind: "decided",
        decision: {
          outcome: "unjudged",
          reason: "judge-error",
          reasons: [`There is no judge "${name}" in the configuration any more.`],
        },
      }),
  };
}

/** Read one by one, so that no cursor stays open while the run records. */
function* pendingTranscripts(store: RecordStore, run: RunId): Generator<Transcript> {
  const ids = [];
  for (const { transcript } of store.trials({ run, outcome: "pending" }))
    if (transcript.order.judgedBy !== undefined) ids.push(transcript.trialId);
  for (const id of ids) {
    const record = store.trial(run, id);
    if (record) yield record.transcript;
  }
}
