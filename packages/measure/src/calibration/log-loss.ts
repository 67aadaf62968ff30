import { checkForecasts, type Forecast } from "./forecast.ts";

/**
 * Mean negative log likelihood, in natural units; 0 is perfect, ln 2 is what saying 0.5 throughout gives.
 *
 * A probability of exactly 0 or 1 is taken as 1e-15 away, so that one certain mistake costs 34.5 and not infinity.
 * Throws RangeError without a forecast or on a probability outside [0, 1].
 * Source: Good 1952.
 */
export function logLoss(forecasts: readonly Forecast[]): number {
  checkForecasts(forecasts);
  const loss = forecasts.reduce((sum, { probability, occurred }) => {
    const given = occurred ? probability : 1 - probability;
    return sum - Math.log(Math.min(1 - 1e-15, Math.max(1e-15, given)));
  }, 0);
  return loss / forecasts.length;
}
