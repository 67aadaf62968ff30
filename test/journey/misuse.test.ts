import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectFolder, type ProjectFolder } from "../support/project-folder.ts";

let folder: ProjectFolder;
beforeEach(() => {
  folder = projectFolder();
});
afterEach(() => folder.remove());

interface Told {
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string };
}

describe("what of a command line is not understood", () => {
  test.each([
    [["plna"], "Unknown command 'plna'.", "Did you mean plan?"],
    [["plan", "--qiet"], "Unknown option '--qiet'.", "Did you mean --quiet?"],
    [
      ["label", "add", "abc", "--by", "rae"],
      "Missing required argument 'outcome'.",
      "Read the command's --help.",
    ],
    [["halt"], "Required option '--by <name>' not specified.", "Read the command's --help."],
    [["halt", "--by", "", "--because", "x"], "It is empty.", "Read the command's --help."],
    [["contest", "abc", "--by", "ana", "--because", "  "], "It is empty.", "Read the command's --help."],
  ])(
    "%j is told with a code and a remedy, and as JSON where that was asked for",
    async (args, what, remedy) => {
      const told = await folder.run(args);
      expect(told).toMatchObject({ code: 2, stdout: "" });
      expect(told.stderr).toContain("USAGE  ");
      expect(told.stderr).toContain(what);
      const { code, document } = await folder.json<Told>(args);
      expect([code, document.error.code, document.error.remedy]).toEqual([2, "USAGE", remedy]);
      expect(document.error.message).toContain(what);
    },
  );

  test("options that say nothing where they stand are refused, not passed over", async () => {
    const family = await folder.run(["list", "judges", "--family", "jailbreak"]);
    expect([family.code, family.stderr]).toEqual([2, expect.stringContaining("narrows the list of probes")]);
    folder.write("rows.jsonl", '{"prompt": "p", "response": "No.", "label": "held"}');
    const evaluate = ["judge", "evaluate", "--judge", "refusal", "--data", "rows.jsonl"];
    for (const more of [
      ["--target", "desk"],
      ["--out", "cal.json"],
      ["--out", "no/cal.json", "--target", "t", "--family", "f"],
    ]) {
      const told = await folder.run([...evaluate, ...more]);
      expect([told.code === 0, told.stderr]).toEqual([false, expect.stringContaining("othing was judged")]);
    }
  });

  test("an empty file and a judge beside itself measure nothing", async () => {
    folder.write("rows.jsonl", "");
    const evaluate = ["judge", "evaluate", "--judge", "refusal", "--data", "rows.jsonl"];
    expect((await folder.run(evaluate)).stderr).toContain("holds no labelled answer");
    expect((await folder.run(["judge", "compare", "refusal", "refusal", "--data", "rows.jsonl"])).code).toBe(
      2,
    );
  });
});

test("what is shipped is shown outside a project, and a misspelt name finds its like", async () => {
  expect((await folder.run(["show", "canary-leek"])).stderr).toContain('Did you mean "canary-leak"?');
  expect((await folder.run(["show", "html"])).stdout).toContain("kind: report");
});

test("a store that is not there is neither made nor found sound", async () => {
  for (const args of [["verify"], ["list", "runs"], ["show", "look-1"]]) {
    const told = await folder.run([...args, "--store", "no-store"]);
    expect([told.code, told.stderr]).toEqual([2, expect.stringContaining("STORE_NOT_FOUND")]);
  }
  expect(existsSync(join(folder.path, "no-store"))).toBe(false);
});

test("a port that is taken is told once, in words", async () => {
  const first = folder.start(["range", "serve", "--port", "0", "--json"]);
  const url = await new Promise<string>((done) =>
    first.process.stdout?.on("data", (text: Buffer) =>
      done((JSON.parse(text.toString()) as { url: string }).url),
    ),
  );
  const second = await folder.run(["range", "serve", "--port", new URL(url).port]);
  first.process.kill("SIGINT");
  expect(second.code).toBe(5);
  expect(second.stderr).toContain("could not be opened: another program uses it; nothing is served.\n");
  expect((await first.finished).code).toBe(0);
});
