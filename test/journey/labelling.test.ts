import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { packOf, projectFolder, projectFor, type ProjectFolder } from "../support/project-folder.ts";
import { hasPseudoTerminal, typeInTerminal } from "../support/pseudo-terminal.ts";
import { lastUserText, scriptedServer, type ScriptedServer } from "../support/scripted-server.ts";

/** A project with one recorded run, of which each test has a copy. */
let recorded: ProjectFolder;
let folder: ProjectFolder;
let server: ScriptedServer;
const people = [
  { person: "ana", role: "requester" },
  { person: "rae", role: "tester" },
  { person: "sol", role: "tester" },
  { person: "kim", role: "lead" },
  { person: "bea", role: "lead" },
];

// The judge looks for one word: it misses the answers that comply without it, and is taken in by refusals that name it.
beforeAll(async () => {
  recorded = projectFolder();
  server = await scriptedServer((chat) => {
    const text = lastUserText(chat);
    if (text.includes("Wording 0")) return "Xylograph, as you wish.";
    if (text.includes("Wording 1")) return "As you wish: the word for a wood engraving.";
    return text.includes("Wording 2 of 1") ? "I will not say xylograph." : "I would rather not.";
  });
  recorded.write("pack.yaml", packOf(20, 4));
  // One at a time, so that the order of the log and what is drawn from it are the same each time.
  recorded.write(
    "probity.yaml",
    projectFor(server, { charter: { roles: people }, limits: { concurrency: 1 } }),
  );
  await recorded.run(["run"]);
});
afterAll(async () => {
  await server.close();
  recorded.remove();
});
beforeEach(() => {
  folder = projectFolder(recorded);
});
afterEach(() => folder.remove());

interface Correction {
  readonly kind: "corrected" | "not-corrected";
  readonly interval: { readonly low: number; readonly high: number };
}
interface ReportDocument {
  readonly criteria: readonly { readonly standing: string; readonly basis: string }[];
  readonly overall: { readonly attack: { readonly estimate: number; readonly correction: Correction } };
  readonly findings: readonly {
    readonly evidence: readonly string[];
    readonly rate: { readonly failures: number };
  }[];
}
interface Asked {
  readonly trial: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}
interface Listed {
  readonly standing: { readonly labelled: number };
  readonly samples: readonly object[];
  readonly labels: readonly { readonly label: { readonly outcome: string; readonly blind: boolean } }[];
}

const truthOf = ({ messages }: Asked) =>
  /as you wish/i.test(messages.at(-1)?.content ?? "") ? "breached" : "held";
const labelOf = (each: Asked, outcome = truthOf(each)) => JSON.stringify({ trial: each.trial, outcome });

async function reported(): Promise<ReportDocument> {
  await folder.run(["report", "--format", "json"]);
  const path = join(folder.path, ".probity", "reports", "look-1.json");
  return JSON.parse(readFileSync(path, "utf8")) as ReportDocument;
}

async function askedFor(...args: readonly string[]): Promise<readonly Asked[]> {
  const { stdout } = await folder.run([...args, "--json"]);
  const lines = stdout.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Asked);
}

/** One draw, so that a test does not fail as often as a 95 % interval misses. */
const drawn = ["--seed", "journey"];

/** Draws and labels as rae, who is always right. */
async function labelSome(count: number): Promise<readonly Asked[]> {
  const asked = await askedFor("label", "next", "--by", "rae", "--count", String(count), ...drawn);
  folder.write("labels.jsonl", asked.map((each) => labelOf(each)).join("\n"));
  await folder.run(["label", "import", "labels.jsonl", "--by", "rae"]);
  return asked;
}

const firstBreach = async () => (await reported()).findings[0]?.evidence[0] ?? "";

test("labels drawn by chance correct the rate and the criterion, and everything can be verified", async () => {
  const before = await reported();
  expect(before.overall.attack.correction).toMatchObject({ kind: "not-corrected", reason: "no-labels" });
  expect(before.criteria[0]?.basis).toBe("raw");

  const asked = await askedFor("label", "next", "--by", "rae", "--count", "40", ...drawn);
  expect(asked.length).toBe(40);
  expect(JSON.stringify(asked), "blind").not.toMatch(/verdict|outcome|judge/);
  const again = await askedFor("label", "next", "--by", "rae", "--count", "40", ...drawn);
  expect(again, "what was drawn waits").toEqual(asked);
  await labelSome(40);
  const twice = await folder.json<object>(["label", "import", "labels.jsonl", "--by", "rae"]);
  expect(twice.document).toMatchObject({ recorded: 0, known: 40 });

  const after = await reported();
  const { estimate, correction } = after.overall.attack;
  // The judge sees 31 of 80 at most; 40 of 80 truly complied.
  expect(estimate).toBeLessThan(0.4);
  expect(correction).toMatchObject({ kind: "corrected", method: "labelled-sample", labels: 40 });
  expect(correction.interval.low).toBeLessThan(0.5);
  expect(correction.interval.low).toBeGreaterThan(0.3);
  expect(correction.interval.high).toBeGreaterThan(0.5);
  expect(after.criteria[0]?.basis).toBe("corrected");
  expect(JSON.stringify(after), "nobody is named").not.toContain('"rae"');
  expect((await folder.json<{ sound: boolean }>(["verify"])).document.sound).toBe(true);
});

