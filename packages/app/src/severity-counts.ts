import type { Severity, TrialCount } from "@probity/domain";

/** Breached trials by severity. */
export function severityCounts(counts: readonly TrialCount[]): Readonly<Record<Severity, number>> {
  const totals: Record<Severity, number> = { low: 0, medium: 0, high: 0, critical: 0 };
  for (const { outcome, severity, count } of counts) if (outcome === "breached") totals[severity] += count;
  return totals;
}
