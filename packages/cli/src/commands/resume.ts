import { resumeRun } from "@probity/app";
import { ProductError } from "@probity/domain";
import { openProgramme, openRuntime } from "../compose.ts";
import type { CommandAction } from "../context.ts";
import { runProgress } from "../show/run-progress.ts";
import { tellEnding } from "../show/tell-ending.ts";
import { defaultFormats, reportFolder, writeReports } from "../write-reports.ts";

/** Continues a run where it stopped. */
export const resume: CommandAction<{ by?: string; because?: string; out?: string }> = async (
  context,
  [named],
  { by, because, out },
) => {
  if ((by === undefined) !== (because === undefined)) {
    throw new ProductError("USAGE", {
      message: "A decision has both a name and a reason.",
      remedy: 'Give both: --by NAME --because "reason".',
    });
  }
  const decision = by === undefined || because === undefined ? undefined : { by, because };
  const programme = openProgramme(context);
  const runtime = await openRuntime(context, programme);
  const progress = runProgress(context);
  try {
    const conducted = await resumeRun({ programme, run: named, runtime, watcher: progress, decision });
    progress.end();
    const folder = reportFolder(context, out, programme);
    const written = await writeReports({
      run: conducted.run,
      catalogue: programme.catalogue,
      runtime,
      folder,
      formats: defaultFormats,
    });
    return tellEnding(context, conducted, written);
  } finally {
    progress.end();
    runtime.store.close();
  }
};
