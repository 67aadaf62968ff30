import type { FindingKey, Rate, ReportModel } from "@probity/domain";
import { defineReport } from "@probity/kit";
import { formatCorrection } from "@probity/measure";
import { csvRow } from "../report-page/csv-row.ts";
import { withholdPeople } from "../report-page/withhold-people.ts";

const columns = [
  "standing",
  "id",
  "severity",
  "purpose",
  "family",
  "safeguard",
  "transform",
  "failures",
  "judged",
  "rate",
  "interval low",
  "interval high",
  "upper bound",
  "wording",
  "root prompts",
  "effective trials",
  "unclear",
  "unjudged",
  "probes",
  "standards",
  "evidence",
  "corrected rate",
  "corrected low",
  "corrected high",
  "correction",
  "labels",
] as const;

/** Evidence ids in one cell; spreadsheets hold 32,767 characters, and all of them are in the store. */
const mostEvidence = 50;

/** One row per group of trials, findings first: for spreadsheets and trackers. Rates are shares from 0 to 1. */
export const csv = defineReport({
  id: "csv",
  title: "CSV",
  mediaType: "text/csv; charset=utf-8",
  extension: "csv",
  render: (report) => rows(withholdPeople(report)).join(""),
});

function rows({ findings, held, undecided }: ReportModel): readonly string[] {
  return [
    csvRow(columns),
    ...findings.map((finding) =>
      csvRow([
        "failed",
        finding.id,
        finding.severity,
        ...keyCells(finding),
        ...rateCells(finding.rate),
        finding.probes.join("; "),
        finding.standards.join("; "),
        finding.evidence.slice(0, mostEvidence).join("; "),
        ...correctionCells(finding.rate),
      ]),
    ),
    ...held.map((group) => groupRow("none failed", group)),
    ...undecided.map((group) => groupRow("nothing judged", group)),
  ];
}

function groupRow(standing: string, group: FindingKey & { readonly rate: Rate }): string {
  const unknown = undefined;
  return csvRow([
    standing,
    unknown,
    unknown,
    ...keyCells(group),
    ...rateCells(group.rate),
    unknown,
    unknown,
    unknown,
    ...correctionCells(group.rate),
  ]);
}

function keyCells({ purpose, family, safeguard, transform }: FindingKey): readonly string[] {
  return [purpose, family, safeguard, transform];
}

/** The corrected rate and its method, or why it is not corrected. */
function correctionCells({ correction }: Rate): readonly (string | number | undefined)[] {
  if (!correction) return [undefined, undefined, undefined, undefined, undefined];
  if (correction.kind === "not-corrected")
    return [undefined, undefined, undefined, formatCorrection(correction), correction.labels];
  const { estimate, interval, method, labels } = correction;
  return [estimate, interval.low, interval.high, method, labels];
}

function rateCells(rate: Rate): readonly (string | number | undefined)[] {
  return [
    rate.failures,
    rate.judged,
    rate.estimate,
    rate.interval?.low,
    rate.interval?.high,
    rate.upperBound,
    rate.wording,
    rate.clusters,
    rate.effectiveTrials,
    rate.excluded.unclear,
    rate.excluded.unjudged,
  ];
}
