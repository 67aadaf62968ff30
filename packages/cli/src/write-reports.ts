import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { nearest, reportRun } from "@probity/app";
import { ProductError, type ReportModel, type RunRecord } from "@probity/domain";
import type { Catalogue, ReportFormat } from "@probity/kit";
import type { Runtime } from "@probity/app";
import { storeFolder } from "./compose.ts";
import type { CommandContext } from "./context.ts";

export interface ReportTask {
  readonly run: RunRecord;
  readonly catalogue: Catalogue;
  readonly runtime: Runtime;
  readonly folder: string;
  readonly formats: readonly string[];
}

export interface WrittenReport {
  readonly model: ReportModel;
  /** Format id to path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where reports go unless --out says otherwise. */
export function reportFolder(
  context: CommandContext,
  out: string | undefined,
  programme: Parameters<typeof storeFolder>[1],
): string {
  return out === undefined ? join(storeFolder(context, programme), "reports") : resolve(context.cwd, out);
}

/** Builds a run's report and writes it in each format. @throws ProductError EVIDENCE_BROKEN, UNKNOWN_NAME or OUTPUT_UNWRITABLE */
export async function writeReports({
  run,
  catalogue,
  runtime,
  folder,
  formats,
}: ReportTask): Promise<WrittenReport> {
  const chosen = formats.map((id) => catalogue.reports.get(id) ?? noSuchFormat(id, catalogue));
  const model = await reportRun(run, catalogue, runtime);
  const files: Record<string, string> = {};
  for (const format of chosen)
    files[format.id] = write(folder, `${run.header.id}.${extensionOf(format)}`, format.render(model));
  return { model, files };
}

const extensionOf = ({ id, extension }: ReportFormat) => (id === "junit" ? `junit.${extension}` : extension);

function noSuchFormat(id: string, { reports }: Catalogue): never {
  const known = [...reports.keys()];
  const guess = nearest(id, known);
  throw new ProductError("UNKNOWN_NAME", {
    message: `There is no report format "${id}".`,
    remedy: guess ? `Did you mean "${guess}"?` : `There are: ${known.join(", ")}.`,
  });
}

function write(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new ProductError("OUTPUT_UNWRITABLE", {
      message: `${path} could not be written: ${error instanceof Error ? error.message : String(error)}.`,
      cause: error,
    });
  }
  return path;
}

/** Written after every run. */
export const defaultFormats: readonly string[] = ["html", "json", "junit", "csv"];
