import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const binary = join(import.meta.dirname, "../packages/cli/bin/probity.mjs");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "probity-program-"));
  write("package.json", '{ "type": "module", "version": "0.0.1" }', 0);
  cpSync(binary, join(folder, "bin/probity.mjs"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file that is so many seconds old. */
function write(path: string, text: string, age: number): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const time = Date.now() / 1000 - age;
  utimesSync(file, time, time);
}

function run() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/probity.mjs", "list"], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("the bundle runs when it was made after everything was compiled, and in a package without a compiler", () => {
  write("dist/main.js", "console.log('compiled');", 20);
  write("bundle/main.js", "console.log('bundled');", 10);
  expect(run()).toMatchObject({ status: 0, stdout: "bundled\n" });
  write("tsconfig.tsbuildinfo", "{}", 15);
  expect(run()).toMatchObject({ status: 0, stdout: "bundled\n" });
});

test("what was compiled after the bundle was made runs instead, and so it does without a bundle", () => {
  write("dist/main.js", "console.log('compiled');", 20);
  expect(run()).toMatchObject({ status: 0, stdout: "compiled\n" });
  write("bundle/main.js", "console.log('bundled');", 10);
  write("tsconfig.tsbuildinfo", "{}", 5);
  expect(run()).toMatchObject({ status: 0, stdout: "compiled\n" });
});

test("a checkout that is not built says what to run", () => {
  expect(run()).toEqual({
    status: 2,
    stdout: "",
    stderr: "This checkout is not built yet; nothing was done. Run: npm run setup\n",
  });
});
