import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { keepHeapSmall } from "../packages/cli/src/heap-settings.ts";
import { runBenchCampaign } from "./campaign.ts";
import { startServer } from "./start-server.ts";

/** Peak memory of a process that runs a campaign of so many trials, in megabytes. */
function peakOf(trials: number): number {
  const script = fileURLToPath(import.meta.url);
  return Number(execFileSync(process.execPath, [script, String(trials)], { encoding: "utf8" }));
}

/** Peak memory at 100,000 trials against that at 10,000. */
export function measureMemory(): { readonly at10k: number; readonly at100k: number; readonly ratio: number } {
  const at10k = peakOf(10_000);
  const at100k = peakOf(100_000);
  return { at10k, at100k, ratio: at100k / at10k };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startServer();
  // As the command line conducts a run.
  keepHeapSmall();
  await runBenchCampaign(server.port, { warmUp: 0, measured: Number(process.argv[2]) });
  server.stop();
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
}
