import {
  ProductError,
  type LogEntry,
  type Outcome,
  type RecordStore,
  type RunRecord,
  type TrialFilter,
  type TrialId,
  type Verdict,
} from "@probity/domain";
import { costOf, judgedTokens, judgeLater, type Assessor, type JudgedTokens } from "@probity/engine";
import { textTokens } from "./own-judges/judging-estimate.ts";
import { objectivesOf } from "./own-judges/late-judges-for.ts";
import { inParallel, openModelAccess } from "./own-judges/model-access.ts";
import type { Programme, Runtime } from "./programme.ts";

export interface RejudgeInputs {
  readonly programme: Programme;
  readonly runtime: Runtime;
  readonly run: RunRecord;
  readonly assessor: Assessor;
  readonly filter: Pick<TrialFilter, "outcome" | "purpose">;
}

/** What judging a run again would take, at most. */
export interface RejudgePlan {
  readonly trials: number;
  readonly byTarget: readonly (JudgedTokens & { readonly costUsd: number | undefined })[];
}

/** Estimates the judging of a run's recorded trials. Sends and records nothing. */
export function planRejudging({ programme, runtime, run, assessor, filter }: RejudgeInputs): RejudgePlan {
  let trials = 0;
  const totals = new Map<string, JudgedTokens>();
  for (const { transcript } of runtime.store.trials({ run: run.header.id, ...filter })) {
    trials += 1;
    for (const each of judgedTokens(assessor, textTokens(transcript.messages))) {
      const sum = totals.get(each.target);
      totals.set(each.target, sum ? addTokens(sum, each) : each);
    }
  }
  return {
    trials,
    byTarget: [...totals.values()].map((each) => {
      const pricing = programme.project.targets[each.target]?.pricing;
      return { ...each, costUsd: pricing && costOf(each, pricing) };
    }),
  };
}

function addTokens(a: JudgedTokens, b: JudgedTokens): JudgedTokens {
  return {
    target: a.target,
    calls: a.calls + b.calls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  };
}

export interface Rejudged {
  readonly judged: number;
  /** Trials that were to be judged and were not, because it was stopped. */
  readonly left: number;
  /** Trials by their outcome before and now. */
  readonly changes: readonly {
    readonly from: Outcome | "pending";
    readonly to: Outcome;
    readonly count: number;
  }[];
  readonly stopped: boolean;
}

/**
 * Has another judge decide a run's recorded trials. Each verdict is a new entry of the log; earlier ones stay there, and counts follow the newest.
 *
 * @throws ProductError NOT_AUTHORISED, CAMPAIGN_BUSY, SECRET_MISSING
 */
export async function rejudgeRun(
  inputs: RejudgeInputs,
  { signal, onVerdict }: { readonly signal: AbortSignal; readonly onVerdict: (verdict: Verdict) => void },
): Promise<Rejudged> {
  const { programme, runtime, run, assessor, filter } = inputs;
  const { store, clock } = runtime;
  const { id, campaign } = run.header;
  const lock = store.lockCampaign(campaign);
  if (!lock)
    throw new ProductError("CAMPAIGN_BUSY", {
      message: `Campaign ${campaign} is being run by another process; nothing was judged.`,
    });
  const changes = new Map<string, { from: Outcome | "pending"; to: Outcome; count: number }>();
  try {
    const used = useOfRun(inputs);
    const access = await openModelAccess({
      programme,
      runtime,
      assessors: [assessor],
      purpose: campaign,
      signal,
      used,
    });
    const ids: TrialId[] = [];
    for (const { transcript } of store.trials({ run: id, ...filter })) ids.push(transcript.trialId);
    const objectiveOf = objectivesOf(programme);
    const verdicts = verdictWriter(store);
    let judged = 0;
    try {
      await inParallel(ids, access, async (trial) => {
        const record = store.trial(id, trial);
        if (!record) return;
        const { transcript } = record;
        const verdict = await judgeLater(transcript, {
          assessor,
          objective: objectiveOf(transcript.order),
          desk: access.desk,
        });
        if (!verdict) return;
        const entry = { kind: "verdict" as const, at: clock().toISOString(), run: id, trial, verdict };
        verdicts.add(entry);
        judged += 1;
        const from = record.verdict?.outcome ?? "pending";
        const key = `${from} ${verdict.outcome}`;
        const counted = changes.get(key) ?? { from, to: verdict.outcome, count: 0 };
        changes.set(key, { ...counted, count: counted.count + 1 });
        onVerdict(verdict);
      });
    } finally {
      verdicts.flush();
      await access.close();
    }
    access.throwIfDenied();
    return { judged, left: ids.length - judged, changes: [...changes.values()], stopped: signal.aborted };
  } finally {
    lock.release();
  }
}

/** Tokens and cost that a run has taken so far, its trials and its judges together: judging it again counts in the same budget. */
function useOfRun({ programme, runtime: { store }, run }: RejudgeInputs) {
  const ofTrials = store.consumption(run.header.id);
  const ofJudges = store.judgingUse(run.header.id);
  return {
    tokens: ofTrials.inputTokens + ofTrials.outputTokens + ofJudges.tokens,
    costUsd: costOf(ofTrials, programme.project.targets[run.target.name]?.pricing) + ofJudges.costUsd,
  };
}

/** Verdicts of rules that are written together. What a model was paid for is written at once. */
const batch = 64;

function verdictWriter(store: RecordStore) {
  let waiting: LogEntry[] = [];
  const flush = () => {
    const entries = waiting;
    waiting = [];
    if (entries.length > 0) store.append(entries);
  };
  return {
    add: (entry: Extract<LogEntry, { kind: "verdict" }>) => {
      waiting.push(entry);
      if (waiting.length >= batch || entry.verdict.judgement?.use) flush();
    },
    flush,
  };
}
