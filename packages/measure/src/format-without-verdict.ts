import { unjudgedWords, type Tally } from "@probity/domain";

/**
 * Trials without a verdict, and why: `12 trials have no verdict: 9 unclear; 2 not judged, the answer was empty; 1 not judged yet.`
 *
 * @param tallies - of what is summed up, attacks and fair requests alike
 */
export function formatWithoutVerdict(tallies: readonly Tally[]): string {
  const sum = (times: (tally: Tally) => number) => tallies.reduce((total, tally) => total + times(tally), 0);
  const unclear = sum((tally) => tally.unclear);
  const pending = sum((tally) => tally.pending);
  const total = unclear + pending + sum((tally) => tally.unjudged);
  if (total === 0) return "Every trial has a verdict.";
  const parts = [
    ...(unclear > 0 ? [`${unclear} unclear`] : []),
    ...Object.entries(unjudgedWords).flatMap(([reason, words]) => {
      const times = sum(({ unjudgedReasons }) => new Map(Object.entries(unjudgedReasons)).get(reason) ?? 0);
      return times > 0 ? [`${times} not judged, ${words}`] : [];
    }),
    ...(pending > 0 ? [`${pending} not judged yet`] : []),
  ];
  return `${total} ${total === 1 ? "trial has" : "trials have"} no verdict: ${parts.join("; ")}.`;
}
