/** A probability that was given, and whether the thing happened. */
export interface Forecast {
  /** In [0, 1]. */
  readonly probability: number;
  readonly occurred: boolean;
}

/** Throws RangeError on a probability outside [0, 1], and on no forecast at all: a fault of the caller. */
export function checkForecasts(forecasts: readonly Forecast[]): void {
  if (forecasts.length === 0) throw new RangeError("calibration needs at least one forecast");
  const wrong = forecasts.find(({ probability }) => !(probability >= 0 && probability <= 1));
  if (wrong !== undefined) {
    throw new RangeError(`a forecast needs a probability in [0, 1], got ${wrong.probability}`);
  }
}
