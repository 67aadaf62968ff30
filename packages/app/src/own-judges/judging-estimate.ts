import type { Message, Pricing } from "@probity/domain";
import { costOf, estimateTokens, judgedTokens, type Plan } from "@probity/engine";
import type { CampaignJudging } from "./campaign-judging.ts";

/** Characters of each message that a judge model is shown at most, about. */
const shownCharacters = 16_000;
/** Tokens of an answer that is not there yet. */
const assumedAnswerTokens = 200;

/** What judging takes beside the trials themselves, at most. */
export interface JudgingEstimate {
  readonly judge: string;
  readonly target: string;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** `undefined` when the target has no pricing. */
  readonly costUsd: number | undefined;
}

/** About how many tokens a judge model reads of a conversation. */
export function textTokens(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content.slice(0, shownCharacters)), 0);
}

/** Walks the plan once and counts the calls of judge models, by judge and target. Text is estimated from a sample of at most 500 trials. */
export function estimateJudging(
  plan: Plan,
  { assessors, targets }: CampaignJudging,
): readonly JudgingEstimate[] {
  if (assessors.size === 0) return [];
  const step = Math.max(1, Math.floor(plan.size / 500));
  const trials = new Map<string, number>();
  let sampled = 0;
  let tokens = 0;
  for (const { order, compose } of plan.trials()) {
    if (order.judgedBy !== undefined) trials.set(order.judgedBy, (trials.get(order.judgedBy) ?? 0) + 1);
    if (order.position % step !== 0) continue;
    const composed = compose();
    if (composed.kind === "fault") continue;
    const { opening, userTurns } = composed.conversation;
    sampled += 1;
    tokens +=
      textTokens(opening) +
      userTurns.reduce((sum, turn) => sum + estimateTokens(turn) + assumedAnswerTokens, 0);
  }
  const perTrial = sampled === 0 ? 0 : Math.round(tokens / sampled);
  const pricingOf = (name: string): Pricing | undefined =>
    targets.find((each) => each.name === name)?.entry.pricing;
  return [...trials].flatMap(([judge, count]) => {
    const assessor = assessors.get(judge);
    return (assessor ? judgedTokens(assessor, perTrial) : []).map((each) => {
      const inputTokens = each.inputTokens * count;
      const outputTokens = each.outputTokens * count;
      const pricing = pricingOf(each.target);
      const costUsd = pricing && costOf({ inputTokens, outputTokens }, pricing);
      return { judge, target: each.target, calls: each.calls * count, inputTokens, outputTokens, costUsd };
    });
  });
}
