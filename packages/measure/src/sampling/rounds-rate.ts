import type { Estimated } from "../estimated.ts";
import { wilsonAtError } from "../wilson-at-error.ts";

/** A stratum whose labels were drawn in rounds, each at random from what the rounds before left. */
export interface StratumRounds {
  /** Trials in it, labelled or not. */
  readonly trials: number;
  /** One entry a round, in the same order for every stratum. */
  readonly rounds: readonly RoundLabels[];
}

/** Labels of one round in one stratum. */
export interface RoundLabels {
  readonly labelled: number;
  readonly failures: number;
}

/** A rate from rounds of labels. */
export interface RoundsRate extends Estimated {
  readonly standardError: number;
}

/**
 * The breach rate of all trials from labels drawn in rounds, each allocated after looking at the labels before.
 *
 * Exactly unbiased however the rounds were allocated: a round estimates what was still unlabelled when it was drawn,
 * the labels before it count as they are, and rounds are weighted by their size alone. `stratifiedRate` of all labels
 * together varies less, at the price of a small bias (some hundredths of its standard error a round): an allocation
 * that follows the labels stops early where they agree by chance. Use this one for few large rounds, and where the
 * estimate must be beyond that doubt.
 *
 * The variance takes each stratum's spread from all of its labels, drawn in by one case.
 *
 * @returns `undefined` without a label, or when a round left out a stratum that still had unlabelled trials
 * Throws RangeError on counts that are not possible, or strata with different numbers of rounds.
 * Source: Des Raj 1956 (estimates given the draws before); Cochran 1977, chapter 5.
 */
export function roundsRate(strata: readonly StratumRounds[], confidence = 0.95): RoundsRate | undefined {
  const count = strata[0]?.rounds.length ?? 0;
  for (const stratum of strata) checkRounds(stratum, count);
  const total = sumOf(strata, ({ trials }) => trials);
  const labels = sumOf(strata, ({ rounds }) => sumOf(rounds, ({ labelled }) => labelled));
  if (labels === 0) return undefined;
  let estimate = 0;
  let variance = 0;
  for (let round = 0; round < count; round += 1) {
    const drawn = sumOf(strata, ({ rounds }) => rounds[round]?.labelled ?? 0);
    if (drawn === 0) continue;
    const parts = strata.map((stratum) => roundPart(stratum, round));
    if (parts.some((part) => part === undefined)) return undefined;
    const weight = drawn / labels / total;
    estimate += weight * sumOf(parts, (part) => part?.failures ?? 0);
    variance += weight ** 2 * sumOf(parts, (part) => part?.variance ?? 0);
  }
  // Every trial labelled: the rate is known.
  if (variance === 0) return { estimate, standardError: 0, interval: { low: estimate, high: estimate } };
  const centre = sumOf(strata, (stratum) => stratum.trials * drawnIn(stratum)) / total;
  const cut = Math.min(1, Math.max(0, estimate));
  return {
    estimate,
    standardError: Math.sqrt(variance),
    interval: wilsonAtError({ estimate: cut, centre, variance }, confidence),
  };
}

const sumOf = <Item>(items: readonly Item[], term: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + term(item), 0);

/** A stratum's rate over all rounds, with half a case of each kind added so that it is never 0 or 1. */
function drawnIn({ rounds }: StratumRounds): number {
  const failures = sumOf(rounds, (round) => round.failures);
  return (failures + 0.5) / (sumOf(rounds, ({ labelled }) => labelled) + 1);
}

/** Failures of the whole stratum as one round estimates them, and the variance of that. */
function roundPart(stratum: StratumRounds, round: number) {
  const before = stratum.rounds.slice(0, round);
  const known = sumOf(before, ({ failures }) => failures);
  const open = stratum.trials - sumOf(before, ({ labelled }) => labelled);
  const { labelled, failures } = stratum.rounds[round] ?? { labelled: 0, failures: 0 };
  if (open === 0) return { failures: known, variance: 0 };
  if (labelled === 0) return undefined;
  const rate = drawnIn(stratum);
  return {
    failures: known + (open * failures) / labelled,
    variance: (open ** 2 * (1 - labelled / open) * rate * (1 - rate)) / labelled,
  };
}

function checkRounds({ trials, rounds }: StratumRounds, count: number): void {
  if (rounds.length !== count) throw new RangeError("every stratum needs an entry for each round");
  if (rounds.some(({ labelled, failures }) => !(failures >= 0 && failures <= labelled))) {
    throw new RangeError("a round needs 0 <= failures <= labelled");
  }
  const labelled = sumOf(rounds, (round) => round.labelled);
  if (labelled > trials) throw new RangeError(`${labelled} labels of a stratum with ${trials} trials`);
}
