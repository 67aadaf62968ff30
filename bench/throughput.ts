import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { keepHeapSmall } from "../packages/cli/src/heap-settings.ts";
import { runBareLoop } from "./bare-loop.ts";
import { runBenchCampaign, type BenchRun, type Load } from "./campaign.ts";
import { timeStages, type Stage } from "./stages.ts";
import { startServer } from "./start-server.ts";

const load: Load = { warmUp: 40_000, measured: 60_000 };
const rounds = 5;

/** One side's figures, as its process prints them. */
interface Bare {
  readonly seconds: number;
}
interface Recorded extends Omit<BenchRun, "sample"> {
  readonly steps: readonly Stage[];
}

/**
 * Recorded trials per second against bare requests per second, in turn, on one server. Median of the rounds.
 *
 * Each side has a process of its own, as a run of a campaign has, and is timed after a warm-up of the same length: in one process, either would run on the heap and the
 * compiled code that the other left behind, and a second campaign in it would have V8 compile again what the first had taught it.
 */
export async function measureThroughput(): Promise<{
  readonly bare: number;
  readonly recorded: number;
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
  /** Where the time of one recorded trial goes. */
  readonly stages: readonly Stage[];
}> {
  const server = await startServer();
  try {
    const measured = Array.from({ length: rounds }, () => {
      const bare = load.measured / (inProcess("bare", server.port) as Bare).seconds;
      const run = inProcess("recorded", server.port) as Recorded;
      const recorded = run.recorded / run.seconds;
      return { bare, recorded, ratio: recorded / bare, run };
    }).toSorted((a, b) => a.ratio - b.ratio);
    const [lowest, median, highest] = [measured.at(0), measured[Math.floor(rounds / 2)], measured.at(-1)];
    if (!lowest || !median || !highest) throw new Error("Nothing was measured.");
    return {
      ...median,
      lowest: lowest.ratio,
      highest: highest.ratio,
      stages: breakdown(median.bare, median.run),
    };
  } finally {
    server.stop();
  }
}

/** What the side's own process prints. */
function inProcess(side: "bare" | "recorded", port: number): unknown {
  const script = fileURLToPath(import.meta.url);
  const printed = execFileSync(process.execPath, [script, side, String(port)], { encoding: "utf8" });
  return JSON.parse(printed) as unknown;
}

/** The request as the bare loop sends it, the steps, what else the thread does, and its waiting: the whole of a recorded trial. */
function breakdown(bare: number, run: Recorded): readonly Stage[] {
  const perTrial = (seconds: number) => (seconds * 1e6) / run.recorded;
  const steps = [
    { name: "the bare request", microseconds: 1e6 / bare },
    ...run.steps,
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

async function measureSide(side: string, port: number): Promise<Bare | Recorded> {
  if (side === "bare") {
    return { seconds: await runBareLoop(port, load) };
  }
  // As the command line conducts a run.
  keepHeapSmall();
  const { sample, ...figures } = await runBenchCampaign(port, load);
  return { ...figures, steps: timeStages(sample) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await measureSide(process.argv[2] ?? "", Number(process.argv[3]));
  process.stdout.write(JSON.stringify(figures));
}
