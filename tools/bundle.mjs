// Part of the build: joins the compiled command line and all it imports into few files. At every start Node would look for more than a thousand.
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiled = (name, file) => join(root, "packages", name, "dist", file);
const bundle = join(root, "packages", "cli", "bundle");

await build({
  input: {
    main: compiled("cli", "main.js"),
    // A thread's file is found by its name, beside whatever starts the thread.
    "recorder-thread": compiled("store", "recorder-thread.js"),
    "checkpoint-thread": compiled("store", "checkpoint-thread.js"),
  },
  platform: "node",
  logLevel: "warn",
  output: {
    dir: `${bundle}.new`,
    cleanDir: true,
    format: "esm",
    sourcemap: true,
    // Not minified: it would start no faster, and a stack trace should be readable.
    minify: false,
    chunkFileNames: "[name].js",
  },
});
// Whole or not there: a command that starts in between runs the compiled files instead.
rmSync(bundle, { recursive: true, force: true });
renameSync(`${bundle}.new`, bundle);
