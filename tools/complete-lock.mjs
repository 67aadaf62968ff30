// Adds to the lock file the packages for other platforms that npm left out. With --check, only names them.
//
// A tool with native parts lists one optional package for each platform. When the registry in use does not hold
// one of them, npm writes a lock file without it, and `npm ci` then refuses that lock file everywhere. The version
// is known without the registry: the tool names it. What is added has no checksum until npm next writes it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tree.mjs";

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "x64"];

const file = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = Object.entries(lock.packages).flatMap(([path, entry]) => missingOf(path, entry));

if (process.argv.includes("--check")) {
  for (const { name, version, path } of missing)
    console.error(`${path || "the root"} needs ${name} ${version}`);
  if (missing.length > 0) console.error("The lock file is not complete. Run: node tools/complete-lock.mjs");
  process.exitCode = missing.length > 0 ? 1 : 0;
} else {
  for (const each of missing) lock.packages[placeFor(each)] = entryFor(each);
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, "en")),
  );
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
  console.log(`added ${missing.length} packages`);
}

function missingOf(path, { optionalDependencies = {} }) {
  return Object.entries(optionalDependencies)
    .filter(([name, version]) => /^\d/.test(version) && found(path, name)?.version !== version)
    .map(([name, version]) => ({ path, name, version, dev: lock.packages[path].dev }));
}

/** What Node's resolution finds from a package: in its own folder, or in one of those around it. */
function found(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const entry = lock.packages[join(folder, "node_modules", name)];
    if (entry || folder === "") return entry;
  }
}

/** At the top when nothing stands there yet; else beside the package that needs it. */
function placeFor({ path, name }) {
  const top = `node_modules/${name}`;
  return lock.packages[top] ? join(path, top) : top;
}

/** Platform packages are named for their platform: `binding-linux-arm-musleabihf`. */
function entryFor({ name, version, dev }) {
  const words = name.split("/").at(-1).split("-");
  const system = systems.find((each) => words.includes(each));
  const processor = processors.find((each) => words.includes(each));
  if (!system || !processor) throw new Error(`The platform of ${name} cannot be told from its name.`);
  const musl = words.some((word) => word.startsWith("musl"));
  const glibc = words.some((word) => word.startsWith("gnu"));
  return {
    version,
    cpu: [processor],
    ...(dev ? { dev } : {}),
    ...(musl || glibc ? { libc: [musl ? "musl" : "glibc"] } : {}),
    optional: true,
    os: [system],
  };
}
