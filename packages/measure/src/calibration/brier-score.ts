import { checkForecasts, type Forecast } from "./forecast.ts";

/** Mean squared error of probabilities and its parts: score = reliability - resolution + uncertainty. */
export interface BrierScore {
  /** In [0, 1]; 0 is perfect. */
  readonly score: number;
  /** What miscalibration costs. */
  readonly reliability: number;
  /** What telling cases apart saves. */
  readonly resolution: number;
  /** What the base rate alone leaves open: b(1 - b). */
  readonly uncertainty: number;
}

/**
 * The Brier score with Murphy's decomposition over distinct probabilities, which is exact.
 *
 * Where nearly every probability is distinct, reliability and resolution are both large and only the score means much.
 * Throws RangeError without a forecast or on a probability outside [0, 1].
 * Source: Brier 1950; Murphy 1973.
 */
export function brierScore(forecasts: readonly Forecast[]): BrierScore {
  checkForecasts(forecasts);
  const total = forecasts.length;
  const groups = new Map<number, { count: number; happened: number }>();
  let score = 0;
  let happened = 0;
  for (const { probability, occurred } of forecasts) {
    const outcome = occurred ? 1 : 0;
    const group = groups.get(probability) ?? { count: 0, happened: 0 };
    group.count += 1;
    group.happened += outcome;
    groups.set(probability, group);
    score += (probability - outcome) ** 2 / total;
    happened += outcome;
  }
  const base = happened / total;
  let reliability = 0;
  let resolution = 0;
  for (const [probability, group] of groups) {
    const observed = group.happened / group.count;
    reliability += (group.count / total) * (probability - observed) ** 2;
    resolution += (group.count / total) * (observed - base) ** 2;
  }
  return { score, reliability, resolution, uncertainty: base * (1 - base) };
}
