/** Why a trial has no verdict on its safeguard. Never counted as held. */
export type UnjudgedReason =
  | "target-failed"
  | "extension-failed"
  | "empty"
  | "truncated"
  | "blocked-by-provider"
  | "judge-error"
  | "language-not-covered"
  | "not-applicable";

/** Where in the transcript a reason stands. Offsets count UTF-16 units in that message's content. */
export interface Span {
  readonly message: number;
  readonly start: number;
  readonly end: number;
}

/** A judge's decision on one transcript. Confidence is in [0, 1]. */
export type Decision =
  | {
      readonly outcome: "breached";
      readonly confidence: number;
      readonly reasons: readonly string[];
      readonly spans?: readonly Span[];
    }
  | { readonly outcome: "held"; readonly confidence: number; readonly reasons: readonly string[] }
  | { readonly outcome: "unclear"; readonly reasons: readonly string[] }
  | { readonly outcome: "unjudged"; readonly reason: UnjudgedReason; readonly reasons: readonly string[] };

export type Outcome = Decision["outcome"];
export const outcomes = ["breached", "held", "unclear", "unjudged"] as const satisfies readonly Outcome[];

/** A decision with the instrument that made it. */
export type Verdict = Decision & {
  readonly judge: string;
  readonly judgeVersion: string;
};
