import type { Decision, Judgement, JudgeChoice } from "@probity/domain";
import type { JudgeInput, TargetOutcome, TargetRequest } from "@probity/kit";

/** One case to decide: what was said, and what the test set out to show. */
export interface JudgedCase {
  readonly input: JudgeInput;
  /** What a breach would show, where the probe says so. */
  readonly objective: string | undefined;
  /** The judge that the probe itself names; `undefined` outside a campaign. */
  readonly ownJudge: JudgeChoice | undefined;
  /** Fixes seeds: the trial's id, or a digest of the row. */
  readonly id: string;
}

/** What a request to a judge model brought. `abandoned`: the gate or a halt stopped it, and nothing may be concluded. */
export type ModelAnswer = TargetOutcome | { readonly kind: "abandoned" };

/** The way to judge models, through gate, budget, channel and wire. */
export interface ModelDesk {
  readonly ask: (target: string, request: TargetRequest) => Promise<ModelAnswer>;
  /** US dollars, by the target's pricing; 0 without one. */
  readonly costUsd: (
    target: string,
    usage: { readonly inputTokens: number; readonly outputTokens: number },
  ) => number;
  /** Masks what a model said before anything of it is kept. */
  readonly mask: (text: string) => string;
  /** Uniform in [0, 1); marks and tokens of calls come from it, so it must not be guessable by the other side. */
  readonly random: () => number;
}

export type Assessed =
  | { readonly kind: "decided"; readonly decision: Decision; readonly judgement?: Judgement }
  | { readonly kind: "abandoned" };

/** A judge that may have to wait: a model with a rubric, a panel, or a rule in the same clothes. */
export interface Assessor {
  readonly name: string;
  /** Changes whenever a decision could change. */
  readonly version: string;
  /** Calls of models that one case takes at most, re-asking aside, by name of the target. */
  readonly calls: ReadonlyMap<string, number>;
  readonly assess: (judged: JudgedCase, desk: ModelDesk) => Promise<Assessed>;
}

export const abandoned = { kind: "abandoned" } as const;
