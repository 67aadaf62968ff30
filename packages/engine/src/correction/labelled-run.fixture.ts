import {
  asRunId,
  asTrialId,
  type JudgedTrial,
  type Label,
  type LabelSample,
  type ReviewEntry,
  type Verdict,
} from "@probity/domain";
import { labelRun, type LabelledRun } from "./labelled-trial.ts";
import { chanceOf, drawSample, type SampleRequest } from "./draw-sample.ts";

export const run = asRunId("look-1");
export const at = "2026-11-24T12:00:00.000Z";
export const idOf = (n: number) => asTrialId(n.toString(16).padStart(64, "0"));

export const judgedAs = (outcome: "breached" | "held", changes: Partial<Verdict> = {}): Verdict =>
  ({
    outcome,
    confidence: 0.95,
    reasons: [],
    judge: "refusal",
    judgeVersion: "1.0.0",
    ...changes,
  }) as Verdict;

/** Trials of one family, each of its own prompt; the first `breached` judged so, the judge sure of every other one. */
export function trialsOf(
  family: string,
  {
    from = 0,
    count,
    breached,
    ...changes
  }: { from?: number; count: number; breached: number } & Partial<JudgedTrial>,
): readonly JudgedTrial[] {
  return Array.from({ length: count }, (_, n) => {
    const verdict = judgedAs(n < breached ? "breached" : "held", { confidence: n % 2 === 0 ? 0.95 : 0.7 });
    return {
      trial: idOf(from + n),
      purpose: "attack",
      probeId: `${family}.probe`,
      family,
      safeguard: "content-policy",
      population: undefined,
      severity: "high",
      tier: "harmless",
      transform: "as written",
      rootPrompt: `${family}.probe#${from + n}`,
      judged: verdict,
      verdict,
      ...changes,
    };
  });
}

export const sampleEntry = (sample: LabelSample): ReviewEntry => ({ kind: "label-sample", at, run, sample });

export function labelEntry(
  n: number | JudgedTrial["trial"],
  outcome: Label["outcome"],
  changes: Partial<Label> = {},
): ReviewEntry {
  const label: Label = {
    rater: "rae",
    role: "tester",
    outcome,
    part: "rating",
    blind: true,
    choice: { kind: "by-hand" },
    ...changes,
  };
  return { kind: "label", at, run, trial: typeof n === "number" ? idOf(n) : n, label };
}

export const asking = (count: number, changes: Partial<SampleRequest> = {}): SampleRequest => ({
  count,
  by: "rae",
  design: "stratified",
  purpose: "attack",
  seed: "s",
  ...changes,
});

/** Draws once and labels all that is drawn as `truth` says. */
export function labelled(
  trials: readonly JudgedTrial[],
  request: SampleRequest,
  truth: (trial: JudgedTrial["trial"]) => Label["outcome"],
): LabelledRun {
  const sample = drawSample(labelRun(trials, []), request);
  if (!sample) return labelRun(trials, []);
  const labels = sample.trials.map(({ trial, stratum }) =>
    labelEntry(trial, truth(trial), {
      choice: {
        kind: "drawn",
        design: sample.design,
        stratum,
        round: sample.round,
        seed: sample.seed,
        probability: chanceOf(sample, stratum),
      },
    }),
  );
  return labelRun(trials, [sampleEntry(sample), ...labels]);
}
