import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectFolder, type ProjectFolder } from "../support/project-folder.ts";

let folder: ProjectFolder;
beforeEach(() => {
  folder = projectFolder();
});
afterEach(() => folder.remove());

/** A port that is free now, with the next one free too. */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = await portOf(0);
    if (first !== undefined && (await portOf(first + 1)) !== undefined) return first;
  }
}

function portOf(wanted: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((done) => {
    server.once("error", () => done(undefined));
    server.listen(wanted, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

interface Score {
  readonly recall: { readonly found: number; readonly declared: number };
  readonly falseAlarmRate: { readonly alarms: number; readonly trials: number; readonly share: number };
  readonly unmatched: number;
}

interface Demo {
  readonly findings: readonly { readonly evidence: readonly string[] }[];
  readonly criteria: readonly { readonly standing: string }[];
  readonly score: { readonly weak: Score; readonly twin: Score };
  readonly reports: { readonly weak: Readonly<Record<string, string>> };
}

test("the demonstration finds most planted flaws, hardly cries wolf about the twin, and what it found can be replayed", async () => {
  const port = String(await freePorts());
  const { code, document } = await folder.json<Demo>(["demo", "--port", port]);
  expect(code).toBe(0);
  const { weak, twin } = document.score;
  expect(weak.recall.declared).toBeGreaterThanOrEqual(15);
  expect(weak.recall.found / weak.recall.declared).toBeGreaterThanOrEqual(0.85);
  expect(twin.falseAlarmRate.trials).toBeGreaterThan(1500);
  expect(twin.falseAlarmRate.share).toBeLessThan(0.01);
  expect([weak.unmatched, twin.unmatched], "every trial is known to the range").toEqual([0, 0]);
  expect(document.criteria.some(({ standing }) => standing === "not-met")).toBe(true);
  expect(readFileSync(document.reports.weak["html"] ?? "", "utf8")).toContain(
    "Meridian Bank customer assistant",
  );

  const serving = folder.start(["range", "serve", "--port", port, "--json"]);
  await new Promise((done) => serving.process.stdout?.once("data", done));
  const trial = document.findings[0]?.evidence[0] ?? "";
  const config = join("probity-demo", "probity.yaml");
  const replayed = await folder.json<{ original: { outcome: string }; times: number }>([
    "replay",
    trial,
    "--config",
    config,
  ]);
  serving.process.kill("SIGINT");
  expect((await serving.finished).code).toBe(0);
  expect(replayed).toMatchObject({ code: 0, document: { original: { outcome: "breached" }, times: 1 } });
  expect((await folder.json(["verify", "--config", config])).code).toBe(0);
}, 120_000);
