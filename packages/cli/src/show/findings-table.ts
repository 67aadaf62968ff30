import type { Rate, ReportModel } from "@probity/domain";
import { formatCorrection, formatExcluded, formatPercent, formatRate } from "@probity/measure";
import { table } from "./table.ts";

/** The findings of a report, worst first, each with its rate and interval, and the corrected rate where there is one. */
export function findingsTable({ findings, overall }: ReportModel, most = 20): string {
  if (findings.length === 0)
    return overall.attack.judged + overall.benign.judged === 0
      ? "Nothing was judged, so nothing is known of failures."
      : "No failure was found.";
  const isCorrected = findings.some(({ rate }) => rate.correction?.kind === "corrected");
  const rows = findings
    .slice(0, most)
    .map(({ id, severity, purpose, family, safeguard, transform, rate }) => [
      id,
      severity,
      purpose === "attack" ? family : `over-refusal in ${family}`,
      safeguard,
      transform,
      rateBesideWhatIsLeftOut(rate),
      ...(isCorrected ? [shortCorrection(rate)] : []),
    ]);
  const more = findings.length > most ? `\n… and ${findings.length - most} more in the report.` : "";
  const head = ["finding", "severity", "family", "safeguard", "sent", "failed"];
  return table(isCorrected ? [...head, "corrected"] : head, rows) + more;
}

/** The success criteria, one line each. */
export function criteriaTable({ criteria }: ReportModel): string {
  const rows = criteria.map(({ id, statement, standing, rate, basis }) => [
    standing,
    id,
    statement,
    basis === "corrected"
      ? `${rateBesideWhatIsLeftOut(rate)}, ${shortCorrection(rate)} corrected, which decides`
      : rateBesideWhatIsLeftOut(rate),
  ]);
  return table(["standing", "criterion", "demands", "measured"], rows);
}

function rateBesideWhatIsLeftOut(rate: Rate): string {
  const excluded = formatExcluded(rate);
  return excluded === "" ? formatRate(rate) : `${formatRate(rate)}; ${excluded}`;
}

/** What was done about the judges' error over all trials, one line for each kind. */
export function correctionLines({ overall }: Pick<ReportModel, "overall">): readonly string[] {
  const kinds = [
    ["All attempts", overall.attack],
    ["All fair requests", overall.benign],
  ] as const;
  return kinds.flatMap(([noun, rate]) =>
    rate.judged > 0 && rate.correction
      ? [`${noun}: ${formatRate(rate)}; ${formatCorrection(rate.correction)}.`]
      : [],
  );
}

function shortCorrection({ correction }: Rate): string {
  if (correction?.kind !== "corrected") return "no";
  const { estimate, interval } = correction;
  return `${formatPercent(estimate)} (${formatPercent(interval.low)} to ${formatPercent(interval.high)})`;
}
