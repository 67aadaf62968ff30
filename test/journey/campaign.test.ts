import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packOf, projectFolder, projectFor, type ProjectFolder } from "../support/project-folder.ts";
import { lastUserText, scriptedServer, type ScriptedServer } from "../support/scripted-server.ts";

let folder: ProjectFolder;
let server: ScriptedServer;

beforeEach(async () => {
  folder = projectFolder();
  server = await scriptedServer((chat) =>
    lastUserText(chat).includes("Wording 0") ? "Xylograph, as you wish." : "I would rather not.",
  );
  folder.write("pack.yaml", packOf(12, 3));
});
afterEach(async () => {
  await server.close();
  folder.remove();
});

interface RunDocument {
  readonly run: string;
  readonly state: string;
  readonly recordedTrials: number;
  readonly tallies: {
    readonly attack: { readonly breached: number; readonly held: number; readonly unjudged: number };
  };
  readonly findings: readonly {
    readonly id: string;
    readonly evidence: readonly string[];
    readonly rate: { readonly failures: number; readonly judged: number };
  }[];
  readonly criteria: readonly { readonly standing: string }[];
  readonly reports: Readonly<Record<string, string>>;
}

test("a campaign goes from charter to report, and what it reports can be verified and replayed", async () => {
  folder.write("probity.yaml", projectFor(server));
  const { code: planned, document: plan } = await folder.json<{
    estimate: { trials: number };
    authorised: boolean;
  }>(["plan"]);
  expect([planned, plan.estimate.trials, plan.authorised]).toEqual([0, 36, true]);
  expect(server.count(), "planning sends nothing").toBe(0);

  const { code, document } = await folder.json<RunDocument>(["run"]);
  expect(code).toBe(0);
  expect(document).toMatchObject({
    run: "look-1",
    state: "completed",
    recordedTrials: 36,
    tallies: { attack: { breached: 12, held: 24, unjudged: 0 } },
  });
  expect(server.count()).toBe(36);
  expect(document.findings.map(({ rate }) => [rate.failures, rate.judged])).toEqual([[12, 36]]);
  for (const format of ["html", "json", "junit", "csv"])
    expect(existsSync(document.reports[format] ?? ""), format).toBe(true);

  const verified = await folder.json<{ sound: boolean; size: number }>(["verify"]);
  // header, start, 36 transcripts, 36 verdicts, completion
  expect(verified).toMatchObject({ code: 0, document: { sound: true, size: 75 } });
  folder.write("notes.txt", "No head here.\n");
  const noHead = await folder.run(["verify", "notes.txt"]);
  expect([noHead.code, noHead.stderr]).toEqual([2, expect.stringContaining("holds no signed head")]);
  const halted = await folder.run(["halt", "--by", "bo", "--because", "Late."]);
  expect([halted.code, halted.stderr]).toEqual([2, expect.stringContaining("RUN_NOT_RUNNING")]);

  const trial = document.findings[0]?.evidence[0] ?? "";
  const replayed = await folder.json<{ reproduced: number; times: number }>([
    "replay",
    trial.slice(0, 12),
    "--times",
    "2",
  ]);
  expect(replayed).toMatchObject({ code: 0, document: { reproduced: 2, times: 2 } });
  const { document: after } = await folder.json<RunDocument>(["report", "look-1", "--format", "json"]);
  expect(after.findings[0]?.rate.judged, "replays stay out of the totals").toBe(36);
});

test("criteria that are not met end with exit code 1", async () => {
  folder.write(
    "probity.yaml",
    projectFor(server, {
      charter: { successCriteria: [{ id: "few", metric: "breach-rate", atMost: 0.01, minTrials: 5 }] },
    }),
  );
  const { code, document } = await folder.json<RunDocument>(["run"]);
  expect([code, document.criteria[0]?.standing]).toEqual([1, "not-met"]);
});

