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
 * would show: a binned error is above zero even then. Resamples keep the bins of the sample.
 *
 * @param options - bins, and how the bootstrap is drawn; as many simulated sets give the floor
 * Throws RangeError without a forecast or on a probability outside [0, 1].
 */
export function calibrationError(
  forecasts: readonly Forecast[],
  options: BinOptions & BootstrapOptions,
): CalibrationError {
  checkForecasts(forecasts);
  const { random, replicates = 1000 } = options;
  const sorted = forecasts.toSorted((one, other) => one.probability - other.probability);
  const bins = reliabilityBins(sorted, options);
  const binOf = bins.flatMap(({ count }, bin) => Array.from({ length: count }, () => bin));
  const interval = bootstrapInterval(
    sorted.length,
    (drawn) => {
      const gaps = new Float64Array(bins.length);
      for (const index of drawn) {
        const forecast = sorted[index];
        if (forecast !== undefined)
          add(gaps, binOf[index] ?? 0, forecast.probability - (forecast.occurred ? 1 : 0));
      }
      return meanGap(gaps, sorted.length);
    },
    options,
  );
  let floor = 0;
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const gaps = new Float64Array(bins.length);
    for (const [index, { probability }] of sorted.entries()) {
      add(gaps, binOf[index] ?? 0, probability - (random() < probability ? 1 : 0));
    }
    floor += meanGap(gaps, sorted.length) / replicates;
  }
  return { ...binnedError(bins), interval, floor };
}

function add(gaps: Float64Array, bin: number, gap: number): void {
  gaps[bin] = (gaps[bin] ?? 0) + gap;
}

/** Expected error from sums over bins of what was said less what happened: n_b / n cancels against the mean's 1 / n_b. */
const meanGap = (gaps: Float64Array, total: number): number =>
  gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / total;
