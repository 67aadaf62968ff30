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
  const entries = paths.map((path) => ({ path, name: camelCase(basename(path).replace(/\.tsx?$/, "")) }));
  const twice = entries.find(
    ({ name }, index) => entries.findIndex((other) => other.name === name) !== index,
  );
  if (twice) throw new Error(`Two files in ${folder} are named ${basename(twice.path)}; rename one.`);
  return entries;
}

/** `json-report` exports `jsonReport`. */
export function camelCase(kebab) {
  return kebab.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