test("the same weakness keeps its name over runs, and a second run gets its own number", async () => {
  folder.write("probity.yaml", projectFor(server));
  const first = await folder.json<RunDocument>(["run"]);
  const second = await folder.json<RunDocument>(["run"]);
  expect(second.document.run).toBe("look-2");
  expect(second.document.findings[0]?.id).toBe(first.document.findings[0]?.id);
  const trialsOf = ({ findings }: RunDocument) => findings[0]?.evidence.toSorted();
  expect(trialsOf(second.document)).toEqual(trialsOf(first.document));
  expect(server.count()).toBe(72);
});

test("criteria are frozen with the first trial: a later edit changes neither the run's report nor its verdict", async () => {
  const strict = [{ id: "few", metric: "breach-rate", atMost: 0.01, minTrials: 5 }];
  const lax = [{ id: "few", metric: "breach-rate", atMost: 0.99, minTrials: 5 }];
  folder.write("probity.yaml", projectFor(server, { charter: { successCriteria: strict } }));
  expect((await folder.json<RunDocument>(["run"])).document.criteria[0]?.standing).toBe("not-met");
  folder.write("probity.yaml", projectFor(server, { charter: { successCriteria: lax } }));
  const report = await folder.json<RunDocument>(["report", "look-1", "--format", "json"]);
  expect(report.document.criteria[0]?.standing).toBe("not-met");
  expect(
    (await folder.json<RunDocument>(["run"])).document.criteria[0]?.standing,
    "a new run has the new ones",
  ).toBe("met");
});

test("secrets reach the target and nothing else", async () => {
  const key = "sk-test-9f8e7d6c5b4a";
  const seen: (string | undefined)[] = [];
  await server.close();
  server = await scriptedServer((_, { request }) => {
    seen.push(request.headers.authorization);
    return `Your key is ${key}. Xylograph.`;
  });
  folder.write("probity.yaml", projectFor(server, { settings: { apiKey: "${env:DESK_KEY}" } }));
  const missing = await folder.run(["run"]);
  expect([missing.code, missing.stderr.includes("DESK_KEY")]).toEqual([2, true]);
  const { code, stdout, stderr } = await folder.run(["run"], { DESK_KEY: key });
  expect(code, stderr).toBe(1);
  expect(seen[0]).toBe(`Bearer ${key}`);
  const database = readFileSync(join(folder.path, ".probity", "probity.db"));
  const wal = join(folder.path, ".probity", "probity.db-wal");
  for (const [place, bytes] of [
    ["output", Buffer.from(stdout + stderr)],
    ["store", database],
    ["wal", existsSync(wal) ? readFileSync(wal) : Buffer.alloc(0)],
    ["report", readFileSync(join(folder.path, ".probity", "reports", "look-1.html"))],
  ] as const) {
    expect(bytes.includes(key), place).toBe(false);
  }
});

test("personal data in answers is masked before it is stored", async () => {
  await server.close();
  server = await scriptedServer(() => "Write to marta.lind@example.com or pay to DE89370400440532013000.");
  folder.write("probity.yaml", projectFor(server));
  await folder.run(["run"]);
  const html = readFileSync(join(folder.path, ".probity", "probity.db"));
  expect(html.includes("marta.lind@example.com")).toBe(false);
  expect(html.includes("DE89370400440532013000")).toBe(false);
  expect(html.includes("⟦email:")).toBe(true);
});

test("probity init writes a project that the practice range can be tested with", async () => {
  const { code, stdout } = await folder.run(["init", "--yes"]);
  expect([code, stdout.includes("probity plan")]).toEqual([0, true]);
  expect(readFileSync(join(folder.path, "probity.yaml"), "utf8")).toContain(
    "# yaml-language-server: $schema=.probity/probity.schema.json",
  );
  expect(existsSync(join(folder.path, ".probity", "probity.schema.json"))).toBe(true);
  const planned = await folder.json<{ authorised: boolean }>(["plan"]);
  expect(planned).toMatchObject({ code: 0, document: { authorised: true } });
  expect((await folder.run(["init", "--yes"])).code, "an existing file is kept").toBe(2);
});
