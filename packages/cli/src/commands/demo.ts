import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { startRun, type ConductedRun, type Programme, type Runtime } from "@probity/app";
import { ProductError } from "@probity/domain";
import { contentFolder, openProgramme, openRuntime } from "../compose.ts";
import { openRange, openWorld, type RangeServer } from "../compose-range.ts";
import type { CommandAction, CommandContext } from "../context.ts";
import { scoreDemo, tellScore } from "../show/tell-score.ts";
import { criteriaTable, findingsTable } from "../show/findings-table.ts";
import { runProgress } from "../show/run-progress.ts";
import { wholeNumber } from "../whole-number.ts";
import { defaultFormats, writeReports, type WrittenReport } from "../write-reports.ts";

/** The two campaigns of content/demo/probity.yaml: the weak application and its hardened twin. */
const campaigns = ["meridian", "meridian-hardened"] as const;

interface Demonstrated {
  readonly conducted: ConductedRun;
  readonly written: WrittenReport;
}

/**
 * Runs the demonstration: serves a weak bank assistant and its hardened twin, attacks both under one charter, and holds what was
 * found against what the world declares.
 *
 * The exit code says whether the demonstration worked, not whether the weak assistant met its criteria: it should not.
 */
export const demo: CommandAction<{ folder: string; port: string }> = async (context, _, options) => {
  const port = wholeNumber("--port", options.port, { least: 1024, most: 65_534 });
  const folder = resolve(context.cwd, options.folder);
  const config = writeDemoProject(folder, port);
  const inDemo: CommandContext = { ...context, options: { ...context.options, config } };
  const programme = openProgramme(inDemo);
  const runtime = await openRuntime(inDemo, programme, { mayMake: true });
  const world = openWorld(context.cwd, "meridian-bank");
  const serve = { world, seed: 1, latencyMs: 5 };
  const ranges: RangeServer[] = [];
  try {
    ranges.push(
      await openRange({ ...serve, hardened: false, port }),
      await openRange({ ...serve, hardened: true, port: port + 1 }),
    );
    const shown = await runBoth({ context, programme, runtime, folder });
    if (!shown) return 4;
    tellDemo(context, { folder, runtime, ranges, shown });
    return 0;
  } finally {
    for (const range of ranges) await range.close();
    runtime.store.close();
  }
};

function writeDemoProject(folder: string, port: number): string {
  const template = readFileSync(join(contentFolder, "demo", "probity.yaml"), "utf8");
  const now = new Date();
  const text = template
    .replaceAll("127.0.0.1:8742", `127.0.0.1:${port}`)
    .replaceAll("127.0.0.1:8743", `127.0.0.1:${port + 1}`)
    .replace("2026-01-01T00:00:00Z", now.toISOString())
    .replace("2026-12-31T23:59:59Z", new Date(now.getTime() + 7 * 86_400_000).toISOString());
  const path = join(folder, "probity.yaml");
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new ProductError("OUTPUT_UNWRITABLE", {
      message: `${path} could not be written: ${String(error)}.`,
      cause: error,
    });
  }
  return path;
}

interface BothTask {
  readonly context: CommandContext;
  readonly programme: Programme;
  readonly runtime: Runtime;
  readonly folder: string;
}

async function runBoth({
  context,
  programme,
  runtime,
  folder,
}: BothTask): Promise<readonly Demonstrated[] | undefined> {
  const shown: Demonstrated[] = [];
  for (const campaign of campaigns) {
    const progress = runProgress(context);
    const conducted = await startRun({ programme, campaign, runtime, watcher: progress, anew: true });
    progress.end();
    if (conducted.ending.kind === "failure") throw conducted.ending.error;
    if (conducted.ending.kind === "halt") {
      context.out(
        `The demonstration was halted; what was recorded is in ${relative(context.cwd, folder) || "."}.`,
      );
      return undefined;
    }
    const written = await writeReports({
      run: conducted.run,
      catalogue: programme.catalogue,
      runtime,
      folder: join(folder, "reports"),
      formats: defaultFormats,
    });
    shown.push({ conducted, written });
  }
  return shown;
}

interface DemoResults {
  readonly folder: string;
  readonly runtime: Runtime;
  readonly ranges: readonly RangeServer[];
  readonly shown: readonly Demonstrated[];
}

function tellDemo(context: CommandContext, { folder, runtime, ranges, shown }: DemoResults): void {
  const [weak, twin] = shown;
  const [weakRange, twinRange] = ranges;
  if (!weak || !twin || !weakRange || !twinRange) return;
  const score = {
    weak: scoreDemo(runtime.store, weak.conducted.run, weakRange),
    twin: scoreDemo(runtime.store, twin.conducted.run, twinRange),
  };
  const html = (each: Demonstrated) => relative(context.cwd, each.written.files["html"] ?? "");
  if (context.options.json) {
    const { findings, criteria } = weak.written.model;
    context.out(
      JSON.stringify(
        {
          folder,
          findings,
          criteria,
          score,
          reports: { weak: weak.written.files, twin: twin.written.files },
        },
        null,
        2,
      ),
    );
    return;
  }
  const [first] = weak.written.model.findings.flatMap(({ evidence }) => evidence);
  const config = relative(context.cwd, join(folder, "probity.yaml"));
  context.out(
    [
      "",
      "Meridian Bank assistant (deliberately weak): what the campaign found",
      "",
      findingsTable(weak.written.model, 12),
      "",
      criteriaTable(weak.written.model),
      "",
      tellScore(score),
      "",
      `Report           ${html(weak)}`,
      `Hardened twin    ${html(twin)}`,
      `Verify           npx probity verify --config ${config}`,
      `Replay one       npx probity range serve --port ${new URL(weakRange.url).port}    (in another terminal)`,
      `                 npx probity replay ${first?.slice(0, 12) ?? "TRIAL"} --config ${config}`,
    ].join("\n"),
  );
}
