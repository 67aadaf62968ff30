import type { ConductedRun, Programme, Runtime, RunWatcher } from "@probity/app";
import { openProgramme, openRuntime } from "./compose.ts";
import type { CommandContext } from "./context.ts";
import { keepHeapSmall } from "./heap-settings.ts";
import { runProgress } from "./show/run-progress.ts";
import { tellEnding } from "./show/tell-ending.ts";
import { defaultFormats, reportFolder, writeReports } from "./write-reports.ts";

/** Starts or continues a run, given everything it needs. */
export type Conduct = (programme: Programme, runtime: Runtime, watcher: RunWatcher) => Promise<ConductedRun>;

/** Conducts a run under a progress bar, writes its reports and shows how it ended. Gives the command's exit code. */
export async function conductAndTell(
  context: CommandContext,
  out: string | undefined,
  conduct: Conduct,
): Promise<number> {
  const programme = openProgramme(context);
  const runtime = await openRuntime(context, programme, { mayMake: true });
  const progress = runProgress(context);
  keepHeapSmall();
  try {
    const conducted = await conduct(programme, runtime, progress);
    progress.end();
    const folder = reportFolder(context, out, programme);
    const { catalogue } = programme;
    const written = await writeReports({
      run: conducted.run,
      catalogue,
      runtime,
      folder,
      formats: defaultFormats,
    });
    return tellEnding(context, conducted, written);
  } finally {
    progress.end();
    runtime.store.close();
  }
}
