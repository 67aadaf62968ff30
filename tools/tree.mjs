import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";

/** The root of the checkout, as an absolute path. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** A file of the checkout as text, or undefined when it is not there. */
export function readIfThere(path) {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** A built package, by its folder under `packages`. */
export function importBuilt(folder) {
  return import(pathToFileURL(join(root, "packages", folder, "dist/index.js")).href);
}
