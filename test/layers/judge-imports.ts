import { isBuiltin } from "node:module";
import { matchesGlob, posix } from "node:path";
import type { Package, ImportTable } from "./import-table.ts";
import type { Import } from "./read-imports.ts";

/** What the layer rules are asked about: every import of the tree, the table, and the packages. */
export interface Tree {
  readonly imports: readonly Import[];
  readonly table: ImportTable;
  readonly packages: readonly Package[];
}

/** Imports that the table does not allow, each as a sentence that starts with its place. */
export function forbiddenImports(tree: Tree): readonly string[] {
  return tree.imports.flatMap((each) =>
    objections(each, tree).map((words) => `${each.file}:${each.line} ${words}`),
  );
}

function objections(each: Import, { table, packages }: Tree): string[] {
  const { file, specifier } = each;
  const from = folderOf(file);
  // Tests may walk a folder; nothing that is shipped may.
  if (specifier === undefined)
    return isTest(file) ? [] : ["imports something computed, which no test can follow"];
  if (specifier.startsWith(".")) {
    const to = folderOf(targetOfRelative(file, specifier));
    return to === from
      ? []
      : [`reaches into ${to || "another folder"} by ${specifier}; import the package by its name`];
  }
  if (table.browserSafe.includes(from) && isBuiltin(specifier) && !isTest(file)) {
    return [`imports ${specifier}, but ${from} must run in a browser`];
  }
  const to = packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  if (!to) return [];
  const allowed = allowedFor(file, table);
  if (to.folder === from) return [`imports its own package by name; use a relative path`];
  if (!allowed.includes(to.folder)) {
    return [`imports ${specifier}, but ${from} may import ${allowed.join(", ") || "no other package"}`];
  }
  return to.doors.has(specifier) ? [] : [`imports ${specifier}, which is private to ${to.folder}`];
}

function allowedFor(file: string, { mayImport, composition }: ImportTable): readonly string[] {
  const allowed = mayImport[folderOf(file)] ?? [];
  const composes = composition.files.some((pattern) => matchesGlob(file, `packages/${pattern}`));
  return composes ? [...allowed, ...composition.mayAlsoImport] : allowed;
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function folderOf(file: string): string {
  return /^packages\/([^/]+)\/src\//.exec(file)?.[1] ?? "";
}

function targetOfRelative(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier);
}

/** The file an import leads to, for imports of our own code. */
export function targetFile({ file, specifier }: Import, packages: readonly Package[]): string | undefined {
  if (specifier === undefined) return undefined;
  if (specifier.startsWith(".")) return targetOfRelative(file, specifier);
  return packages.map(({ doors }) => doors.get(specifier)).find((door) => door !== undefined);
}
