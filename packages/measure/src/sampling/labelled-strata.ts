import { normalQuantile } from "../special/normal-quantile.ts";
import { studentTQuantile } from "../special/student-t-quantile.ts";
import type { LabelledStratum } from "./stratified-rate.ts";

/** A judged trial of a campaign, labelled by people or not. */
export interface SampledTrial {
  /** Its root prompt. */
  readonly cluster: string;
  /** What was known before labelling; the judge's outcome at least. */
  readonly stratum: string;
  /** What people say; `undefined` where nobody was asked. */
  readonly breached: boolean | undefined;
}

/** Strata with the independent labels and trials they are worth. What `correctedRate` takes as a labelled sample. */
export interface LabelledStrata {
  readonly strata: readonly (LabelledStratum & { readonly name: string })[];
  readonly effectiveTrials: number;
}

/**
 * Counts a campaign's trials and labels by stratum, and finds how many independent ones they are worth.
 *
 * Repeats of a prompt breach together, get labels in several strata, and move the sizes of strata as well. All of this
 * is in the variance between prompts of what each adds to the stratified rate; its ratio to the variance of
 * independent trials, never below 1, divides labels and trials alike. Reads the trials once; memory grows with prompts
 * times strata.
 *
 * Where no label differs from its stratum's others, each prompt counts as one label, as in `clusteredRate`.
 * Source: Särndal et al. 1992, chapter 9 (linearised two-phase estimator); Kish 1965 for the ratio.
 */
export function labelledStrata(trials: Iterable<SampledTrial>): LabelledStrata {
  const { strata, cells } = tallyOf(trials);
  const all = [...strata.values()];
  const total = all.reduce((sum, stratum) => sum + stratum.trials, 0);
  const effect = designEffect(all, cells);
  return {
    strata: all.map(({ name, trials: size, labelled, failures, prompts }) => ({
      name,
      trials: size,
      labelled,
      failures,
      effectiveLabels: Math.min(
        labelled / effect,
        failures === 0 || failures === labelled ? prompts : labelled,
      ),
    })),
    effectiveTrials: total / effect,
  };
}

interface Tally {
  trials: number;
  labelled: number;
  failures: number;
}

interface StratumTally extends Tally {
  readonly name: string;
  /** Prompts with a label in it. */
  prompts: number;
}

/** By prompt, then by stratum. */
type Cells = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

function tallyOf(trials: Iterable<SampledTrial>) {
  const strata = new Map<string, StratumTally>();
  const cells = new Map<string, Map<string, Tally>>();
  for (const { cluster, stratum: name, breached } of trials) {
    const stratum = strata.get(name) ?? { name, trials: 0, labelled: 0, failures: 0, prompts: 0 };
    const ofPrompt = cells.get(cluster) ?? new Map<string, Tally>();
    const cell = ofPrompt.get(name) ?? { trials: 0, labelled: 0, failures: 0 };
    if (breached !== undefined && cell.labelled === 0) stratum.prompts += 1;
    for (const tally of [stratum, cell]) {
      tally.trials += 1;
      if (breached !== undefined) tally.labelled += 1;
      if (breached === true) tally.failures += 1;
    }
    strata.set(name, stratum);
    ofPrompt.set(name, cell);
    cells.set(cluster, ofPrompt);
  }
  return { strata, cells };
}

function designEffect(strata: readonly StratumTally[], cells: Cells): number {
  const total = strata.reduce((sum, { trials }) => sum + trials, 0);
  const rates = new Map(
    strata.map(({ name, labelled, failures }) => [name, labelled === 0 ? 0 : failures / labelled]),
  );
  const rateOf = (name: string): number => rates.get(name) ?? 0;
  const overall = strata.reduce((sum, { name, trials }) => sum + (trials / total) * rateOf(name), 0);
  const perLabel = new Map(
    strata.map(({ name, trials, labelled }) => [name, labelled === 0 ? 0 : trials / total / labelled]),
  );
  let between = 0;
  for (const ofPrompt of cells.values()) {
    let adds = 0;
    for (const [name, { trials, labelled, failures }] of ofPrompt) {
      adds += (trials * (rateOf(name) - overall)) / total;
      adds += (perLabel.get(name) ?? 0) * (failures - labelled * rateOf(name));
    }
    between += adds * adds;
  }
  const independent = strata.reduce((sum, { name, trials, labelled }) => {
    const rate = rateOf(name);
    const byLabels = (perLabel.get(name) ?? 0) ** 2 * labelled * rate * (1 - rate);
    return sum + byLabels + (trials * (rate - overall) ** 2) / total ** 2;
  }, 0);
  const prompts = cells.size;
  if (independent === 0 || prompts < 2) return Math.max(1, total / Math.max(1, prompts));
  const few = studentTQuantile(0.975, prompts - 1) / normalQuantile(0.975);
  return Math.max(1, ((between / independent) * prompts * few * few) / (prompts - 1));
}
