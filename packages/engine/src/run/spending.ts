import type { Pricing, Standing, Usage } from "@probity/domain";

/** What a run has used so far. Reservations count until they are settled, so limits hold with many trials in flight. */
export interface Spending {
  readonly spent: () => Standing["spent"];
  /** Counts a trial about to be sent. The result takes the reservation back and counts what was really used. */
  readonly reserve: (estimatedTokens: number) => (usage: Usage | undefined) => void;
  /** The same for a call of a judge model, which is no trial and has a price of its own. */
  readonly reserveJudging: (
    estimatedTokens: number,
    pricing: Pricing | undefined,
  ) => (usage: Usage | undefined) => void;
}

export interface SpendingStart {
  readonly trials: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Minutes that earlier stretches of this run took. */
  readonly minutes: number;
  readonly pricing: Pricing | undefined;
  /** What judge models have used already. */
  readonly judging?: { readonly tokens: number; readonly costUsd: number };
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
}

/** Starts from what the store says was already used, so that a resumed run has no fresh budget. */
export function trackSpending(start: SpendingStart): Spending {
  const startedAt = start.now();
  const { judging = { tokens: 0, costUsd: 0 } } = start;
  const price = (inputTokens: number, outputTokens: number) =>
    costOf({ inputTokens, outputTokens }, start.pricing);
  let trials = start.trials;
  let tokens = start.inputTokens + start.outputTokens + judging.tokens;
  let costUsd = price(start.inputTokens, start.outputTokens) + judging.costUsd;
  return {
    spent: () => ({ trials, tokens, costUsd, minutes: start.minutes + (start.now() - startedAt) / 60_000 }),
    reserve: (estimatedTokens) => {
      const estimatedCost = price(estimatedTokens, 0);
      trials += 1;
      tokens += estimatedTokens;
      costUsd += estimatedCost;
      return (usage) => {
        if (!usage) return;
        tokens += usage.inputTokens + usage.outputTokens - estimatedTokens;
        costUsd += price(usage.inputTokens, usage.outputTokens) - estimatedCost;
      };
    },
    reserveJudging: (estimatedTokens, pricing) => {
      const estimatedCost = costOf({ inputTokens: estimatedTokens, outputTokens: 0 }, pricing);
      tokens += estimatedTokens;
      costUsd += estimatedCost;
      return (usage) => {
        if (!usage) return;
        tokens += usage.inputTokens + usage.outputTokens - estimatedTokens;
        costUsd += costOf(usage, pricing) - estimatedCost;
      };
    },
  };
}

/** US dollars by a price list; 0 without one. */
export function costOf({ inputTokens, outputTokens }: Usage, pricing: Pricing | undefined): number {
  if (!pricing) return 0;
  return (
    (inputTokens * pricing.inputUsdPerMillionTokens + outputTokens * pricing.outputUsdPerMillionTokens) / 1e6
  );
}
