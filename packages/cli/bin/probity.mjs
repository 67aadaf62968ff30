#!/usr/bin/env node
// Plain JavaScript that any Node can read: it checks the version before anything newer is loaded.
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";

const [major, minor] = process.versions.node.split(".").map(Number);
const here = (path) => new URL(path, import.meta.url);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Probity needs Node.js 22.18 or newer (24 LTS is best); this is ${process.versions.node}. ` +
      "Nothing was done. Install a newer Node.js, or run it from a checkout, which brings its own.\n",
  );
  process.exitCode = 2;
} else if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  const { version } = JSON.parse(readFileSync(here("../package.json"), "utf8"));
  process.stdout.write(`${version}\n`);
} else {
  await start(programFile());
}

async function start(file) {
  if (file === undefined) {
    process.stderr.write("This checkout is not built yet; nothing was done. Run: npm run setup\n");
    process.exitCode = 2;
    return;
  }
  // Compiled code is kept between runs, in Node's own cache folder.
  const require = createRequire(import.meta.url);
  require("node:module").enableCompileCache();
  await import(file.href);
}

/** The bundle, which starts in half the time; what was compiled, when that is newer or there is no bundle. */
function programFile() {
  const bundle = timeOf("../bundle/main.js");
  // Stands in a checkout alone. The compiler touches it whenever it compiles this package or one that it uses.
  const compiled = timeOf("../tsconfig.tsbuildinfo") ?? 0;
  if (bundle !== undefined && bundle >= compiled) return here("../bundle/main.js");
  return timeOf("../dist/main.js") === undefined ? undefined : here("../dist/main.js");
}

function timeOf(path) {
  return statSync(here(path), { throwIfNoEntry: false })?.mtimeMs;
}
