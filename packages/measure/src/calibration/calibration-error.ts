import type { Bounds } from "../bounds.ts";
import { bootstrapInterval, type BootstrapOptions } from "../resampling/bootstrap-interval.ts";
import { checkForecasts, type Forecast } from "./forecast.ts";
import { reliabilityBins, type BinOptions, type ReliabilityBin } from "./reliability-bins.ts";

/** How far what was said lies from what happened, over bins; all in [0, 1]. */
export interface BinnedError {
  /** ECE: mean distance, each bin by its number of forecasts. */
  readonly expected: number;
  /** Root of the mean squared distance. */
  readonly rootMeanSquare: number;
  /** MCE: the largest distance of a bin. */
  readonly maximum: number;
}

/** Calibration errors of the points of a reliability diagram. Source: Naeini et al. 2015; Kumar et al. 2019 (L2). */
export function binnedError(bins: readonly ReliabilityBin[]): BinnedError {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const gaps = bins.map(({ count, meanProbability, observed }) => ({
    share: count / total,
    gap: Math.abs(observed - meanProbability),
  }));
  return {
    expected: gaps.reduce((sum, { share, gap }) => sum + share * gap, 0),
    rootMeanSquare: Math.sqrt(gaps.reduce((sum, { share, gap }) => sum + share * gap * gap, 0)),
    maximum: Math.max(0, ...gaps.map(({ gap }) => gap)),
  };
}

/** Calibration error with what chance alone would show. */
export interface CalibrationError extends BinnedError {
  /** Percentile bootstrap of the expected error. It is biased up as the error is: read it beside `floor`. */
  readonly interval: Bounds | undefined;
  /** Mean expected error of the same probabilities if they were perfectly calibrated. */
  readonly floor: number;
}

/**
 * Expected and maximum calibration error, with a bootstrap interval and the error that perfectly calibrated forecasts
 * would show: a binned error is above zero even then.
 *
 * @param options - bins, and how the bootstrap is drawn; as many simulated sets give the floor
 * Throws RangeError without a forecast or on a probability outside [0, 1].
 */
export function calibrationError(
  forecasts: readonly Forecast[],
  options: BinOptions & BootstrapOptions,
): CalibrationError {
  checkForecasts(forecasts);
  const expectedOf = (sample: readonly Forecast[]): number =>
    binnedError(reliabilityBins(sample, options)).expected;
  const { random, replicates = 1000 } = options;
  // Sorted once; a resample in order of its indices is then sorted already.
  const sorted = forecasts.toSorted((one, other) => one.probability - other.probability);
  const interval = bootstrapInterval(
    sorted.length,
    (drawn) => expectedOf([...drawn.sort()].flatMap((index) => sorted[index] ?? [])),
    options,
  );
  let floor = 0;
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const simulated = sorted.map(({ probability }) => ({ probability, occurred: random() < probability }));
    floor += expectedOf(simulated) / replicates;
  }
  return { ...binnedError(reliabilityBins(forecasts, options)), interval, floor };
}
