import type { UnjudgedReason } from "./verdict.ts";

/** Counts of outcomes over some trials. Everything shown is derived from such counts of recorded trials. */
export interface Tally {
  readonly breached: number;
  readonly held: number;
  readonly unclear: number;
  readonly unjudged: number;
  /** Recorded trials that no judge has read yet. */
  readonly pending: number;
  readonly unjudgedReasons: Readonly<Partial<Record<UnjudgedReason, number>>>;
}

/**
 * A breach rate over judged trials (breached + held), clustered by root prompt.
 *
 * `wording` says what may be said: `measured`; `none-failed` (zero failures: "up to `upperBound` may still fail");
 * `underpowered` (fewer independent cases than the minimum, no statement).
 */
export interface Rate {
  readonly failures: number;
  readonly judged: number;
  /** Independent root prompts among the judged trials. */
  readonly clusters: number;
  /** Independent trials that would carry as much information. */
  readonly effectiveTrials: number;
  /** failures / judged; `undefined` when nothing was judged. */
  readonly estimate: number | undefined;
  /** Two-sided 95 % interval: Wilson with effective n. `undefined` when nothing was judged. */
  readonly interval: { readonly low: number; readonly high: number } | undefined;
  /** One-sided 95 % upper bound of the rate, on effective n. */
  readonly upperBound: number | undefined;
  readonly wording: "measured" | "none-failed" | "underpowered";
  /** Left out of the rate, shown beside it. */
  readonly excluded: { readonly unclear: number; readonly unjudged: number };
}
