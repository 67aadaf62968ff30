import type { Interval } from "../interval.ts";
import { wilsonInterval } from "../wilson-interval.ts";
import { checkForecasts, type Forecast } from "./forecast.ts";

/** Bins of the same width in probability, or of about the same number of forecasts. */
export type Binning = "equal-width" | "equal-mass";

/** One point of a reliability diagram. */
export interface ReliabilityBin {
  /** Smallest and largest probability in the bin. */
  readonly range: Interval;
  readonly count: number;
  readonly meanProbability: number;
  /** Share that happened. */
  readonly observed: number;
  /** Wilson's interval of `observed`. */
  readonly interval: Interval;
}

/** How forecasts are put into bins. */
export interface BinOptions {
  readonly binning: Binning;
  /** 10 from 200 forecasts on, else 5, unless told: fewer per bin, and noise passes for miscalibration. */
  readonly bins?: number;
}

/**
 * The points of a reliability diagram: what was said against what happened. Empty bins are left out.
 *
 * Equal width puts p into bin min(floor(pM), M - 1). Equal mass cuts the sorted forecasts at the nearest change of
 * probability to each M-th part, so that equal probabilities are never split; bins may then be fewer than asked for.
 *
 * Throws RangeError without a forecast or on a probability outside [0, 1].
 */
export function reliabilityBins(
  forecasts: readonly Forecast[],
  options: BinOptions,
): readonly ReliabilityBin[] {
  checkForecasts(forecasts);
  const { binning, bins = forecasts.length >= 200 ? 10 : 5 } = options;
  if (!(Number.isInteger(bins) && bins > 0))
    throw new RangeError(`bins must be whole and positive, got ${bins}`);
  const sorted = forecasts.toSorted((one, other) => one.probability - other.probability);
  const cuts = binning === "equal-width" ? widthCuts(sorted, bins) : massCuts(sorted, bins);
  return [...new Set([...cuts, sorted.length])]
    .filter((end) => end > 0)
    .map((end, index, ends) => binOf(sorted.slice(index === 0 ? 0 : ends[index - 1], end)));
}

/** Where each bin ends, as places in the sorted forecasts; repeated where a bin is empty. */
function widthCuts(sorted: readonly Forecast[], bins: number): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const { probability } of sorted) {
    const bin = Math.min(Math.floor(probability * bins), bins - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let end = 0;
  return counts.map((count) => (end += count));
}

function massCuts(sorted: readonly Forecast[], bins: number): readonly number[] {
  const changes = [0];
  for (let place = 1; place < sorted.length; place += 1) {
    if (sorted[place]?.probability !== sorted[place - 1]?.probability) changes.push(place);
  }
  changes.push(sorted.length);
  const cuts: number[] = [];
  let next = 0;
  for (let part = 1; part <= bins; part += 1) {
    const wanted = (part * sorted.length) / bins;
    const distance = (at: number): number => Math.abs((changes[at] ?? Infinity) - wanted);
    while (distance(next + 1) < distance(next)) next += 1;
    cuts.push(changes[next] ?? sorted.length);
  }
  return cuts;
}

function binOf(forecasts: readonly Forecast[]): ReliabilityBin {
  const count = forecasts.length;
  const happened = forecasts.filter(({ occurred }) => occurred).length;
  return {
    range: { low: forecasts[0]?.probability ?? 0, high: forecasts.at(-1)?.probability ?? 1 },
    count,
    meanProbability: forecasts.reduce((sum, { probability }) => sum + probability, 0) / count,
    observed: happened / count,
    interval: wilsonInterval({ failures: happened, trials: count }),
  };
}
