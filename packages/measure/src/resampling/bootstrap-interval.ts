import type { Interval } from "../interval.ts";
import { sampleQuantile } from "./sample-quantile.ts";

/** How a bootstrap is drawn. */
export interface BootstrapOptions {
  /** Uniform in [0, 1), passed in so that a report is the same each time it is made. */
  readonly random: () => number;
  /** Resamples; 1000 unless told. */
  readonly replicates?: number;
  /** Of the interval as a whole; 0.95 unless told. */
  readonly confidence?: number;
}

/**
 * Percentile bootstrap: resample units with replacement, compute the statistic, take the quantiles.
 *
 * Resamples on which the statistic is undefined are left out. The units must be independent: pass root prompts or
 * items, never repeats of one.
 *
 * @param units - how many there are
 * @param statistic - of a resample, given as indices of units (with repeats); the array is reused between calls
 * @returns bounds on the statistic's own scale, `undefined` when it was undefined on more than half of the resamples
 * Source: Efron and Tibshirani 1993, section 13.3, with type-7 quantiles.
 */
export function bootstrapInterval(
  units: number,
  statistic: (drawn: Uint32Array) => number | undefined,
  options: BootstrapOptions,
): Interval | undefined {
  const { random, replicates = 1000, confidence = 0.95 } = options;
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must be between 0 and 1, got ${confidence}`);
  }
  if (units === 0) return undefined;
  const drawn = new Uint32Array(units);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (let index = 0; index < units; index += 1) drawn[index] = Math.floor(random() * units);
    const value = statistic(drawn);
    if (value !== undefined) values.push(value);
  }
  if (values.length * 2 < replicates || values.length === 0) return undefined;
  values.sort((one, other) => one - other);
  const tail = (1 - confidence) / 2;
  return { low: sampleQuantile(values, tail), high: sampleQuantile(values, 1 - tail) };
}
