import { afterEach, beforeEach, expect, test } from "vitest";
import {
  packOf,
  projectFolder,
  projectFor,
  type ProjectChanges,
  type ProjectFolder,
} from "../support/project-folder.ts";
import { scriptedServer, type ScriptedServer } from "../support/scripted-server.ts";

let folder: ProjectFolder;
let server: ScriptedServer;

beforeEach(async () => {
  folder = projectFolder();
  server = await scriptedServer(() => "No.");
  folder.write("pack.yaml", packOf(12, 1));
});
afterEach(async () => {
  await server.close();
  folder.remove();
});

interface ErrorDocument {
  readonly error: {
    readonly code: string;
    readonly problems: readonly {
      readonly place: { readonly line: number };
      readonly path: string;
      readonly message: string;
      readonly remedy: string;
    }[];
  };
}

const selectSensitive = { select: { families: ["desk-tests"], tiers: ["sensitive"] } };

test.each<[string, ProjectChanges, string]>([
  [
    "a window that has closed",
    { charter: { window: { from: "2020-01-01T00:00:00Z", until: "2020-02-01T00:00:00Z" } } },
    "window",
  ],
  [
    "a window that has not opened",
    { charter: { window: { from: "2098-01-01T00:00:00Z", until: "2099-01-01T00:00:00Z" } } },
    "window",
  ],
  ["a host that is not in scope", { scope: { hosts: ["other.example:443"] } }, "host"],
  ["an empty list of hosts", { scope: { hosts: [] } }, "host"],
  ["a target that is not in scope", { scope: { targets: [] } }, "target"],
  ["a technique that is not in scope", { scope: { techniques: ["jailbreak"] } }, "technique"],
  [
    "an excluded transform",
    { scope: { excludedTechniques: ["encoding.*"] }, campaign: { transforms: [["encoding.base64"]] } },
    "technique",
  ],
  ["nobody's attestation", { charter: { attestation: undefined } }, "attestation"],
])(
  "refuses %s with exit code 3, before anything is sent, and records the refusal",
  async (_, changes, rule) => {
    folder.write("probity.yaml", projectFor(server, changes));
    const { code, document } = await folder.json<ErrorDocument>(["run"]);
    expect([code, document.error.code]).toEqual([3, "NOT_AUTHORISED"]);
    expect(document.error.problems.map(({ path }) => path)).toContain(`gate rule "${rule}"`);
    expect(document.error.problems.every(({ place, remedy }) => place.line > 0 && remedy.length > 0)).toBe(
      true,
    );
    expect(server.count()).toBe(0);
    expect((await folder.json(["plan"])).code).toBe(3);
  },
);

test("a sensitive probe runs only after someone else's recorded approval, and refusals stand in the report", async () => {
  folder.write("pack.yaml", packOf(12, 1, { tier: "sensitive" }));
  folder.write(
    "probity.yaml",
    projectFor(server, { charter: { tiers: ["sensitive"] }, campaign: selectSensitive }),
  );
  const refused = await folder.json<ErrorDocument>(["run"]);
  expect([refused.code, refused.document.error.problems.map(({ path }) => path)]).toEqual([
    3,
    ['gate rule "approval"'],
  ]);

  const because = ["--because", "the data is synthetic"];
  const own = await folder.json<ErrorDocument>(["approve", "--as", "compliance", "--by", "ana", ...because]);
  expect([own.code, own.document.error.code]).toEqual([3, "SELF_APPROVAL"]);
  const stranger = await folder.json<ErrorDocument>([
    "approve",
    "--as",
    "compliance",
    "--by",
    "zed",
    ...because,
  ]);
  expect([stranger.code, stranger.document.error.code]).toEqual([3, "NOT_AUTHORISED"]);
  expect((await folder.run(["approve", "--as", "compliance", "--by", "bo", ...because])).code).toBe(0);

  expect((await folder.json(["run"])).code).toBe(0);
  const report = await folder.json<{ reports: { json: string } }>(["report", "--format", "json"]);
  const { denials } = JSON.parse(
    await import("node:fs").then((fs) => fs.readFileSync(report.document.reports.json, "utf8")),
  ) as { denials: { rule: string }[] };
  expect(denials.map(({ rule }) => rule)).toEqual(["approval"]);
});

test("a change of the charter voids approvals given before", async () => {
  folder.write("pack.yaml", packOf(12, 1, { tier: "sensitive" }));
  const changes = { charter: { tiers: ["sensitive"] }, campaign: selectSensitive };
  folder.write("probity.yaml", projectFor(server, changes));
  await folder.run(["approve", "--as", "compliance", "--by", "bo", "--because", "fine"]);
  folder.write(
    "probity.yaml",
    projectFor(server, { ...changes, charter: { ...changes.charter, budget: { trials: 100_001 } } }),
  );
  expect((await folder.json<ErrorDocument>(["run"])).code).toBe(3);
  expect(server.count()).toBe(0);
});

test("a veto stops what was allowed, and its revocation lets it go on", async () => {
  const roles = [
    { person: "ana", role: "requester" },
    { person: "di", role: "overseer" },
  ];
  folder.write("probity.yaml", projectFor(server, { charter: { roles } }));
  const decide = (decision: string) =>
    folder.run([
      "approve",
      "--as",
      "overseer",
      "--by",
      "di",
      "--because",
      "not today",
      "--decision",
      decision,
    ]);
  await decide("vetoed");
  const vetoed = await folder.json<ErrorDocument>(["run"]);
  expect([vetoed.code, vetoed.document.error.problems[0]?.path]).toEqual([3, 'gate rule "veto"']);
  await decide("revoked");
  expect((await folder.json(["run"])).code).toBe(0);
});

test("the trial budget is kept to the trial and halts the run", async () => {
  folder.write("probity.yaml", projectFor(server, { charter: { budget: { trials: 7 } } }));
  const { code, document } = await folder.json<{ recordedTrials: number; state: string; ending: string }>([
    "run",
  ]);
  expect([code, document.recordedTrials, document.state, server.count()]).toEqual([4, 7, "halted", 7]);
  expect(document.ending).toContain("budget of 7 trials");
});
