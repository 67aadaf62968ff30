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
  await import(here("../dist/main.js").href);
} else {
  process.stderr.write("This checkout is not built yet; nothing was done. Run: npm run setup\n");
  process.exitCode = 2;
}
