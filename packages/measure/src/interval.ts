/** A range of rates. `low` and `high` are in [0, 1]. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Failures among trials. Both may be fractions, since an effective number of trials seldom is whole.
 */
export interface Count {
  readonly failures: number;
  readonly trials: number;
}

/** Throws when a count or a confidence could not come from an experiment: a fault of the caller. */
export function checkCount({ failures, trials }: Count, confidence: number): void {
  if (!(trials > 0 && failures >= 0 && failures <= trials)) {
    throw new RangeError(
      `an interval needs 0 <= failures <= trials and trials > 0, got ${failures} of ${trials}`,
    );
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must be between 0 and 1, got ${confidence}`);
  }
}
