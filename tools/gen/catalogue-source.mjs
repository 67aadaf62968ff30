import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../tree.mjs";

/** The kinds of extension that are files of the library: folder, and the type in the kit. */
const kinds = [
  { folder: "judges", type: "Judge" },
  { folder: "reports", type: "ReportFormat" },
  { folder: "targets", type: "Target" },
  { folder: "transforms", type: "Transform" },
];

/** `packages/library/src/catalogue.gen.ts`: one static import for every file, so that the file is the registration. */
export function catalogueSource() {
  const listed = kinds.map((kind) => ({ ...kind, entries: entriesIn(kind.folder) }));
  refuseTwins(listed.flatMap(({ entries }) => entries));
  const imports = listed.flatMap(({ entries }) =>
    entries.map(({ name, path }) => `import { ${name} } from "./${path}";`),
  );
  const lists = listed.map(
    ({ folder, type, entries }) =>
      `/** Every file in \`${folder}\`, sorted by its path. */\n` +
      `export const ${folder}: readonly ${type}[] = [\n${entries.map(({ name }) => `  ${name},\n`).join("")}];\n`,
  );
  const types = listed.map(({ type }) => type).toSorted();
  return [
    "// Written by `npm run gen`. Add a file to judges, reports, targets or transforms, and run it again.",
    `import type { ${types.join(", ")} } from "@probity/kit";`,
    ...imports,
    "",
    lists.join("\n"),
  ].join("\n");
}

function entriesIn(folder) {
  const source = join(root, "packages/library/src");
  const paths = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: source })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .toSorted();
  return paths.map((path) => ({ path, name: camelCase(basename(path).replace(/\.tsx?$/, "")) }));
}

/** Each file is imported under the name it exports, so no two may share one. */
function refuseTwins(entries) {
  for (const [name, [first, second]] of Map.groupBy(entries, (entry) => entry.name)) {
    if (second) throw new Error(`${first.path} and ${second.path} would both be ${name}; rename one.`);
  }
}

/** `json-report` exports `jsonReport`. */
export function camelCase(kebab) {
  return kebab.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
