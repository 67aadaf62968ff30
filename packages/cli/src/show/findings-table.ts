import type { ReportModel } from "@probity/domain";
import { formatRate } from "@probity/measure";
import { table } from "./table.ts";

/** The findings of a report, worst first, each with its rate and interval. */
export function findingsTable({ findings }: ReportModel, most = 20): string {
  if (findings.length === 0) return "No failure was found.";
  const rows = findings
    .slice(0, most)
    .map(({ id, severity, purpose, family, safeguard, transform, rate }) => [
      id,
      severity,
      purpose === "attack" ? family : `over-refusal in ${family}`,
      safeguard,
      transform,
      formatRate(rate),
    ]);
  const more = findings.length > most ? `\n… and ${findings.length - most} more in the report.` : "";
  return table(["finding", "severity", "family", "safeguard", "sent", "failed"], rows) + more;
}

/** The success criteria, one line each. */
export function criteriaTable({ criteria }: ReportModel): string {
  const rows = criteria.map(({ id, statement, standing, rate }) => [
    standing,
    id,
    statement,
    formatRate(rate),
  ]);
  return table(["standing", "criterion", "demands", "measured"], rows);
}
