import type { Rate } from "@probity/domain";

/**
 * A share as a percentage with one decimal: "15.0 %".
 *
 * A share that is not zero never reads as zero, nor one below all as all: "< 0.1 %", "> 99.9 %".
 */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.0005) return "< 0.1 %";
  if (share < 1 && share >= 0.9995) return "> 99.9 %";
  return `${(share * 100).toFixed(1)} %`;
}

/**
 * A rate in plain words, never a bare percentage.
 *
 * "12 of 80 (15.0 %, 95 % interval 8.1 % to 26.2 %)"; "0 of 40: up to 7.2 % may still fail";
 * "2 of 5: too few independent cases to say"; "nothing judged".
 * What was left out is worded apart by `formatExcluded` and belongs beside it.
 */
export function formatRate(rate: Rate): string {
  if (rate.estimate === undefined || rate.interval === undefined) return "nothing judged";
  const counts = `${rate.failures} of ${rate.judged}`;
  if (rate.wording === "underpowered") return `${counts}: too few independent cases to say`;
  if (rate.wording === "none-failed") return `${counts}: ${upTo(rate.upperBound ?? 1)} may still fail`;
  const { low, high } = rate.interval;
  return `${counts} (${formatPercent(rate.estimate)}, 95 % interval ${formatPercent(low)} to ${formatPercent(high)})`;
}

const upTo = (bound: number): string =>
  bound < 0.0005 ? "less than 0.1 %" : `up to ${formatPercent(bound)}`;

/** What a rate leaves out: "3 unclear and 2 unjudged left out"; empty when nothing is. */
export function formatExcluded({ excluded }: Pick<Rate, "excluded">): string {
  const parts = [
    ...(excluded.unclear > 0 ? [`${excluded.unclear} unclear`] : []),
    ...(excluded.unjudged > 0 ? [`${excluded.unjudged} unjudged`] : []),
  ];
  return parts.length === 0 ? "" : `${parts.join(" and ")} left out`;
}
