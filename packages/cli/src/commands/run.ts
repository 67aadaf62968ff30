import { startRun } from "@probity/app";
import { openProgramme, openRuntime } from "../compose.ts";
import type { CommandAction } from "../context.ts";
import { onlyCampaign } from "../only-campaign.ts";
import { runProgress } from "../show/run-progress.ts";
import { tellEnding } from "../show/tell-ending.ts";
import { defaultFormats, reportFolder, writeReports } from "../write-reports.ts";

/** Runs a campaign, writes its reports and shows what was found. */
export const run: CommandAction<{ new?: boolean; out?: string }> = async (context, [named], options) => {
  const programme = openProgramme(context);
  const campaign = onlyCampaign(programme, named);
  const runtime = await openRuntime(context, programme);
  const progress = runProgress(context);
  try {
    const conducted = await startRun({
      programme,
      campaign,
      runtime,
      watcher: progress,
      anew: options.new === true,
    });
    progress.end();
    const folder = reportFolder(context, options.out, programme);
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
