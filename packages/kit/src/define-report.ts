import type { ReportModel } from "@probity/domain";

/** Renders a report model into one file. Adds no facts and computes no figures. */
export interface ReportFormat {
  readonly contract: "report/1";
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
  /** Without a dot. */
  readonly extension: string;
  readonly render: (report: ReportModel) => string;
}

/** Declares a report format. One file, one format; `npm run gen` adds it to the catalogue. */
export function defineReport(format: Omit<ReportFormat, "contract">): ReportFormat {
  return Object.freeze({ contract: "report/1", ...format });
}
