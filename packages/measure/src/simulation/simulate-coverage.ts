import { clusteredInterval, clusteredRate, type Cluster } from "../clustered-rate.ts";
import { correctedRate, type CorrectionEvidence } from "../correction/corrected-rate.ts";
import type { Interval } from "../interval.ts";
import { labelledStrata, type SampledTrial } from "../sampling/labelled-strata.ts";

/** A campaign that is simulated over and over, with the truth known. */
export interface SimulatedCampaign {
  /** True breach rate. */
  readonly prevalence: number;
  readonly sensitivity: number;
  readonly specificity: number;
  /** Root prompts. */
  readonly prompts: number;
  /** Trials of each prompt; 1 unless told. */
  readonly repeats?: number;
  /** Correlation of true outcomes between repeats of a prompt, in [0, 1]; 0 unless told. */
  readonly correlation?: number;
  /** Where the labels come from. */
  readonly labels:
    | { readonly kind: "error-rates"; readonly breached: number; readonly held: number }
    /** Of trials of the campaign itself, by the judge's outcome; never more than there are. */
    | { readonly kind: "labelled-sample"; readonly judgedBreached: number; readonly judgedHeld: number };
}

/** How often is simulated, and with which luck. */
export interface SimulationOptions {
  readonly campaigns: number;
  /** Uniform in [0, 1), passed in so that the table is the same on every machine. */
  readonly random: () => number;
  /** Nominal coverage; 0.95 unless told. */
  readonly confidence?: number;
}

/** How one kind of interval did. */
export interface Coverage {
  /** Share of intervals that held the true rate. */
  readonly covered: number;
  readonly meanWidth: number;
}

/** What repeating a campaign shows about its intervals. */
export interface CoverageResult {
  /** Of the rate as the judge gave it. */
  readonly raw: Coverage;
  /** Of the corrected rate, over the campaigns that were corrected. `undefined` when none was. */
  readonly corrected: Coverage | undefined;
  /** Share of campaigns that could not be corrected. */
  readonly refused: number;
}

/**
 * Simulates campaigns with a known breach rate and a judge of known error, and counts how often raw and corrected
 * intervals hold the truth. A nominal 95 that covers much less is a false claim.
 *
 * The judge errs independently on each trial. Labels are faultless.
 */
export function simulateCoverage(design: SimulatedCampaign, options: SimulationOptions): CoverageResult {
  const { campaigns, random, confidence = 0.95 } = options;
  const raw = { held: 0, width: 0, count: 0 };
  const corrected = { held: 0, width: 0, count: 0 };
  const note = (tally: typeof raw, { low, high }: Interval): void => {
    tally.count += 1;
    tally.width += high - low;
    if (low <= design.prevalence && design.prevalence <= high) tally.held += 1;
  };
  for (let campaign = 0; campaign < campaigns; campaign += 1) {
    const trials = drawTrials(design, random);
    const judged = clusteredRate(clustersOf(trials, design.repeats ?? 1));
    if (judged === undefined) continue;
    note(raw, clusteredInterval(judged, confidence));
    const rate = correctedRate(judged, drawLabels(design, trials, random), { confidence });
    if (rate.kind === "corrected") note(corrected, rate.interval);
  }
  const coverageOf = ({ held, width, count }: typeof raw): Coverage => ({
    covered: held / count,
    meanWidth: width / count,
  });
  return {
    raw: coverageOf(raw),
    corrected: corrected.count === 0 ? undefined : coverageOf(corrected),
    refused: 1 - corrected.count / campaigns,
  };
}

interface SimulatedTrial {
  readonly prompt: number;
  readonly breached: boolean;
  readonly judgedBreached: boolean;
}

/** Each repeat takes its prompt's own draw with chance √correlation, which gives that correlation between two repeats. */
function drawTrials(design: SimulatedCampaign, random: () => number): readonly SimulatedTrial[] {
  const { prevalence, prompts, repeats = 1, correlation = 0 } = design;
  const following = Math.sqrt(correlation);
  const trials: SimulatedTrial[] = [];
  for (let prompt = 0; prompt < prompts; prompt += 1) {
    const common = random() < prevalence;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const breached = random() < following ? common : random() < prevalence;
      const alarm = breached ? design.sensitivity : 1 - design.specificity;
      trials.push({ prompt, breached, judgedBreached: random() < alarm });
    }
  }
  return trials;
}

function* clustersOf(trials: readonly SimulatedTrial[], repeats: number): Iterable<Cluster> {
  for (let start = 0; start < trials.length; start += repeats) {
    const prompt = trials.slice(start, start + repeats);
    yield { failures: prompt.filter(({ judgedBreached }) => judgedBreached).length, size: repeats };
  }
}

function drawLabels(
  design: SimulatedCampaign,
  trials: readonly SimulatedTrial[],
  random: () => number,
): CorrectionEvidence {
  const { labels, sensitivity, specificity } = design;
  if (labels.kind === "error-rates") {
    const rate = (truth: number, count: number) => {
      let right = 0;
      for (let label = 0; label < count; label += 1) if (random() < truth) right += 1;
      return count === 0 ? undefined : { estimate: right / count, effectiveTrials: count };
    };
    const errors = {
      sensitivity: rate(sensitivity, labels.breached),
      specificity: rate(specificity, labels.held),
    };
    return { kind: "error-rates", errors };
  }
  const sampled = [
    ...sampleOf(
      trials.filter(({ judgedBreached }) => judgedBreached),
      labels.judgedBreached,
      random,
    ),
    ...sampleOf(
      trials.filter(({ judgedBreached }) => !judgedBreached),
      labels.judgedHeld,
      random,
    ),
  ];
  return { kind: "labelled-sample", ...labelledStrata(sampled) };
}

/** Trials of one stratum, so many of them labelled. */
function sampleOf(
  members: readonly SimulatedTrial[],
  wanted: number,
  random: () => number,
): readonly SampledTrial[] {
  const chosen = new Set(drawSome(members, wanted, random));
  return members.map((trial) => ({
    cluster: String(trial.prompt),
    stratum: trial.judgedBreached ? "judged breached" : "judged held",
    breached: chosen.has(trial) ? trial.breached : undefined,
  }));
}

/** A random sample without replacement: the first steps of a Fisher-Yates shuffle. */
function drawSome<Item>(items: readonly Item[], wanted: number, random: () => number): readonly Item[] {
  const left = [...items];
  const chosen: Item[] = [];
  while (chosen.length < wanted && left.length > 0) {
    const place = Math.floor(random() * left.length);
    chosen.push(...left.splice(place, 1, ...left.slice(-1)));
    left.pop();
  }
  return chosen;
}
