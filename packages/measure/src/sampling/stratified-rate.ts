import type { Estimated } from "../estimated.ts";
import { jeffreys } from "../jeffreys.ts";
import { normalQuantile } from "../special/normal-quantile.ts";

/** Trials that share what was known before labelling: the judge's outcome, its confidence, the family. */
export interface LabelledStratum {
  /** Trials in it, labelled or not. */
  readonly trials: number;
  /** Of those, labelled by people; a random sample of the stratum. */
  readonly labelled: number;
  /** Of the labelled, breached. */
  readonly failures: number;
  /** Independent labels that those are worth, when some are repeats of one prompt (`labelledStrata`); else all are. */
  readonly effectiveLabels?: number;
}

/** How a stratified rate is to be read. */
export interface StratifiedOptions {
  /** Of the interval; 0.95 unless told. */
  readonly confidence?: number;
  /**
   * Independent trials that all strata together are worth. Given, the rate speaks of the system, and chance in how
   * trials fell into strata counts; not given, it speaks of these trials alone.
   */
  readonly effectiveTrials?: number;
}

/** A rate from labels drawn by stratum. */
export interface StratifiedRate extends Estimated {
  readonly standardError: number;
  readonly labelled: number;
}

/**
 * The breach rate of all trials from labels drawn at random within strata: sum of W_h p_h.
 *
 * With strata by the judge's outcome this corrects any judge without its error rates, and is what prediction-powered
 * inference becomes for outcomes. It stays right when labels are spent unevenly over strata.
 *
 * The interval adds the distances of each stratum's Jeffreys bounds in squares (and those of the weights, when the
 * rate speaks of the system), so that a stratum without a breach among few labels still counts as uncertain. Jeffreys
 * covered better than Wilson here, at a smaller width, when breaches are rare.
 *
 * @returns `undefined` when there is no trial, or a stratum with trials has no label: its rate is not known
 * Throws RangeError on counts that are not possible.
 * Source: Cochran 1977, chapters 5 and 12 (double sampling); Newcombe 1998b and Zou and Donner 2008 for the bounds.
 */
export function stratifiedRate(
  strata: Iterable<LabelledStratum>,
  options: StratifiedOptions = {},
): StratifiedRate | undefined {
  const { confidence = 0.95, effectiveTrials } = options;
  const used = [...strata].filter(({ trials }) => trials > 0);
  for (const stratum of used) checkStratum(stratum);
  if (used.length === 0 || used.some(({ labelled }) => labelled === 0)) return undefined;
  const total = used.reduce((sum, { trials }) => sum + trials, 0);
  const parts = used.map(({ trials, labelled, failures, effectiveLabels = labelled }) => {
    const rate = failures / labelled;
    const interval = jeffreys({ failures: rate * effectiveLabels, trials: effectiveLabels }, confidence);
    // Of a fixed set of trials, those already labelled are certain.
    const open = effectiveTrials === undefined ? 1 - labelled / trials : 1;
    return { weight: trials / total, rate, interval, labelled, open };
  });
  const estimate = Math.min(
    1,
    sumOf(parts, ({ weight, rate }) => weight * rate),
  );
  const byWeight =
    effectiveTrials === undefined
      ? 0
      : sumOf(parts, ({ weight, rate }) => weight * (rate - estimate) ** 2) / effectiveTrials;
  const byLabels = sumOf(
    parts,
    ({ weight, rate, labelled, open }) =>
      (open * weight ** 2 * rate * (1 - rate)) / Math.max(1, labelled - 1),
  );
  const z = normalQuantile((1 + confidence) / 2);
  const half = (side: (part: (typeof parts)[number]) => number): number =>
    Math.sqrt(
      z * z * byWeight + sumOf(parts, (part) => part.open * (part.weight * (side(part) - part.rate)) ** 2),
    );
  return {
    estimate,
    standardError: Math.sqrt(byWeight + byLabels),
    labelled: sumOf(parts, ({ labelled }) => labelled),
    interval: {
      low: Math.max(0, estimate - half(({ interval }) => interval.low)),
      high: Math.min(1, estimate + half(({ interval }) => interval.high)),
    },
  };
}

const sumOf = <Part>(parts: readonly Part[], term: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + term(part), 0);

/** Throws RangeError on a stratum that cannot be. */
export function checkStratum({ trials, labelled, failures }: LabelledStratum): void {
  if (!(failures >= 0 && failures <= labelled && labelled <= trials)) {
    throw new RangeError(
      `a stratum needs 0 <= failures <= labelled <= trials, got ${failures}, ${labelled}, ${trials}`,
    );
  }
}
