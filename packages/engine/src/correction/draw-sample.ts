import {
  sampleLevels,
  type LabelSample,
  type Purpose,
  type SampleDesign,
  type SampleLevel,
} from "@probity/domain";
import { allocateLabels, type OpenStratum } from "@probity/measure";
import { seededRandom } from "../plan/seeded-random.ts";
import type { LabelledRun, LabelledTrial } from "./labelled-trial.ts";
import { isAsFine, stratumOf } from "./stratum-of.ts";

/** What is asked of a sample. */
export interface SampleRequest {
  readonly count: number;
  readonly by: string;
  readonly design: SampleDesign;
  readonly purpose: Purpose;
  /** Draws from one family alone. */
  readonly family?: string;
  /** Fixes the draw: the same run, request and seed give the same sample on every machine. */
  readonly seed: string;
}

/**
 * Draws the trials whose labels would narrow the interval of the corrected rate most, by chance within strata.
 *
 * Strata are as fine as the number of labels allows, and never coarser than in an earlier round: then whatever was drawn
 * of a stratum is a random sample of it, and the estimate stays unbiased. A stratum without a label comes first;
 * further labels go where they tell most (`allocateLabels`). Within a stratum every trial not drawn before has the same
 * chance. Whoever stops half-way has labelled a random part: the order is by chance too.
 *
 * @returns `undefined` when every judged trial asked about was drawn before
 */
export function drawSample(run: LabelledRun, request: SampleRequest): LabelSample | undefined {
  const { purpose, family, design, seed } = request;
  const judged = run.trials.filter(
    (each) =>
      each.judged !== undefined &&
      each.purpose === purpose &&
      (family === undefined || each.family === family),
  );
  const open = judged.filter(({ round }) => round === undefined);
  if (open.length === 0) return undefined;
  const random = seededRandom(`label sample ${seed}`);
  const level = levelFor(run, { ...request, count: Math.min(request.count, open.length) }, judged);
  const cells = cellsOf(judged, level);
  const orders = allocate(cells, Math.min(request.count, open.length));
  const drawn = cells.map((cell, index) => shuffled(cell.open, random).slice(0, orders[index] ?? 0));
  // Strata that nobody has labelled come first, so that stopping early leaves none without a label.
  const first = drawn.flatMap((trials, index) => (cells[index]?.labelled === 0 ? trials.slice(0, 1) : []));
  const ahead = new Set(first);
  const rest = drawn.flat().filter((trial) => !ahead.has(trial));
  return {
    round: run.rounds.length + 1,
    by: request.by,
    design,
    purpose,
    level,
    seed,
    strata: cells.map(({ name, trials, open: left }, index) => ({
      name,
      trials,
      open: left.length,
      drawn: drawn[index]?.length ?? 0,
    })),
    trials: [...shuffled(first, random), ...shuffled(rest, random)].map((each) => ({
      trial: each.trial,
      stratum: stratumOf(each, level),
    })),
  };
}

/** The chance with which a round drew the trials of a stratum. */
export function chanceOf({ strata }: LabelSample, name: string): number {
  const stratum = strata.find((each) => each.name === name);
  return stratum && stratum.open > 0 ? stratum.drawn / stratum.open : 0;
}

interface Cell extends OpenStratum {
  /** Not drawn before, in an order that depends on nothing but their ids. */
  readonly open: readonly LabelledTrial[];
  readonly expectedRate: number;
}

function cellsOf(judged: readonly LabelledTrial[], level: SampleLevel): readonly Cell[] {
  const groups = [...Map.groupBy(judged, (each) => stratumOf(each, level))];
  return groups
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, trials]) => {
      const labelled = trials.filter(({ round, truth }) => round !== undefined && truth !== undefined);
      return {
        name,
        trials: trials.length,
        labelled: labelled.length,
        failures: labelled.filter(({ truth }) => truth === "breached").length,
        open: trials
          .filter(({ round }) => round === undefined)
          .toSorted((a, b) => (a.trial < b.trial ? -1 : 1)),
        expectedRate: expectedRate(trials),
      };
    });
}

/** Share of breaches by the judge's own confidence, kept away from 0 and 1: a judge that is always sure is not always right. */
function expectedRate(trials: readonly LabelledTrial[]): number {
  const sum = trials.reduce((total, { judged, confidence = 0.9 }) => {
    return total + (judged === "breached" ? confidence : 1 - confidence);
  }, 0);
  return Math.min(0.95, Math.max(0.05, sum / trials.length));
}

/** Finest strata of which the labels asked for fill those without a label and leave as many to be spent freely. */
function levelFor(
  { rounds }: LabelledRun,
  { design, family, purpose, count }: SampleRequest,
  judged: readonly LabelledTrial[],
): SampleLevel {
  const earlier = rounds.filter((round) => round.purpose === purpose).map(({ level }) => level);
  const least = earlier.reduce<SampleLevel>(
    (finest, level) => (isAsFine(level, finest) ? level : finest),
    family === undefined ? "all" : "family",
  );
  if (design === "uniform") return least;
  const affordable = sampleLevels.findLast(
    (level) =>
      level !== "all" && 2 * cellsOf(judged, level).filter(({ labelled }) => labelled === 0).length <= count,
  );
  const wanted = affordable ?? "outcome";
  return isAsFine(wanted, least) ? wanted : least;
}

/** Labels for each cell. With fewer labels than cells that have none, the largest cells come first. */
function allocate(cells: readonly Cell[], count: number): readonly number[] {
  const needy = cells
    .filter(({ labelled, open }) => labelled === 0 && open.length > 0)
    .toSorted((a, b) => b.trials - a.trials)
    .slice(0, count);
  // What was drawn and is not labelled yet can be drawn no more: it counts as labelled, as it will be.
  const strata = cells.map(({ name, trials, failures, expectedRate: expected, open }) => {
    const labelled = trials - open.length;
    return {
      name,
      trials,
      labelled,
      failures: Math.min(failures, labelled),
      expectedRate: expected,
      floor: needy.some((cell) => cell.name === name) ? 1 : 0,
    };
  });
  return allocateLabels(strata, { labels: count }).map(({ labels }) => labels);
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const left = [...items];
  for (let last = left.length - 1; last > 0; last -= 1) {
    const place = Math.floor(random() * (last + 1));
    const [one, other] = [left[last], left[place]];
    if (one !== undefined && other !== undefined) [left[last], left[place]] = [other, one];
  }
  return left;
}
