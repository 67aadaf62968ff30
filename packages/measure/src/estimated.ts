import type { Interval } from "./interval.ts";

/** A measured number with its interval. Nothing is reported without one. */
export interface Estimated {
  readonly estimate: number;
  readonly interval: Interval;
}
