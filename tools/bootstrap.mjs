// Takes a fresh checkout to a running command: installs what is missing, builds, and hands over.
// Runs on any Node from 20 on with nothing installed, so it uses Node's own modules alone.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = join(root, "node_modules");
const stamp = join(modules, ".probity-installed");
const runtime = join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");
const compiler = join(modules, "typescript", "bin", "tsc");

const commands = {
  demo: (rest) => [
    build,
    () => run(runtime, [join("packages", "cli", "bin", "probity.mjs"), "demo", ...rest]),
  ],
  // The check builds for itself, and builds the tests too.
  test: (rest) => [() => run(runtime, [join("tools", "check.mjs"), "--all", ...rest])],
  setup: () => [build, ready],
};

process.exitCode = await main(process.argv.slice(2));

async function main([name = "setup", ...rest]) {
  const steps = Object.hasOwn(commands, name) ? commands[name](rest) : undefined;
  if (steps === undefined)
    return refuse(`There is no "${name}". Choose one of: ${Object.keys(commands).join(", ")}.`);
  if (Number.parseInt(process.versions.node, 10) < 20) {
    return refuse(
      `This needs Node 20 or newer to start; this is Node ${process.versions.node}. Update Node, then try again.`,
    );
  }
  for (const step of [install, ...steps]) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}

function say(words) {
  // Not on the standard output: that belongs to the command.
  process.stderr.write(`${words}\n`);
}

function refuse(words) {
  say(words);
  return 2;
}

function ready() {
  say("Ready. Next: npm run demo");
  return 0;
}

async function install() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const digest = createHash("sha256").update(lock).digest("hex");
  if (!isInstalled(lock, digest)) {
    say("Installing what the lock file names (once; it takes about a minute)...");
    const code = await run("npm", ["ci", "--loglevel=error"], { env: outsideModules() });
    if (code !== 0) {
      say("The installation did not finish, and nothing was run. Is the network there? Then try again.");
      return code;
    }
  }
  if (!runtimeWorks()) {
    return refuse(
      "The pinned Node was not installed: its install script did not run. Allow install scripts (npm config get ignore-scripts should say false), remove node_modules, then try again.",
    );
  }
  mark(digest);
  return 0;
}

/** True when every package of the lock file is there. The mark is made last, so an interrupted installation has none. */
function isInstalled(lock, digest) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return existsSync(runtime);
  // Someone may have installed by hand. Npm writes this file when all else is done, and removes it first.
  const record = join(modules, ".package-lock.json");
  if (!existsSync(record) || !existsSync(runtime)) return false;
  const there = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(JSON.parse(lock).packages)
    .filter(([path, { link }]) => path.startsWith("node_modules/") && !link)
    .every(([path, { version, optional }]) => (optional && !there[path]) || there[path]?.version === version);
}

function mark(digest) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  writeFileSync(`${stamp}.new`, digest);
  renameSync(`${stamp}.new`, stamp);
}

function runtimeWorks() {
  const { status, stdout } = spawnSync(runtime, ["--version"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return status === 0 && Number.parseInt(stdout.slice(1), 10) >= 24;
}

/** The environment without our own node_modules in the path: npm removes that folder under its own feet otherwise. */
function outsideModules() {
  const { PATH = "", ...rest } = process.env;
  const kept = PATH.split(delimiter).filter(
    (folder) => !`${folder}${sep}`.includes(`${sep}node_modules${sep}`),
  );
  return { ...rest, PATH: kept.join(delimiter) };
}

/** Compiles the program, then the probe packs with what was compiled, and joins the program's files. */
async function build() {
  say("Building...");
  const tools = ["compile-packs.mjs", "bundle.mjs"].map((name) => [join("tools", name)]);
  for (const step of [[compiler, "-b", "packages/cli"], ...tools]) {
    const { status, stdout, stderr } = spawnSync(runtime, step, {
      cwd: root,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== 0) {
      say(`The build failed, and nothing was run:\n${stdout}${stderr}`);
      return status ?? 1;
    }
  }
  return 0;
}

/** Runs a program in the checkout with our terminal; gives its exit code, and passes signals on to it. */
function run(program, args, { env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: "inherit",
      env,
      shell: process.platform === "win32",
    });
    // A terminal sends Ctrl-C to the child as well; a second one from here would look like impatience.
    const passOn = (signal) => {
      if (signal === "SIGTERM" || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ["SIGINT", "SIGTERM"];
    for (const signal of signals) process.on(signal, passOn);
    child.on("error", ({ message }) => {
      say(`${program} could not be started: ${message}.`);
      resolve(5);
    });
    child.on("close", (code, signal) => {
      for (const each of signals) process.off(each, passOn);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
