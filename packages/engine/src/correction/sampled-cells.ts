import { sampleLevels, type LabelSample, type Purpose, type SampleLevel } from "@probity/domain";
import type { SampledTrial } from "@probity/measure";
import type { LabelledTrial } from "./labelled-trial.ts";
import { isAsFine, stratumOf } from "./stratum-of.ts";

/** Judged trials of a domain, cut so that the labels in each cell are a random sample of it. */
export interface SampledCells {
  readonly trials: readonly (SampledTrial & { readonly of: LabelledTrial })[];
  readonly labels: number;
  /** Every cell has a label. */
  readonly complete: boolean;
}

/** Fewer labels than this say too little to correct a rate with. */
export const leastLabels = 10;

/**
 * Cuts the judged trials of any part of a run into cells, and finds which labels may speak for them.
 *
 * A cell's labels are a random sample of it if every round that drew there had strata as coarse as the cells or coarser,
 * from the first round on. So the finest cells take all rounds; if one of them has no label, coarser cells are tried with
 * the rounds before the first finer one. Labels of trials that nobody drew never count.
 *
 * @param finest - cells no finer than this are of no use to the caller
 */
export function sampledCells(
  trials: readonly LabelledTrial[],
  rounds: readonly LabelSample[],
  coarsest: SampleLevel = "all",
): SampledCells {
  const ofPurpose = roundsOf(trials, rounds);
  let best: SampledCells | undefined;
  for (const level of [...sampleLevels].reverse()) {
    if (!isAsFine(level, coarsest)) break;
    // Cells finer than any round's strata are allowed, and of use by outcome alone.
    if (isFinerThanAll(level, ofPurpose) && level !== "outcome") continue;
    const cells = cellsAt(trials, { level, until: lastUsable(ofPurpose, level) });
    if (cells.complete && cells.labels >= leastLabels) return cells;
    best ??= cells;
  }
  return best ?? cellsAt(trials, { level: "outcome", until: 0 });
}

function roundsOf(trials: readonly LabelledTrial[], rounds: readonly LabelSample[]): readonly LabelSample[] {
  const purposes = new Set<Purpose>(trials.map(({ purpose }) => purpose));
  return rounds.filter(({ purpose }) => purposes.has(purpose));
}

const isFinerThanAll = (level: SampleLevel, rounds: readonly LabelSample[]): boolean =>
  rounds.every((round) => !isAsFine(round.level, level));

/** Number of the last round before the first that is finer than the cells. */
function lastUsable(rounds: readonly LabelSample[], level: SampleLevel): number {
  const finer = rounds.find((round) => !isAsFine(level, round.level));
  return finer ? finer.round - 1 : Number.POSITIVE_INFINITY;
}

function cellsAt(
  trials: readonly LabelledTrial[],
  { level, until }: { readonly level: SampleLevel; readonly until: number },
): SampledCells {
  const labelled = new Map<string, number>();
  let labels = 0;
  const sampled = trials.map((of) => {
    const stratum = stratumOf(of, level);
    const counts = of.round !== undefined && of.round <= until && of.truth !== undefined;
    labelled.set(stratum, (labelled.get(stratum) ?? 0) + (counts ? 1 : 0));
    if (counts) labels += 1;
    return { of, cluster: of.rootPrompt, stratum, breached: counts ? of.truth === "breached" : undefined };
  });
  return { trials: sampled, labels, complete: [...labelled.values()].every((count) => count > 0) };
}
