import { afterEach, beforeEach, expect, test } from "vitest";
import { seededRandom } from "@probity/engine";
import {
  packOf,
  projectFolder,
  projectFor,
  type ProjectFolder,
  type Started,
} from "../support/project-folder.ts";
import { scriptedServer, type ScriptedServer } from "../support/scripted-server.ts";

/** Kills to survive, and the trials of one run. A run that completes is followed by another until all kills are spent. */
const kills = 50;
const trials = 1200;

let folder: ProjectFolder;
let server: ScriptedServer;

beforeEach(async () => {
  folder = projectFolder();
  // Slow enough that a run outlasts most of the moments at which it is killed.
  server = await scriptedServer(async (_, { count }) => {
    await new Promise((done) => setTimeout(done, 8 + (count % 13)));
    return count % 3 === 0 ? "Xylograph." : "No.";
  });
  folder.write("pack.yaml", packOf(60, 20));
  folder.write("probity.yaml", projectFor(server, { limits: { concurrency: 16 } }));
});
afterEach(async () => {
  await server.close();
  folder.remove();
});

interface RunRow {
  readonly id: string;
  readonly state: string;
  readonly recorded: number;
}

interface Ended {
  readonly state: string;
  readonly recordedTrials: number;
  readonly tallies: {
    readonly attack: Readonly<Record<"breached" | "held" | "unclear" | "unjudged" | "pending", number>>;
  };
}

/** Every fourth kill falls while the process starts; the others after it has begun to send, however slow the machine is. */
async function randomMoment(
  { finished }: Started,
  { early, random }: { readonly early: boolean; readonly random: () => number },
): Promise<void> {
  if (!early) await Promise.race([finished, nextRequest(server.count())]);
  await new Promise((done) => setTimeout(done, random() * 700));
}

/** Resolves when the server has been asked again. Gives up after a minute, so that nothing waits for ever. */
async function nextRequest(before: number): Promise<void> {
  for (let wait = 0; wait < 12_000 && server.count() === before; wait += 1)
    await new Promise((done) => setTimeout(done, 5));
}

test(`kill -9 at ${kills} random moments loses no recorded trial, repeats none, and leaves exact totals`, async () => {
  const random = seededRandom("sudden death");
  let last: RunRow | undefined;
  let midRun = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const unfinished = last?.state === "completed" ? undefined : last;
    const started = folder.start(unfinished ? ["resume", "--json"] : ["run", "--json"]);
    await randomMoment(started, { early: kill % 4 === 0, random });
    started.process.kill("SIGKILL");
    const { code } = await started.finished;
    last = (await folder.json<RunRow[]>(["list", "runs"])).document.at(-1);
    if (unfinished) {
      expect(last?.id).toBe(unfinished.id);
      expect(last?.recorded).toBeGreaterThanOrEqual(unfinished.recorded);
    }
    if (code === null && last && last.recorded > 0 && last.state === "running") midRun += 1;
    if (kill % 10 === 9) expect((await folder.json(["verify"])).code).toBe(0);
  }
  expect(midRun, "kills that fell in the middle of a run").toBeGreaterThan(kills / 3);

  const { document } = await folder.json<Ended>(last?.state === "completed" ? ["run"] : ["resume"]);
  const { breached, held, unclear, unjudged, pending } = document.tallies.attack;
  expect([document.state, document.recordedTrials]).toEqual(["completed", trials]);
  expect({ unclear, unjudged, pending, judged: breached + held }).toEqual({
    unclear: 0,
    unjudged: 0,
    pending: 0,
    judged: trials,
  });
  const verified = await folder.json<{ sound: boolean }>(["verify"]);
  expect(verified).toMatchObject({ code: 0, document: { sound: true } });
}, 240_000);

test("killed while it starts and makes its store, it leaves nothing that the next run could stumble over", async () => {
  for (let moment = 0; moment < 12; moment += 1) {
    const fresh = projectFolder();
    fresh.write("pack.yaml", packOf(2, 2));
    fresh.write("probity.yaml", projectFor(server));
    const started = fresh.start(["run"]);
    await new Promise((done) => setTimeout(done, 120 + moment * 35));
    started.process.kill("SIGKILL");
    await started.finished;
    const last = (await fresh.json<RunRow[]>(["list", "runs"])).document.at(-1);
    const { document } = await fresh.json<Ended>(
      last === undefined || last.state === "completed" ? ["run"] : ["resume"],
    );
    expect([document.state, document.recordedTrials]).toEqual(["completed", 4]);
    fresh.remove();
  }
}, 120_000);
