/** Spreads requests evenly over a minute. */
export interface Pacer {
  /** Milliseconds from `now` until the next request may go; 0 when it may go at once. */
  readonly waitMs: (now: number) => number;
  /** Records a request. */
  readonly take: (now: number) => void;
}

const minuteMs = 60_000;

/**
 * Lets at most `perMinute` requests go in any 60 seconds, evenly spread, with bursts of at most one second's worth.
 *
 * A virtual schedule (the generic cell rate algorithm, ITU-T I.371 annex A): request i may go no earlier than its
 * place in the schedule less the burst tolerance. With a burst of B and a spacing of 60 s / (perMinute - B + 1), a
 * half-open minute holds B at once and at most perMinute - B more, so perMinute in all.
 */
export function createPacer(perMinute: number): Pacer {
  const burst = Math.max(1, Math.floor(perMinute / 60));
  const spacingMs = minuteMs / (perMinute - burst + 1);
  const toleranceMs = spacingMs * (burst - 1);
  let nextInSchedule = Number.NEGATIVE_INFINITY;
  return {
    waitMs: (now) => Math.max(0, nextInSchedule - toleranceMs - now),
    take: (now) => {
      nextInSchedule = Math.max(now, nextInSchedule) + spacingMs;
    },
  };
}
