import type { Tally, TrialCount, UnjudgedReason } from "@probity/domain";

/** Sums counts of recorded trials by outcome. */
export function tallyOf(counts: readonly TrialCount[]): Tally {
  const totals = { breached: 0, held: 0, unclear: 0, unjudged: 0, pending: 0 };
  const unjudgedReasons: Partial<Record<UnjudgedReason, number>> = {};
  for (const { outcome, reason, count } of counts) {
    totals[outcome] += count;
    if (reason) unjudgedReasons[reason] = (unjudgedReasons[reason] ?? 0) + count;
  }
  return { ...totals, unjudgedReasons };
}
