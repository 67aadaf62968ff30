import type { Rate, ReportModel } from "@probity/domain";
import { formatExcluded, formatRate } from "@probity/measure";
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
      rateBesideWhatIsLeftOut(rate),
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
    rateBesideWhatIsLeftOut(rate),
  ]);
  return table(["standing", "criterion", "demands", "measured"], rows);
}

function rateBesideWhatIsLeftOut(rate: Rate): string {
  const excluded = formatExcluded(rate);
  return excluded === "" ? formatRate(rate) : `${formatRate(rate)}; ${excluded}`;
}
