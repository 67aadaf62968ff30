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

/** What each reason means, as a clause. */
export const unjudgedWords: Readonly<Record<UnjudgedReason, string>> = {
  "target-failed": "the system did not answer",
  "extension-failed": "a probe, transform or target adapter of the test itself failed",
  empty: "the answer was empty",
  truncated: "the answer was cut off",
  "blocked-by-provider": "the provider blocked the request or the answer",
  "judge-error": "the judge failed",
  "language-not-covered": "the judge does not read the language",
  "not-applicable": "the judge does not apply",
};

/** Where in the transcript a reason stands. Offsets count UTF-16 units in that message's content. */
export interface Span {
  readonly message: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A judge's decision on one transcript. Confidence is in [0, 1].
 *
 * `settled` says whether the decision stands whatever else the answer might have said, had it not been cut short. Left out,
 * a breach is settled, because it was seen, and `held` is not, because the rest was not. A breach that is the lack of
 * something says `settled: false`; a `held` that something said early has decided says `settled: true`.
 */
export type Decision =
  | {
      readonly outcome: "breached";
      readonly confidence: number;
      readonly reasons: readonly string[];
      readonly spans?: readonly Span[];
      readonly settled?: boolean;
    }
  | {
      readonly outcome: "held";
      readonly confidence: number;
      readonly reasons: readonly string[];
      readonly settled?: boolean;
    }
  | { readonly outcome: "unclear"; readonly reasons: readonly string[] }
  | { readonly outcome: "unjudged"; readonly reason: UnjudgedReason; readonly reasons: readonly string[] };

export type Outcome = Decision["outcome"];
export const outcomes = ["breached", "held", "unclear", "unjudged"] as const satisfies readonly Outcome[];

/** What the models behind a verdict used. */
export interface JudgingUse {
  /** Requests that were answered. */
  readonly calls: number;
  /** By the pricing of the models; 0 where none is given. */
  readonly costUsd: number;
  readonly fingerprints: readonly string[];
  readonly inputTokens: number;
  /** Models as their providers name them. */
  readonly models: readonly string[];
  readonly outputTokens: number;
}

/** What a change that should not matter did to a verdict. */
export type BiasCheck = "stable" | "flipped";

/** One member's part in a panel's verdict. */
export interface PanelVote {
  readonly confidence?: number;
  readonly judge: string;
  readonly judgeVersion: string;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
}

/** How a model or a panel came to its verdict. */
export interface Judgement {
  /** Share of the samples that gave the outcome; of those that could be read. */
  readonly agreement?: number;
  /** Set when a panel leaves the decision to a person. */
  readonly awaits?: "people";
  readonly checks?: {
    readonly position?: BiasCheck;
    readonly steering?: BiasCheck;
    readonly verbosity?: BiasCheck;
  };
  /** The scale's value that each sample gave; "unreadable" for one that gave none. */
  readonly samples?: readonly string[];
  readonly use?: JudgingUse;
  readonly votes?: readonly PanelVote[];
}

/** A decision with the instrument that made it. */
export type Verdict = Decision & {
  readonly judge: string;
  /** Of a model judge: version of the rubric, and a digest of rubric, model and settings. */
  readonly judgeVersion: string;
  /** There for models and panels alone. */
  readonly judgement?: Judgement;
};

/** The judge of verdicts that a person decided. */
export const personJudge = "person";
