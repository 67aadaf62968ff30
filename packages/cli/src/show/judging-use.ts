import type { BiasRate } from "@probity/app";
import type { JudgingUse } from "@probity/domain";
import { formatPercent } from "@probity/measure";

/** What judge models used, in one line; empty when none was asked. */
export function useWords({
  calls,
  inputTokens,
  outputTokens,
  costUsd,
}: Pick<JudgingUse, "calls" | "costUsd" | "inputTokens" | "outputTokens">): string {
  if (calls === 0) return "";
  const cost = costUsd > 0 ? `, US$ ${costUsd.toFixed(4)}` : "; no pricing is given, so no cost";
  const count = (n: number) => n.toLocaleString("en-GB");
  return `Judge models answered ${count(calls)} calls: ${count(inputTokens)} tokens in, ${count(outputTokens)} out${cost}.`;
}

const checkWords: Readonly<Record<BiasRate["check"], string>> = {
  position: "the order of scale and criteria",
  steering: "an order for another outcome in the judged text",
  verbosity: "neutral text behind the answer",
};

/** How often each bias check turned a verdict, one line each. */
export function biasLines(rates: readonly BiasRate[]): readonly string[] {
  return rates.map(
    ({ check, flipped, checked, rate: { estimate, interval } }) =>
      `  ${check.padEnd(10)} ${flipped} of ${checked} verdicts turned by ${checkWords[check]}: ${formatPercent(estimate)} [${formatPercent(interval.low)}, ${formatPercent(interval.high)}]`,
  );
}
