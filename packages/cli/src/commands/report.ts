import { findRun } from "@probity/app";
import { openProgramme, openRuntime } from "../compose.ts";
import type { CommandAction } from "../context.ts";
import { correctionLines, criteriaTable, findingsTable } from "../show/findings-table.ts";
import { reportFolder, writeReports } from "../write-reports.ts";

/** Verifies the evidence and writes a run's reports. */
export const report: CommandAction<{ out?: string; format: string }> = async (
  context,
  [named],
  { out, format },
) => {
  const programme = openProgramme(context);
  const runtime = await openRuntime(context, programme);
  try {
    const run = findRun(runtime.store, named);
    const formats = format.split(",").map((each) => each.trim());
    const { model, files } = await writeReports({
      run,
      catalogue: programme.catalogue,
      runtime,
      folder: reportFolder(context, out, programme),
      formats,
    });
    if (context.options.json)
      context.out(
        JSON.stringify(
          {
            run: run.header.id,
            state: run.state,
            reports: files,
            criteria: model.criteria,
            findings: model.findings,
          },
          null,
          2,
        ),
      );
    else {
      context.out(
        [findingsTable(model), "", criteriaTable(model), "", ...correctionLines(model), ""].join("\n"),
      );
      for (const [id, path] of Object.entries(files)) context.out(`  ${id.padEnd(6)} ${path}`);
    }
    return 0;
  } finally {
    runtime.store.close();
  }
};
