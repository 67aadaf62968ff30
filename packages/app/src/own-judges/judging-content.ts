import type { JudgeWeights, Problem, Rubric } from "@probity/domain";

/** Files that judges of one's own refer to, by the name or path that the document gives them. */
export interface JudgingContent {
  readonly rubrics: ReadonlyMap<string, Rubric>;
  readonly weights: ReadonlyMap<string, JudgeWeights>;
  /** What is wrong with the files, or that they cannot be read. */
  readonly problems: readonly Problem[];
}

/** For documents without judges of their own. */
export const noJudgingContent: JudgingContent = { rubrics: new Map(), weights: new Map(), problems: [] };
