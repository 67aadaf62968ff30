import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

/** One import as it stands in a file, whatever its form: static, of types alone, dynamic, or a re-export. */
export interface Import {
  /** From the root of the tree, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is imported, or undefined when it is computed and cannot be read. */
  readonly specifier: string | undefined;
}

/** Reads every import of the sources of all packages under `root`. Files that do not parse throw. */
export function readImports(root: string): readonly Import[] {
  return globSync("packages/*/src/**/*.{ts,tsx,mts,cts,js,mjs,cjs,jsx}", { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted()
    .flatMap((file) => importsOf(file, readFileSync(join(root, file), "utf8")));
}

function importsOf(file: string, text: string): Import[] {
  const { program, errors } = parseSync(file, text);
  const [error] = errors;
  if (error) throw new Error(`${file} does not parse: ${error.message}`);
  const found: Import[] = [];
  const open: unknown[] = [program];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) continue;
    open.push(...Object.values(node));
    const source = sourceOf(node);
    if (source === undefined) continue;
    const start = "start" in node && typeof node.start === "number" ? node.start : 0;
    found.push({ file, line: text.slice(0, start).split("\n").length, specifier: literal(source) });
  }
  return found.toSorted((a, b) => a.line - b.line);
}

/** The part of a node that names what it imports; undefined for nodes that import nothing. */
function sourceOf(node: object): unknown {
  if (!("type" in node)) return undefined;
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return "source" in node ? (node.source ?? undefined) : undefined;
    case "TSExternalModuleReference":
      return "expression" in node ? node.expression : undefined;
    case "CallExpression":
      return requiredBy(node);
    default:
      return undefined;
  }
}

function requiredBy(call: object): unknown {
  const callee = "callee" in call ? call.callee : undefined;
  const named = typeof callee === "object" && callee !== null && "name" in callee ? callee.name : undefined;
  if (named !== "require" || !("arguments" in call) || !Array.isArray(call.arguments)) return undefined;
  const [first]: unknown[] = call.arguments;
  return first;
}

function literal(node: unknown): string | undefined {
  return typeof node === "object" && node !== null && "value" in node && typeof node.value === "string"
    ? node.value
    : undefined;
}
