import { startRun } from "@probity/app";
import { conductAndTell } from "../conduct-and-tell.ts";
import type { CommandAction } from "../context.ts";
import { onlyCampaign } from "../only-campaign.ts";

/** Runs a campaign, writes its reports and shows what was found. */
export const run: CommandAction<{ new?: boolean; out?: string }> = (context, [named], options) =>
  conductAndTell(context, options.out, (programme, runtime, watcher) =>
    startRun({
      programme,
      campaign: onlyCampaign(programme, named),
      runtime,
      watcher,
      anew: options.new === true,
    }),
  );
