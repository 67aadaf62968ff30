import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
let copy = "";

/** A copy of the tree in which files can be made: own sources, everyone else's packages. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "probity-new-"));
  const kept = (path: string) => !/[/\\](node_modules|\.git|\.probity)$/.test(path);
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (kept(join(root, entry.name)))
      cpSync(join(root, entry.name), join(copy, entry.name), { recursive: true, filter: kept });
  }
  const modules = join(copy, "node_modules");
  mkdirSync(join(modules, "@probity"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "@probity") symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  for (const name of readdirSync(join(copy, "packages"))) {
    symlinkSync(join(copy, "packages", name), join(modules, "@probity", name));
  }
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}

function read(path: string): string {
  return readFileSync(join(copy, path), "utf8");
}

describe("npm run new", () => {
  const library = "packages/library/src";
  const made = {
    judge: ["said-zebra", `${library}/judges/said-zebra.ts`],
    transform: ["framing.zebra-letter", `${library}/transforms/framing/zebra-letter.ts`],
    target: ["zebra-line", `${library}/targets/zebra-line.ts`],
    report: ["zebra-lines", `${library}/reports/zebra-lines.ts`],
    pack: ["zebra-keeping", "content/packs/zebra-keeping.yaml"],
  } as const;

  test.each(Object.entries(made))(
    "makes a %s, adds it to the catalogue and says what is next",
    (kind, [name, path]) => {
      const { status, said } = run("tools/new.mjs", kind, name);
      expect(said).toContain(`wrote ${path}`);
      expect(status).toBe(0);
      expect(read("docs/catalogue.md")).toContain(`\`${name}`);
    },
  );

  test("what it makes builds, passes lint, is formatted, and its tests pass", () => {
    const files = Object.values(made).flatMap(([, path]) =>
      path.endsWith(".ts") ? [path, path.replace(/\.ts$/, ".test.ts")] : [],
    );
    expect(files.filter((path) => !existsSync(join(copy, path)))).toEqual([]);
    expect(run("node_modules/oxfmt/bin/oxfmt", "--check", ...files).said).toContain("correct format");
    expect(run("node_modules/oxlint/bin/oxlint", "--type-aware", ...files).said).toContain("0 errors");
    expect(run("node_modules/typescript/bin/tsc", "-b", "packages/library")).toEqual({ status: 0, said: "" });
    const tests = files.filter((path) => path.endsWith(".test.ts"));
    const conformance = ["judge-conformance", "content-conformance"].map(
      (name) => `${library}/${name}.test.ts`,
    );
    const ran = run("node_modules/vitest/vitest.mjs", "run", "--project", "unit", ...tests, ...conformance);
    expect(ran.said).toMatch(/Test Files .*6 passed/);
    expect(ran.status).toBe(0);
  });

  test("generated files that are out of date are named", () => {
    rmSync(join(copy, library, "judges/said-zebra.ts"));
    rmSync(join(copy, library, "judges/said-zebra.test.ts"));
    const { status, said } = run("tools/gen.mjs", "--check");
    expect(said).toContain("Out of date: packages/library/src/catalogue.gen.ts");
    expect(status).toBe(1);
  });

  test.each([
    [["judge", "pattern"], "packages/library/src/judges/pattern.ts is there already."],
    [["judge", "Leaked Secret"], '"Leaked Secret" cannot name a judge'],
    [["judge", "../escape"], '"../escape" cannot name a judge'],
    [["transform", "letter"], '"letter" cannot name a transform'],
    [["gadget", "x"], "Usage: npm run new"],
    [["judge"], "Usage: npm run new"],
    [["constructor", "x"], "Usage: npm run new"],
  ])("refuses %j in a sentence and writes nothing", (args, sentence) => {
    const { status, said } = run("tools/new.mjs", ...args);
    expect(said).toContain(sentence);
    expect(status).toBe(2);
  });
});
