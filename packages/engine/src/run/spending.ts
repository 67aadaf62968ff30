import type { Pricing, Standing, Usage } from "@probity/domain";

/** What a run has used so far. Reservations count until they are settled, so limits hold with many trials in flight. */
export interface Spending {
  readonly spent: () => Standing["spent"];
  /** Counts a trial about to be sent. The result takes the reservation back and counts what was really used. */
  readonly reserve: (estimatedTokens: number) => (usage: Usage | undefined) => void;
}

export interface SpendingStart {
  readonly trials: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Minutes that earlier stretches of this run took. */
  readonly minutes: number;
  readonly pricing: Pricing | undefined;
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
}

/** Starts from what the store says was already used, so that a resumed run has no fresh budget. */
export function trackSpending(start: SpendingStart): Spending {
  const startedAt = start.now();
  const price = (input: number, output: number) =>
    start.pricing
      ? (input * start.pricing.inputUsdPerMillionTokens + output * start.pricing.outputUsdPerMillionTokens) /
        1e6
      : 0;
  let trials = start.trials;
  let tokens = start.inputTokens + start.outputTokens;
  let costUsd = price(start.inputTokens, start.outputTokens);
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
  };
}