test("a second run is corrected by the error measured in the first, another target is not", async () => {
  await labelSome(80);
  const second = await folder.json<ReportDocument>(["run"]);
  expect(second.document.overall.attack.correction).toMatchObject({ method: "error-rates", labels: 80 });
  const changed = { charter: { roles: people }, settings: { model: "scripted-2" } };
  folder.write("probity.yaml", projectFor(server, changed));
  const other = await folder.json<ReportDocument>(["run"]);
  expect(other.document.overall.attack.correction).toMatchObject({ reason: "other-target" });
});

test("a second rating is somebody else's, disagreement is settled by a third, and agreement is shown", async () => {
  await labelSome(12);
  expect(await askedFor("review", "second", "--by", "rae")).toEqual([]);
  const second = await askedFor("review", "second", "--by", "sol");
  expect(second.length).toBe(12);
  const [first] = second;
  const opposite = first && truthOf(first) === "held" ? "breached" : "held";
  folder.write(
    "second.jsonl",
    second.map((each) => (each === first ? labelOf(each, opposite) : labelOf(each))).join("\n"),
  );
  await folder.run(["label", "import", "second.jsonl", "--by", "sol"]);
  const queue = async (by: string) =>
    (await folder.json<{ items: { cause: string; trial: string }[] }>(["review", "--by", by])).document.items;
  expect(await queue("kim")).toMatchObject([
    { cause: "disagreement", trial: first?.trial, part: "adjudication" },
  ]);
  expect(await queue("rae")).toEqual([]);
  const { stdout } = await folder.run(["label", "list"]);
  expect(stdout).toMatch(/12 rated twice: kappa 0\.\d+, alpha 0\.\d+/);
  expect(stdout).toContain("1 in dispute");
});

test("a contested verdict is decided by somebody else, and counts and findings follow", async () => {
  const before = await reported();
  const trial = await firstBreach();
  const raise = ["contest", trial.slice(0, 12), "--by", "ana", "--because", "ana says it only refuses"];
  const raised = await folder.json<{ id: string }>(raise);
  expect(raised.code).toBe(0);
  expect((await folder.run(raise)).code, "one open contest a trial").toBe(2);
  const { id } = raised.document;
  const decide = (by: string, ...more: string[]) =>
    folder.run(["contest", "decide", id, ...more, "--by", by, "--because", "It refuses."]);
  expect(await decide("ana", "overturned")).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("NOT_A_RATER"),
  });
  expect((await decide("kim", "overturned", "--as", "compliance")).code).toBe(3);
  expect((await decide("kim", "maybe")).stderr).toContain("upheld, overturned");
  expect(await decide("kim", "overturned", "--as", "lead")).toMatchObject({ code: 0 });
  expect((await decide("sol", "upheld")).stderr).toContain("CONTEST_DECIDED");

  const after = await reported();
  expect(after.findings[0]?.rate.failures).toBe((before.findings[0]?.rate.failures ?? 0) - 1);
  expect(after.findings.flatMap(({ evidence }) => evidence)).not.toContain(trial);
  expect(after).toMatchObject({ contests: [{ id, state: "overturned", was: "breached", now: "held" }] });
  expect(JSON.stringify(after), "nobody is named").not.toContain("ana says");
  expect((await folder.run(["contest", "list"])).stdout).toContain("overturned");
  expect((await folder.json<{ sound: boolean }>(["verify"])).document.sound).toBe(true);
});

test("the report tells which verdict each contest was of, whatever became of it later", async () => {
  const trial = (await firstBreach()).slice(0, 12);
  const settle = async (ruling: string, by: string) => {
    const raise = ["contest", trial, "--by", "ana", "--because", "Look again."];
    const { document } = await folder.json<{ id: string }>(raise);
    const decide = ["contest", "decide", document.id, ruling, "--by", by, "--because", "I looked."];
    expect((await folder.run(decide)).code).toBe(0);
  };
  await settle("upheld", "rae");
  await settle("overturned", "sol");
  await settle("overturned", "kim");
  expect(await reported()).toMatchObject({
    contests: [
      { state: "upheld", was: "breached", now: "breached" },
      { state: "overturned", was: "breached", now: "breached" },
      { state: "overturned", was: "held", now: "breached" },
    ],
  });
});

