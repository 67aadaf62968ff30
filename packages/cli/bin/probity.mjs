#!/usr/bin/env node
// Plain JavaScript that any Node can read: it checks the version before anything newer is loaded.
import { existsSync, readFileSync } from "node:fs";
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
} else if (existsSync(here("../dist/main.js"))) {
  // Compiled code is kept between runs, in Node's own cache folder.
  const require = createRequire(import.meta.url);
  require("node:module").enableCompileCache();
  // A run makes much that is soon garbage. Left alone, V8 lets the heap grow by half before it looks; a run of 100,000 trials then
  // peaks at one and a half times the memory of one of 10,000.
  require("node:v8").setFlagsFromString("--heap-growing-percent=30");
  await import(here("../dist/main.js").href);
} else {
  process.stderr.write("This checkout is not built yet; nothing was done. Run: npm run setup\n");
  process.exitCode = 2;
}
