/** One amount taken from a budget; it can be corrected once the true amount is known. */
export interface Charge {
  readonly at: number;
  amount: number;
  /** False once the charge has left the span. */
  counted: boolean;
}

/** At most `limit` in any `spanMs`, by a log of what was taken. */
export interface RollingBudget {
  /** Milliseconds from `now` until `amount` may be taken; 0 when it may be taken at once. */
  readonly waitMs: (amount: number, now: number) => number;
  /** Takes `amount`, and returns the charge for a later correction. */
  readonly take: (amount: number, now: number) => Charge;
  /** Replaces an estimate by what was truly used. Too late once the charge has left the span, and harmless then. */
  readonly correct: (charge: Charge, actual: number) => void;
}

/**
 * A budget over a rolling span: no span of `spanMs` ever holds more than `limit`, however the takings are spread.
 *
 * An amount above the limit waits for an empty span and is then taken alone: it cannot be split, and refusing it
 * for ever would hang the campaign. Times must not go backwards.
 */
export function createRollingBudget(limit: number, spanMs: number): RollingBudget {
  let charges: Charge[] = [];
  let oldest = 0;
  let total = 0;

  function forget(now: number): void {
    for (let charge = charges[oldest]; charge && charge.at + spanMs <= now; charge = charges[oldest]) {
      total -= charge.amount;
      charge.counted = false;
      oldest += 1;
    }
    // Dropping in batches keeps each taking at constant cost on average.
    if (oldest > 1024 && oldest * 2 > charges.length) {
      charges = charges.slice(oldest);
      oldest = 0;
    }
  }

  return {
    waitMs: (amount, now) => {
      forget(now);
      let over = total + Math.min(amount, limit) - limit;
      for (let index = oldest; over > 0; index += 1) {
        const charge = charges[index];
        if (charge === undefined) return 0;
        over -= charge.amount;
        if (over <= 0) return charge.at + spanMs - now;
      }
      return 0;
    },
    take: (amount, now) => {
      forget(now);
      const charge: Charge = { at: now, amount, counted: true };
      charges.push(charge);
      total += amount;
      return charge;
    },
    correct: (charge, actual) => {
      if (!charge.counted) return;
      total += actual - charge.amount;
      charge.amount = actual;
    },
  };
}
