import { runBareLoop } from "./bare-loop.ts";
import { runBenchCampaign } from "./campaign.ts";
import { startServer } from "./start-server.ts";

const trials = 20_000;
const rounds = 3;

/** Recorded trials per second against bare requests per second, in turn, on one server. Median of the rounds. */
export async function measureThroughput(): Promise<{
  readonly bare: number;
  readonly recorded: number;
  readonly ratio: number;
}> {
  const server = await startServer();
  try {
    await runBareLoop(server.port, 5000);
    await runBenchCampaign(server.port, 5000);
    const measured = [];
    for (let round = 0; round < rounds; round += 1) {
      const bare = trials / (await runBareLoop(server.port, trials));
      const { seconds, recorded } = await runBenchCampaign(server.port, trials);
      measured.push({ bare, recorded: recorded / seconds, ratio: recorded / seconds / bare });
    }
    measured.sort((a, b) => a.ratio - b.ratio);
    const median = measured[Math.floor(rounds / 2)];
    if (!median) throw new Error("Nothing was measured.");
    return median;
  } finally {
    server.stop();
  }
}
