import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { importCircles } from "./layers/find-circles.ts";
import { readImportTable, readPackages } from "./layers/import-table.ts";
import { forbiddenImports, type Tree } from "./layers/judge-imports.ts";
import { readImports } from "./layers/read-imports.ts";

const root = join(import.meta.dirname, "..");
/** The tree itself, read once. */
const tree = readTree(root);
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function readTree(from: string): Tree {
  return { imports: readImports(from), table: readImportTable(root), packages: readPackages(from) };
}

/** A small tree of packages in a temporary folder: paths under `packages`, and what stands there. */
function treeOf(files: Record<string, string>): Tree {
  const folder = mkdtempSync(join(tmpdir(), "probity-layers-"));
  made.push(folder);
  const names = ["domain", "measure", "kit", "library", "engine", "store", "app", "cli"];
  for (const name of names) files[`${name}/src/index.ts`] ??= "export {};\n";
  for (const name of names) {
    files[`${name}/package.json`] = JSON.stringify({
      name: name === "cli" ? "probity" : `@probity/${name}`,
      exports: { ".": { "probity-source": "./src/index.ts" } },
    });
  }
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, "packages", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return readTree(folder);
}

test("reads the imports of the tree, so that the tests below say something", () => {
  const { imports, packages, table } = tree;
  expect(imports.length).toBeGreaterThan(50);
  const folders = packages.map(({ folder }) => folder);
  expect(folders.toSorted()).toEqual(Object.keys(table.mayImport).toSorted());
  expect(new Set(imports.map(({ file }) => file.split("/")[1])).size).toBeGreaterThan(4);
});

test("every import points down, through the door of its package", () => {
  expect(forbiddenImports(tree)).toEqual([]);
});

test("no files import each other in a circle", () => {
  expect(importCircles(tree)).toEqual([]);
});

const upward: Record<string, string> = {
  "a value": 'import { x } from "@probity/store";\n',
  "a type": 'import type { X } from "@probity/store";\n',
  "a type among values": 'import { type X } from "@probity/store";\n',
  "a side effect": 'import "@probity/store";\n',
  "a re-export": 'export { x } from "@probity/store";\n',
  "a re-export of everything": 'export * from "@probity/store";\n',
  "a dynamic import": 'export const x = () => import("@probity/store");\n',
  "a type inside an expression": 'export type X = import("@probity/store").X;\n',
  "a require": 'export const x = require("@probity/store");\n',
};

test.each(Object.entries(upward))("an import that points up is found when it is %s", (_form, text) => {
  expect(forbiddenImports(treeOf({ "engine/src/run.ts": `\n${text}` }))).toEqual([
    "packages/engine/src/run.ts:2 imports @probity/store, but engine may import domain, measure, evidence, kit",
  ]);
});

test("a private file of another package cannot be imported, by name or by path", () => {
  const small = treeOf({
    "engine/src/a.ts": 'import { x } from "@probity/domain/src/ids.ts";\n',
    "engine/src/b.ts": 'import { x } from "../../domain/src/ids.ts";\n',
  });
  expect(forbiddenImports(small)).toEqual([
    "packages/engine/src/a.ts:1 imports @probity/domain/src/ids.ts, which is private to domain",
    "packages/engine/src/b.ts:1 reaches into domain by ../../domain/src/ids.ts; import the package by its name",
  ]);
});

test("a computed import is refused, since nothing can follow it", () => {
  const small = treeOf({
    "engine/src/a.ts": "export const load = (name: string) => import(name);\n",
    "engine/src/a.test.ts": "export const load = (name: string) => import(name);\n",
  });
  expect(forbiddenImports(small)).toEqual([
    "packages/engine/src/a.ts:1 imports something computed, which no test can follow",
  ]);
});

test.each(["node:fs", "fs", "fs/promises"])("domain and measure cannot import %s", (name) => {
  const text = `import * as files from "${name}";\n`;
  const small = treeOf({
    "domain/src/a.ts": text,
    "measure/src/a.ts": text,
    "store/src/a.ts": text,
    "domain/src/a.test.ts": text,
  });
  expect(forbiddenImports(small)).toEqual([
    `packages/domain/src/a.ts:1 imports ${name}, but domain must run in a browser`,
    `packages/measure/src/a.ts:1 imports ${name}, but measure must run in a browser`,
  ]);
});

test("only the files that put the program together see the library and the store", () => {
  const text = 'import { x } from "@probity/library";\nimport { y } from "@probity/store";\n';
  const small = treeOf({
    "cli/src/main.ts": text,
    "cli/src/compose-run.ts": text,
    "cli/src/commands/main.ts": text,
  });
  expect(forbiddenImports(small)).toHaveLength(2);
  expect(forbiddenImports(small)[0]).toContain(
    "packages/cli/src/commands/main.ts:1 imports @probity/library",
  );
});

test.each([
  ["of values", 'import { b } from "./b.ts";', 'import { a } from "./a.ts";'],
  ["of types", 'import type { B } from "./b.ts";', 'import type { A } from "./a.ts";'],
  ["hidden in a function", 'import { b } from "./b.ts";', 'const a = () => import("./a.ts");'],
])("a circle %s within a package is found", (_form, a, b) => {
  expect(importCircles(treeOf({ "kit/src/a.ts": a, "kit/src/b.ts": b }))).toEqual([
    "packages/kit/src/a.ts -> packages/kit/src/b.ts -> packages/kit/src/a.ts",
  ]);
});

test("a circle across packages is found, through their doors", () => {
  const small = treeOf({
    "engine/src/index.ts": 'export { run } from "./run.ts";\n',
    "engine/src/run.ts": 'import { x } from "@probity/app";\n',
    "app/src/index.ts": 'export type { X } from "@probity/engine";\n',
  });
  expect(importCircles(small)).toEqual([
    "packages/app/src/index.ts -> packages/engine/src/index.ts -> packages/engine/src/run.ts -> packages/app/src/index.ts",
  ]);
});

test("a tree without imports reads as nothing, which the first test refuses", () => {
  expect(treeOf({}).imports).toEqual([]);
});
