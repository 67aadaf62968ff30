import { runBareLoop } from "./bare-loop.ts";
import { runBenchCampaign, type BenchRun } from "./campaign.ts";
import { timeStages, type Stage } from "./stages.ts";
import { startServer } from "./start-server.ts";

const trials = 20_000;
const rounds = 3;

/** Recorded trials per second against bare requests per second, in turn, on one server. Median of the rounds. */
export async function measureThroughput(): Promise<{
  readonly bare: number;
  readonly recorded: number;
  readonly ratio: number;
  /** Where the time of one recorded trial goes. */
  readonly stages: readonly Stage[];
}> {
  const server = await startServer();
  try {
    await runBareLoop(server.port, 5000);
    await runBenchCampaign(server.port, 5000);
    const measured = [];
    for (let round = 0; round < rounds; round += 1) {
      const bare = trials / (await runBareLoop(server.port, trials));
      const run = await runBenchCampaign(server.port, trials);
      const recorded = run.recorded / run.seconds;
      measured.push({ bare, recorded, ratio: recorded / bare, run });
    }
    measured.sort((a, b) => a.ratio - b.ratio);
    const median = measured[Math.floor(rounds / 2)];
    if (!median) throw new Error("Nothing was measured.");
    return { ...median, stages: breakdown(median.bare, median.run) };
  } finally {
    server.stop();
  }
}

/** The request as the bare loop sends it, the steps, what else the thread does, and its waiting: the whole of a recorded trial. */
function breakdown(bare: number, run: BenchRun): readonly Stage[] {
  const perTrial = (seconds: number) => (seconds * 1e6) / run.recorded;
  const steps = [
    { name: "the bare request", microseconds: 1e6 / bare },
    ...timeStages(run.sample),
    { name: "collecting garbage", microseconds: perTrial(run.garbageSeconds) },
  ];
  const known = steps.reduce((sum, { microseconds }) => sum + microseconds, 0);
  return [
    ...steps,
    {
      name: "plan, gate, channel, adapter, hand-over to the log's thread",
      microseconds: perTrial(run.busySeconds) - known,
    },
    { name: "waiting for an answer or for a core", microseconds: perTrial(run.seconds - run.busySeconds) },
  ];
}
