import { checkStratum, type LabelledStratum } from "./stratified-rate.ts";

/** A stratum to label from. */
export interface OpenStratum extends LabelledStratum {
  readonly name: string;
  /** Breach rate expected before any label, such as the judge's mean probability; worth one label. 0.5 unless told. */
  readonly expectedRate?: number;
  /** Least labels it gets now, in place of the budget's floor. 0 for a stratum that has labels and may be passed over this time. */
  readonly floor?: number;
}

/** How many trials of a stratum to label next. */
export interface LabelOrder {
  readonly name: string;
  /** Draw so many of its unlabelled trials at random. */
  readonly labels: number;
  /** Chance of each of its unlabelled trials to be drawn: above 0 wherever one is left and the floor is. Record it with the label. */
  readonly probability: number;
}

/** What there is to spend. */
export interface LabelBudget {
  /** Labels to give out. */
  readonly labels: number;
  /** Least labels of a stratum that has unlabelled trials, as far as they go; 1 unless told. */
  readonly floor?: number;
}

/**
 * Picks how many labels each stratum gets next, so that the interval of `stratifiedRate` narrows most.
 *
 * Every open stratum gets the floor; each further label goes where W² σ² falls most, labels already given counting.
 * That is Neyman's allocation in whole labels. σ² comes from the labels so far and the expected rate, never 0, so that
 * a stratum is not given up after a few labels that agree.
 *
 * @returns an order for each stratum; together all labels, or all unlabelled trials if those are fewer
 * Throws RangeError when the budget does not reach the floor everywhere (merge strata or ask for more labels), and on
 * counts or expected rates that cannot be.
 * Source: Neyman 1934; Wright 2012 for the exact allocation in whole numbers.
 */
export function allocateLabels(
  strata: readonly OpenStratum[],
  { labels, floor = 1 }: LabelBudget,
): readonly LabelOrder[] {
  if (!(Number.isInteger(floor) && floor >= 1)) {
    throw new RangeError(`the floor must be whole and at least 1, got ${floor}`);
  }
  const total = strata.reduce((sum, { trials }) => sum + trials, 0);
  const shares = strata.map((stratum) => {
    checkStratum(stratum);
    const open = stratum.trials - stratum.labelled;
    const spread = (stratum.trials / total) ** 2 * expectedVariance(stratum);
    return { stratum, open, spread, labels: Math.min(stratum.floor ?? floor, open) };
  });
  let left = labels - shares.reduce((sum, share) => sum + share.labels, 0);
  if (left < 0) {
    throw new RangeError(`${labels} labels do not reach ${floor} in each of ${strata.length} strata`);
  }
  for (; left > 0; left -= 1) {
    let best: (typeof shares)[number] | undefined;
    let most = 0;
    for (const share of shares) {
      const count = share.stratum.labelled + share.labels;
      const gain = share.labels < share.open ? share.spread / (count * (count + 1)) : 0;
      if (gain > most) [best, most] = [share, gain];
    }
    if (best === undefined) break;
    best.labels += 1;
  }
  return shares.map((share) => ({
    name: share.stratum.name,
    labels: share.labels,
    probability: share.open === 0 ? 0 : share.labels / share.open,
  }));
}

function expectedVariance({ labelled, failures, expectedRate = 0.5 }: OpenStratum): number {
  if (!(expectedRate > 0 && expectedRate < 1)) {
    throw new RangeError(`an expected rate must be between 0 and 1, got ${expectedRate}`);
  }
  const rate = (failures + expectedRate) / (labelled + 1);
  return rate * (1 - rate);
}
