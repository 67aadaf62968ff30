import type { Assessor } from "./assessor.ts";

/** About what one call of a judge model takes beside what it judges: rubric, examples, instructions. */
const promptTokens = 900;
/** Output of a judgement: a token, a quote or two, a sentence. */
const answerTokens = 120;

export interface JudgedTokens {
  readonly target: string;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What judging some text takes at most, by target. A cascade often stops earlier. */
export function judgedTokens({ calls }: Assessor, textTokens: number): readonly JudgedTokens[] {
  return [...calls].map(([target, count]) => ({
    target,
    calls: count,
    inputTokens: count * (promptTokens + textTokens),
    outputTokens: count * answerTokens,
  }));
}
