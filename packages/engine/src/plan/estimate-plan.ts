import type { Limits, Pricing } from "@probity/domain";
import type { Composition } from "./compose-conversation.ts";
import type { Plan } from "./plan-campaign.ts";

/** What a plan will take, before anything is sent. */
export interface PlanEstimate {
  readonly trials: number;
  readonly attackTrials: number;
  readonly benignTrials: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** `undefined` when the target has no pricing. */
  readonly costUsd: number | undefined;
  readonly seconds: number;
  readonly byFamily: Readonly<Record<string, number>>;
  readonly byTier: Readonly<Record<string, number>>;
}

/** English prose averages about four characters a token in current tokenisers; other text takes more. */
const charactersPerToken = 4;
/** A chat system answers in about this time; only used where no rate limit is tighter. */
const assumedSecondsPerRequest = 2;
const assumedOutputTokens = 200;

/** About how many tokens a text is. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken);
}

/** Walks the plan once. Tokens are estimated from the text of a sample of at most 2,000 trials, evenly spaced. */
export function estimatePlan(plan: Plan, limits: Limits, pricing: Pricing | undefined): PlanEstimate {
  const step = Math.max(1, Math.floor(plan.size / 2000));
  const byFamily: Record<string, number> = {};
  const byTier: Record<string, number> = {};
  const totals = { attack: 0, benign: 0, sampled: 0, inputTokens: 0, outputTokens: 0, requests: 0 };
  for (const { order, compose } of plan.trials()) {
    byFamily[order.family] = (byFamily[order.family] ?? 0) + 1;
    byTier[order.tier] = (byTier[order.tier] ?? 0) + 1;
    totals[order.purpose] += 1;
    if (order.position % step === 0) sample(totals, compose());
  }
  const trials = totals.attack + totals.benign;
  const scale = totals.sampled === 0 ? 0 : trials / totals.sampled;
  const inputTokens = Math.round(totals.inputTokens * scale);
  const outputTokens = Math.round(totals.outputTokens * scale);
  const requests = totals.requests * scale;
  return {
    trials,
    attackTrials: totals.attack,
    benignTrials: totals.benign,
    inputTokens,
    outputTokens,
    costUsd:
      pricing &&
      (inputTokens * pricing.inputUsdPerMillionTokens + outputTokens * pricing.outputUsdPerMillionTokens) /
        1e6,
    seconds: secondsFor(requests, inputTokens + outputTokens, limits),
    byFamily,
    byTier,
  };
}

function sample(
  totals: { sampled: number; inputTokens: number; outputTokens: number; requests: number },
  composed: Composition,
): void {
  totals.sampled += 1;
  if (composed.kind === "fault") return;
  const { opening, userTurns, maxOutputTokens } = composed.conversation;
  const output = Math.min(assumedOutputTokens, maxOutputTokens);
  let history = opening.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  for (const turn of userTurns) {
    history += estimateTokens(turn);
    totals.inputTokens += history;
    totals.outputTokens += output;
    totals.requests += 1;
    history += output;
  }
}

function secondsFor(requests: number, tokens: number, limits: Limits): number {
  const byLatency = (requests * assumedSecondsPerRequest) / limits.concurrency;
  const byRequests = limits.requestsPerMinute ? (requests / limits.requestsPerMinute) * 60 : 0;
  const byTokens = limits.tokensPerMinute ? (tokens / limits.tokensPerMinute) * 60 : 0;
  return Math.ceil(Math.max(byLatency, byRequests, byTokens));
}
