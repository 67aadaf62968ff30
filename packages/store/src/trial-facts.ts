import type { SQLOutputValue } from "node:sqlite";
import type { Purpose, Severity, Tier, TrialFacts } from "@probity/domain";

/** The columns that trials are grouped by, `groupColumns`. A population of "" is none. */
export function trialFacts(row: Readonly<Record<string, SQLOutputValue>>): TrialFacts {
  const text = (column: string) => String(row[column]);
  return {
    purpose: text("purpose") as Purpose,
    probeId: text("probe"),
    family: text("family"),
    safeguard: text("safeguard"),
    population: text("population") || undefined,
    severity: text("severity") as Severity,
    tier: text("tier") as Tier,
    transform: text("transform"),
    rootPrompt: text("root_prompt"),
  };
}
