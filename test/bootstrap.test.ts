import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const made: string[] = [];
const started: ChildProcess[] = [];

afterEach(() => {
  for (const { pid } of started.splice(0)) if (pid !== undefined) endGroup(pid);
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const lock = JSON.stringify({ packages: { "": {}, "node_modules/part": { version: "1.0.0" } } });

/** A checkout in little: our starter, a compiler and a program of a few lines, and an npm that installs both. */
function checkout({ program = "", packs = "" } = {}): string {
  const tree = mkdtempSync(join(tmpdir(), "probity-start-"));
  made.push(tree);
  cpSync(join(root, "tools/bootstrap.mjs"), join(tree, "tools/bootstrap.mjs"));
  write(join(tree, "package.json"), '{ "type": "module" }');
  write(join(tree, "package-lock.json"), lock);
  write(join(tree, "packages/cli/bin/probity.mjs"), program);
  write(join(tree, "tools/compile-packs.mjs"), packs);
  write(join(tree, "tools/bundle.mjs"), "");
  const npm = join(tree, "path/npm");
  write(
    npm,
    `#!/bin/sh
echo "$@" >> npm-calls
[ -e npm-breaks ] && { mkdir -p node_modules/part; exit 7; }
rm -rf node_modules; mkdir -p node_modules/.bin node_modules/typescript/bin
ln -s "${process.execPath}" node_modules/.bin/node
echo > node_modules/typescript/bin/tsc
`,
  );
  chmodSync(npm, 0o755);
  return tree;
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function start(tree: string, ...args: string[]) {
  const env = { PATH: [join(tree, "path"), "/usr/bin", "/bin"].join(delimiter) };
  // A group of its own, so that what a failing test leaves behind can be ended as one.
  const child = spawn(process.execPath, ["tools/bootstrap.mjs", ...args], { cwd: tree, env, detached: true });
  started.push(child);
  return child;
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself, as it should.
  }
}

async function run(tree: string, ...args: string[]) {
  const child = start(tree, ...args);
  const [said, printed, [code]] = await Promise.all([
    text(child.stderr),
    text(child.stdout),
    once(child, "close"),
  ]);
  return { said, printed, code: Number(code) };
}

function npmCalls(tree: string): readonly string[] {
  const file = join(tree, "npm-calls");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

test("installs by the lock file once, and not again while it stays the same", async () => {
  const tree = checkout();
  expect(await run(tree, "demo")).toMatchObject({ code: 0 });
  expect(await run(tree, "demo")).toMatchObject({ code: 0, said: "Building...\n" });
  expect(npmCalls(tree)).toEqual(["ci --loglevel=error"]);
});

test("installs again when the lock file names something else", async () => {
  const tree = checkout();
  await run(tree, "demo");
  write(join(tree, "package-lock.json"), lock.replace("1.0.0", "1.1.0"));
  await run(tree, "demo");
  expect(npmCalls(tree)).toHaveLength(2);
});

test("takes what someone installed by hand, when it is all there", async () => {
  const tree = checkout();
  mkdirSync(join(tree, "node_modules/.bin"), { recursive: true });
  symlinkSync(process.execPath, join(tree, "node_modules/.bin/node"));
  write(join(tree, "node_modules/typescript/bin/tsc"), "");
  write(join(tree, "node_modules/.package-lock.json"), lock);
  expect(await run(tree, "demo")).toMatchObject({ code: 0 });
  expect(npmCalls(tree)).toEqual([]);
});

test("an installation that was interrupted is not taken for a whole one", async () => {
  const tree = checkout();
  write(join(tree, "npm-breaks"), "");
  const broken = await run(tree, "demo");
  expect(broken.code).toBe(7);
  expect(broken.said).toContain("The installation did not finish, and nothing was run.");
  rmSync(join(tree, "npm-breaks"));
  expect(await run(tree, "demo")).toMatchObject({ code: 0 });
  expect(npmCalls(tree)).toHaveLength(2);
});

test("hands further arguments and the standard output to the program, and its exit code back", async () => {
  const tree = checkout({ program: "console.log(process.argv.slice(2).join(' ')); process.exitCode = 4;" });
  const { code, printed } = await run(tree, "demo", "--json", "--seed", "7");
  expect(printed).toBe("demo --json --seed 7\n");
  expect(code).toBe(4);
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "passes %s on, and waits for the program to end in order",
  async (signal) => {
    const program = `
    process.on("${signal}", () => { console.log("halting"); setTimeout(() => process.exit(4), 50); });
    setInterval(() => {}, 1000);
    console.log("running");`;
    const child = start(checkout({ program }), "demo");
    const printed: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (piece: string) => printed.push(piece));
    await once(child.stdout, "data");
    child.kill(signal);
    expect(await once(child, "close")).toEqual([4, null]);
    expect(printed.join("")).toBe("running\nhalting\n");
  },
);

test("runs nothing when the build fails, and says what failed", async () => {
  const program = "console.log('ran');";
  const { code, said, printed } = await run(
    checkout({ program, packs: "console.error('a.yaml:3:1 is wrong'); process.exitCode = 1;" }),
    "demo",
  );
  expect(said).toContain("The build failed, and nothing was run:\na.yaml:3:1 is wrong");
  expect({ code, printed }).toEqual({ code: 1, printed: "" });
});

test("a program that a signal ended is not a success", async () => {
  const { code } = await run(checkout({ program: 'process.kill(process.pid, "SIGKILL");' }), "demo");
  expect(code).toBe(137);
});

test("says that install scripts must be allowed when the pinned Node did not come", async () => {
  const tree = checkout();
  write(join(tree, "path/npm"), "#!/bin/sh\nmkdir -p node_modules\n");
  const { code, said } = await run(tree, "demo");
  expect(said).toContain("The pinned Node was not installed");
  expect(code).toBe(2);
});

test("refuses what it does not know, before it installs anything", async () => {
  const tree = checkout();
  expect(await run(tree, "dmeo")).toMatchObject({
    code: 2,
    said: 'There is no "dmeo". Choose one of: demo, test, setup.\n',
  });
  expect(npmCalls(tree)).toEqual([]);
});
