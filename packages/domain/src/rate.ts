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
  /** The same rate corrected for the judge's error, or why it is not. Absent where no judge's error is in it. */
  readonly correction?: RateCorrection;
}

/** A rate corrected for the judge's error by what people said, or the reason why it is not. Never silent. */
export type RateCorrection =
  | {
      readonly kind: "corrected";
      /**
       * `labelled-sample`: from labels of these very trials, drawn with known chances. `error-rates`: from how often the judge is right on
       * this target and family. `combined`: family by family, each by one of the two.
       */
      readonly method: "labelled-sample" | "error-rates" | "combined";
      readonly estimate: number;
      /** Two-sided 95 %. Holds the uncertainty of the labels too. */
      readonly interval: { readonly low: number; readonly high: number };
      /** One-sided 95 % upper bound. */
      readonly upperBound: number;
      /** Labels it rests on. */
      readonly labels: number;
    }
  | {
      readonly kind: "not-corrected";
      readonly reason: NotCorrectedReason;
      /** What the reason is about, such as the families that lack labels; empty when it says all. */
      readonly about: readonly string[];
      /** Labels of these trials, fewer than it takes. */
      readonly labels: number;
    };

export type NotCorrectedReason =
  | "nothing-judged"
  | "too-few-cases"
  | "no-labels"
  | "too-few-labels"
  | "unlabelled-stratum"
  | "no-breached-labels"
  | "no-held-labels"
  | "uninformative-judge"
  | "other-target"
  | "other-family"
  | "other-judge"
  | "families-missing"
  | "search-judge";