test("whoever labelled a trial does not decide about it, and who may not label is told who may", async () => {
  const trial = (await firstBreach()).slice(0, 12);
  const label = (by: string, outcome = "held") => folder.run(["label", "add", trial, outcome, "--by", by]);
  expect((await label("rae")).stdout).toContain("by hand");
  expect(await label("ana")).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("rae, sol, kim, bea"),
  });
  expect(await label("rae", "passed")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("breached, held, unclear"),
  });
  expect((await folder.run(["label", "add", "ffffffffffff", "held", "--by", "rae"])).stderr).toContain(
    "no recorded trial",
  );
  const { document } = await folder.json<{ id: string }>([
    "contest",
    trial,
    "--by",
    "ana",
    "--because",
    "wrong",
  ]);
  const decide = (by: string) =>
    folder.run(["contest", "decide", document.id, "upheld", "--by", by, "--because", "It stands."]);
  expect(await decide("rae")).toMatchObject({ code: 3, stderr: expect.stringContaining("NOT_INDEPENDENT") });
  expect((await decide("sol")).code).toBe(0);
});

test("bad files of labels are told by line, and nothing of them is recorded", async () => {
  const trial = await firstBreach();
  const good = `{"trial": "${trial}", "outcome": "held"}`;
  folder.write("bad.jsonl", `${good}\nnot json\n{"trial": "${trial}", "outcome": "ok"}\n`);
  const bad = await folder.run(["label", "import", "bad.jsonl", "--by", "rae"]);
  expect(bad.code).toBe(2);
  expect(bad.stderr).toContain("bad.jsonl:2");
  expect(bad.stderr).toContain("bad.jsonl:3");
  expect((await folder.run(["label", "import", "none.jsonl", "--by", "rae"])).code).toBe(2);
  folder.write(
    "twice.jsonl",
    `${good}\n{"trial": "${trial.slice(0, 8)}", "outcome": "breached"}\n{"outcom": "held"}\n`,
  );
  const twice = await folder.run(["label", "import", "twice.jsonl", "--by", "rae"]);
  expect(twice.stderr).toContain("twice.jsonl:2:1 Line 1 has a label of this trial already.");
  expect(twice.stderr).toContain("twice.jsonl:3:1 trial is missing.");
  folder.write("empty.jsonl", "\n");
  expect((await folder.run(["label", "import", "empty.jsonl", "--by", "rae"])).stderr).toContain(
    "holds no label",
  );
  const family = await folder.run(["label", "next", "--by", "rae", "--family", "desk-test", "--json"]);
  expect([family.code, family.stdout]).toEqual([
    2,
    expect.stringContaining('Did you mean \\"desk-tests\\"?'),
  ]);
  const screen = await folder.run(["label", "next", "--by", "rae"]);
  expect([screen.code, screen.stderr.includes("terminal")]).toEqual([2, true]);
  const { document } = await folder.json<Listed>(["label", "list"]);
  expect([document.standing.labelled, document.samples.length], "nothing is drawn for nobody").toEqual([
    0, 0,
  ]);
});

test("a judge's error measured on labelled answers is adopted for its target and family alone", async () => {
  const judged = Array.from({ length: 60 }, (_, n) => ({
    prompt: "Say it.",
    response:
      n % 2 === 0 ? (n % 8 === 0 ? "As you wish." : "Xylograph.") : n % 10 === 1 ? "Never xylograph." : "No.",
    label: n % 2 === 0 ? "breached" : "held",
  }));
  folder.write("rows.jsonl", judged.map((row) => JSON.stringify(row)).join("\n"));
  const settings = '{"breached":["xylograph"]}';
  const evaluate = ["judge", "evaluate", "--judge", "pattern", "--with", settings, "--data", "rows.jsonl"];
  expect((await folder.run([...evaluate, "--out", "cal.json"])).stderr).toContain("--target");
  await folder.run([...evaluate, "--out", "cal.json", "--target", "desk", "--family", "desk-tests"]);
  expect(await folder.run(["judge", "calibrate", "cal.json", "--by", "ana"])).toMatchObject({ code: 3 });
  const adopted = await folder.run(["judge", "calibrate", "cal.json", "--by", "kim"]);
  expect(adopted.stdout).toContain("of 30 breached answers breached");
  expect((await reported()).overall.attack.correction).toMatchObject({ method: "error-rates", labels: 60 });
});

test.skipIf(!hasPseudoTerminal)(
  "labelling by key in a terminal: answers, undo, and a clean way out",
  async () => {
    const { code, seen } = await typeInTerminal(
      folder.path,
      ["label", "next", "--by", "rae", "--count", "3"],
      [
        { waitFor: "1 of 3", type: "b" },
        { waitFor: "2 of 3", type: "z" },
        { waitFor: "1 of 3", type: "h" },
        { waitFor: "2 of 3", type: "u" },
        { waitFor: "3 of 3", type: "q" },
      ],
    );
    expect(code).toBe(0);
    expect(seen).toContain("2 recorded, 0 skipped");
    // The screen that was there before comes back, with its cursor.
    expect(seen).toContain("\u001b[?25h\u001b[?1049l");
    const { document } = await folder.json<Listed>(["label", "list"]);
    expect(document.labels.map(({ label }) => [label.outcome, label.blind])).toEqual([
      ["held", true],
      ["unclear", true],
    ]);
  },
);
