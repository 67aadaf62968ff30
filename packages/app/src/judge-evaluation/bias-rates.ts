import type { Judgement, JudgingUse } from "@probity/domain";
import { clopperPearson, type Estimated } from "@probity/measure";

/** How often a change that should not matter turned a verdict. */
export interface BiasRate {
  readonly check: "position" | "steering" | "verbosity";
  readonly flipped: number;
  readonly checked: number;
  readonly rate: Estimated;
}

/** Flip rates of the bias checks that were made; those that were not are left out. */
export function biasRates(judgements: readonly (Judgement | undefined)[]): readonly BiasRate[] {
  return (["position", "verbosity", "steering"] as const).flatMap((check) => {
    const seen = judgements.flatMap((judgement) => judgement?.checks?.[check] ?? []);
    const flipped = seen.filter((result) => result === "flipped").length;
    if (seen.length === 0) return [];
    const interval = clopperPearson({ failures: flipped, trials: seen.length });
    return [{ check, flipped, checked: seen.length, rate: { estimate: flipped / seen.length, interval } }];
  });
}

/** What the models behind some verdicts used together. */
export function totalUse(
  judgements: readonly (Judgement | undefined)[],
): Pick<JudgingUse, "calls" | "costUsd" | "inputTokens" | "outputTokens"> {
  const total = { calls: 0, costUsd: 0, inputTokens: 0, outputTokens: 0 };
  for (const judgement of judgements) {
    total.calls += judgement?.use?.calls ?? 0;
    total.costUsd += judgement?.use?.costUsd ?? 0;
    total.inputTokens += judgement?.use?.inputTokens ?? 0;
    total.outputTokens += judgement?.use?.outputTokens ?? 0;
  }
  return total;
}
