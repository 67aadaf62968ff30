// Runs every check and prints one line for each; what a check says is shown only when it fails.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "./tree.mjs";

const reports = join(root, "node_modules/.cache/check");
const env = {
  ...process.env,
  // Tests that start the program by `node` must get the pinned one, however this check was started.
  PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
};

const checks = {
  types: tool("typescript/bin/tsc", "-b"),
  packs: ["tools/compile-packs.mjs"],
  bundle: ["tools/bundle.mjs"],
  generated: ["tools/gen.mjs", "--check", "--built"],
  "dead code": tool("knip/bin/knip.js", "--no-progress"),
  format: tool("oxfmt/bin/oxfmt", "--check", "."),
  lint: tool("oxlint/bin/oxlint", "--type-aware"),
  layers: vitest("layers", "--project", "unit", "test/layers.test.ts"),
  "unit tests": vitest("unit", "--project", "unit", "--exclude", "test/layers.test.ts"),
  "long tests": vitest("long", "--project", "long"),
  "end to end": vitest("e2e", "--project", "e2e", "--project", "e2e-alone"),
};

if (!existsSync(join(root, "node_modules/.bin/vitest"))) {
  console.error("Nothing is installed. Run: npm test");
  process.exit(2);
}
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(128 + constants.signals[signal]);
  });
}

const started = performance.now();
const all = process.argv.includes("--all");
// Two lanes, for two cores: one waits mostly for the compiler, the other for the tests.
const lanes = [
  ["types", "packs", "bundle", "generated", "dead code", "format", "lint", ...(all ? ["long tests"] : [])],
  ["layers", "unit tests"],
];
const outcomes = (await Promise.all(lanes.map((names) => inTurn(names)))).flat();
// These run the built program and measure it, so they run alone, and last.
if (all) outcomes.push(...(await inTurn(["end to end"])));

const tests = countTests();
const failures = outcomes.filter(({ ok }) => !ok);
for (const { name, output } of failures) console.log(`\n--- ${name}\n${output.trim()}`);
console.log(
  `\n${outcomes.length - failures.length} of ${outcomes.length} checks hold, in ${seconds(started)}`,
);
if (tests.passed === 0) console.log("No test passed, so nothing is known.");
console.log(`${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`);
process.exitCode = failures.length > 0 || tests.failed > 0 || tests.passed === 0 ? 1 : 0;

function tool(path, ...args) {
  return [join("node_modules", path), ...args];
}

function vitest(report, ...args) {
  const outputs = [
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(reports, report)}.json`,
  ];
  return tool("vitest/vitest.mjs", "run", ...args, ...outputs);
}

async function inTurn(names) {
  const done = [];
  for (const name of names) done.push(await check(name));
  return done;
}

function check(name) {
  const began = performance.now();
  const child = spawn(process.execPath, checks[name], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on("close", (code) => {
      running.delete(child);
      const ok = code === 0;
      console.log(`${ok ? "ok    " : "FAILED"}  ${name.padEnd(12)} ${seconds(began).padStart(8)}`);
      resolve({ name, ok, output });
    });
  });
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Tests by Vitest's own reports. A file that could not be loaded has no tests, and counts as one that failed. */
function countTests() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const name of ["layers", "unit", "long", "e2e"]) {
    const file = join(reports, `${name}.json`);
    if (!existsSync(file)) continue;
    const report = JSON.parse(readFileSync(file, "utf8"));
    const unloaded = report.testResults.filter(
      (each) => each.status === "failed" && each.assertionResults.length === 0,
    );
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests + unloaded.length;
    counts.skipped += report.numPendingTests + report.numTodoTests;
  }
  return counts;
}
