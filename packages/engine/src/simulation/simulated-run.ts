import {
  asTrialId,
  type JudgedTrial,
  type Label,
  type LabelSample,
  type ReviewEntry,
  type RunId,
  type Verdict,
} from "@probity/domain";
import { chanceOf, drawSample } from "../correction/draw-sample.ts";
import { labelRun, type LabelledRun } from "../correction/labelled-trial.ts";

/** A campaign whose truth is known, as the store would give it. */
export interface SimulatedDesign {
  /** True breach rate. */
  readonly prevalence: number;
  readonly sensitivity: number;
  readonly specificity: number;
  readonly families: number;
  /** Root prompts of each family. */
  readonly prompts: number;
  readonly repeats: number;
  /** Correlation of true outcomes between repeats of a prompt, in [0, 1]. */
  readonly correlation: number;
}

export interface SimulatedRun {
  readonly trials: readonly JudgedTrial[];
  /** Trials that truly breached. */
  readonly breached: ReadonlySet<string>;
}

/**
 * Draws a campaign: repeats of a prompt breach together, families breach at different rates around the mean, and the judge errs on each
 * trial by itself. It is more often sure where it is right.
 */
export function simulateRun(design: SimulatedDesign, random: () => number): SimulatedRun {
  const { prevalence, families, prompts, repeats, correlation } = design;
  const trials: JudgedTrial[] = [];
  const breached = new Set<string>();
  const following = Math.sqrt(correlation);
  for (let prompt = 0; prompt < families * prompts; prompt += 1) {
    const family = Math.floor(prompt / prompts);
    // Half of the families above the mean, half below: the mean stays.
    const tilt = families < 2 ? 1 : 0.5 + family / (families - 1);
    const rate = Math.min(1, prevalence * tilt);
    const common = random() < rate;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const truth = random() < following ? common : random() < rate;
      const trial = asTrialId(trials.length.toString(16).padStart(64, "0"));
      if (truth) breached.add(trial);
      trials.push({ trial, ...factsOf(family, prompt), ...judgedAs(truth, design, random) });
    }
  }
  return { trials, breached };
}

function factsOf(family: number, prompt: number) {
  return {
    purpose: "attack" as const,
    probeId: `family-${family}.probe`,
    family: `family-${family}`,
    safeguard: "safeguard",
    population: undefined,
    severity: "high" as const,
    tier: "harmless" as const,
    transform: "as written",
    rootPrompt: `family-${family}.probe#${prompt}`,
  };
}

function judgedAs(
  truth: boolean,
  { sensitivity, specificity }: SimulatedDesign,
  random: () => number,
): Pick<JudgedTrial, "judged" | "verdict"> {
  const right = random() < (truth ? sensitivity : specificity);
  const confidence = random() < (right ? 0.8 : 0.4) ? 0.95 : 0.7;
  const verdict: Verdict = {
    outcome: right === truth ? "breached" : "held",
    confidence,
    reasons: [],
    judge: "simulated",
    judgeVersion: "1.0.0",
  };
  return { judged: verdict, verdict };
}

/** Draws rounds of labels as `label next` does, each after the labels of the one before, and labels them without fault. */
export function labelInRounds(
  { trials, breached }: SimulatedRun,
  run: RunId,
  { rounds, random }: { readonly rounds: readonly number[]; readonly random: () => number },
): LabelledRun {
  const reviews: ReviewEntry[] = [];
  for (const count of rounds) {
    const sample = drawSample(labelRun(trials, reviews), {
      count,
      by: "rater",
      design: "stratified",
      purpose: "attack",
      seed: String(random()),
    });
    if (!sample) break;
    reviews.push({ kind: "label-sample", at: "", run, sample });
    for (const { trial, stratum } of sample.trials) {
      const label = drawnLabel(sample, stratum, breached.has(trial));
      reviews.push({ kind: "label", at: "", run, trial, label });
    }
  }
  return labelRun(trials, reviews);
}

function drawnLabel(sample: LabelSample, stratum: string, isBreached: boolean): Label {
  const { design, round, seed } = sample;
  return {
    rater: "rater",
    role: "tester",
    outcome: isBreached ? "breached" : "held",
    part: "rating",
    blind: true,
    choice: { kind: "drawn", design, stratum, round, seed, probability: chanceOf(sample, stratum) },
  };
}
