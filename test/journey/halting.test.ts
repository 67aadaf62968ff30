import { afterEach, beforeEach, expect, test } from "vitest";
import {
  packOf,
  projectFolder,
  projectFor,
  type ProjectFolder,
  type Started,
} from "../support/project-folder.ts";
import { scriptedServer, type ScriptedServer } from "../support/scripted-server.ts";

let folder: ProjectFolder;
let server: ScriptedServer;
let hang: boolean;

beforeEach(async () => {
  folder = projectFolder();
  hang = false;
  server = await scriptedServer(async () => {
    if (hang) return undefined;
    await new Promise((done) => setTimeout(done, 20));
    return "Xylograph.";
  });
  folder.write("pack.yaml", packOf(20, 20));
});
afterEach(async () => {
  await server.close();
  folder.remove();
});

async function requestsReach(count: number): Promise<void> {
  while (server.count() < count) await new Promise((done) => setTimeout(done, 10));
}

async function secondsToEnd(started: Started): Promise<number> {
  const since = performance.now();
  await started.finished;
  return (performance.now() - since) / 1000;
}

interface Ended {
  readonly state: string;
  readonly recordedTrials: number;
  readonly ending: string;
}

test("Ctrl-C halts within 5 seconds even when the target hangs; everything recorded is kept and resume finishes the plan", async () => {
  folder.write("probity.yaml", projectFor(server, { limits: { timeoutSeconds: 60 } }));
  const started = folder.start(["run", "--json"]);
  await requestsReach(60);
  hang = true;
  await requestsReach(68);
  started.process.kill("SIGINT");
  expect(await secondsToEnd(started)).toBeLessThan(5 + 1.5);
  const { code, stdout } = await started.finished;
  const halted = JSON.parse(stdout) as Ended;
  expect([code, halted.state]).toEqual([4, "halted"]);
  expect(halted.recordedTrials).toBeGreaterThanOrEqual(60);
  expect((await folder.json(["verify"])).code).toBe(0);

  hang = false;
  const resumed = await folder.json<Ended>(["resume"]);
  expect([resumed.code, resumed.document.state, resumed.document.recordedTrials]).toEqual([
    1,
    "completed",
    400,
  ]);
  // Trials in flight at the halt were abandoned and sent again; none that was recorded was.
  expect(server.count()).toBeLessThanOrEqual(400 + 16);
});

test("another terminal can halt a run, and what was halted by someone goes on only by a recorded decision", async () => {
  // One at a time, so that the run outlasts the start of the command that halts it.
  folder.write("probity.yaml", projectFor(server, { limits: { concurrency: 1 } }));
  const started = folder.start(["run", "--json"]);
  await requestsReach(40);
  expect((await folder.run(["halt", "--by", "bo", "--because", "customers complain"])).code).toBe(0);
  const { code, stdout } = await started.finished;
  expect([code, (JSON.parse(stdout) as Ended).ending.includes("customers complain")]).toEqual([4, true]);

  const bare = await folder.json<{ error: { code: string } }>(["resume"]);
  expect([bare.code, bare.document.error.code]).toEqual([4, "DECISION_NEEDED"]);
  const decided = await folder.json<Ended>(["resume", "--by", "bo", "--because", "it was another cause"]);
  expect([decided.code, decided.document.recordedTrials]).toEqual([1, 400]);
});

test("a halt rule stops the run soon after its limit is passed", async () => {
  folder.write(
    "probity.yaml",
    projectFor(server, {
      charter: { haltRules: [{ id: "grave", when: "breaches", severity: "high", moreThan: 25 }] },
    }),
  );
  const { code, document } = await folder.json<Ended>(["run"]);
  expect([code, document.state]).toEqual([4, "halted"]);
  expect(document.ending).toContain('rule "grave"');
  expect(document.recordedTrials).toBeGreaterThan(25);
  // A batch or two may be on their way to the log, where judging begins: far less than the plan's 400.
  expect(document.recordedTrials).toBeLessThan(200);
});

test("two runs of one campaign at once: the second is refused and the first goes on", async () => {
  // Few at a time, so that the first run outlasts the start of the second.
  folder.write("probity.yaml", projectFor(server, { limits: { concurrency: 2 } }));
  const first = folder.start(["run", "--json"]);
  await requestsReach(20);
  const second = await folder.json<{ error: { code: string } }>(["run", "--new"]);
  expect([second.code, second.document.error.code]).toEqual([2, "CAMPAIGN_BUSY"]);
  const { code, stdout } = await first.finished;
  expect([code, (JSON.parse(stdout) as Ended).recordedTrials]).toEqual([1, 400]);
  expect(server.count()).toBe(400);
});

test("an unfinished run is not passed over: run says so, --new starts another", async () => {
  folder.write("probity.yaml", projectFor(server, { charter: { budget: { trials: 5 } } }));
  await folder.run(["run"]);
  const again = await folder.json<{ error: { code: string } }>(["run"]);
  expect([again.code, again.document.error.code]).toEqual([2, "RUN_UNFINISHED"]);
  expect((await folder.json<{ run: string }>(["run", "--new"])).document.run).toBe("look-2");
});

test("a run whose campaign was edited is not resumed", async () => {
  folder.write("probity.yaml", projectFor(server, { charter: { budget: { trials: 5 } } }));
  await folder.run(["run"]);
  folder.write("probity.yaml", projectFor(server, { campaign: { seed: 2 } }));
  const { code, document } = await folder.json<{ error: { code: string } }>([
    "resume",
    "--by",
    "bo",
    "--because",
    "go on",
  ]);
  expect([code, document.error.code]).toEqual([2, "PLAN_CHANGED"]);
});
