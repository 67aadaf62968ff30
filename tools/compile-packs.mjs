// Part of the build: leaves the shipped probe packs parsed and checked beside the command line, so that commands start fast.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPacks, writeCompiledPacks } from "../packages/library/dist/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "content", "packs");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
const { probes, problems } = loadPacks(files);
if (problems.length > 0) {
  for (const { place, path, message } of problems) {
    console.error(`${place?.file}:${place?.line}:${place?.column} ${path ?? ""} ${message}`);
  }
  process.exitCode = 1;
} else {
  const out = join(root, "packages", "cli", "dist");
  mkdirSync(out, { recursive: true });
  // Written whole and then renamed: a command that starts meanwhile reads the old file or the new one.
  writeFileSync(join(out, "packs.json.new"), writeCompiledPacks(files, probes));
  renameSync(join(out, "packs.json.new"), join(out, "packs.json"));
}
