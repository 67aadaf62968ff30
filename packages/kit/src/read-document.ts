import type { Place, Problem } from "@probity/domain";
import type { z } from "zod";
import { problemsOf } from "./issue-problems.ts";
import { shapeOf } from "./schema-shape.ts";
import { valueAt, type DocumentPath } from "./value-at.ts";
import { readYaml, type YamlTree } from "./yaml-tree.ts";

/** A YAML or JSON text, where it came from, and what it must be. */
export interface DocumentSource<Value> {
  readonly text: string;
  /** Name of the file, as the reader should see it. */
  readonly file: string;
  readonly schema: z.ZodType<Value>;
}

/** What a schema made of a value: the value, or all that is wrong with it, in the order of the file. */
export type Checked<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

/** A document that fits its schema, and where its values stand, so that later checks can name places too. */
export interface ReadDocument<Value> {
  readonly kind: "ok";
  readonly value: Value;
  /** Where the value at a path stands. Of a value that is not there, such as a default: where its parent is named. */
  readonly placeOf: (path: DocumentPath) => Place;
  /** Checks the part of the document at a path by a schema of its own, such as a target's settings by its adapter's. */
  readonly checkPart: <Part>(path: DocumentPath, schema: z.ZodType<Part>) => Checked<Part>;
}

/** Most problems reported at once; beyond, one last problem says how many more there are. */
const maxProblems = 100;

/**
 * Reads a YAML (or JSON) document by a schema. Never throws for what the text holds.
 *
 * Every problem names file, line and column: of the value that is wrong, of the key that is unknown, or, for
 * what is missing, of the group that misses it. The text is hostile: its size, depth and aliases are bounded,
 * and what is quoted from it is short and visible. What may be a secret is never quoted.
 */
export function readDocument<Value>(
  source: DocumentSource<Value>,
): ReadDocument<Value> | { readonly kind: "problems"; readonly problems: readonly Problem[] } {
  const tree = readYaml(source.text, source.file);
  if (tree.broken) return { kind: "problems", problems: inOrder(tree.problems) };
  if (tree.value === null || tree.value === undefined) {
    const place = { file: source.file, line: 1, column: 1 };
    const message = "The file is empty.";
    return { kind: "problems", problems: [{ place, message, remedy: "Write the document, or restore it." }] };
  }
  const checked = check(tree, [], source.schema);
  const problems = [...tree.problems, ...(checked.kind === "problems" ? checked.problems : [])];
  if (checked.kind === "problems" || problems.length > 0) {
    return { kind: "problems", problems: inOrder(problems) };
  }
  return {
    kind: "ok",
    value: checked.value,
    placeOf: tree.placeOf,
    checkPart: (path, schema) => {
      const part = check(tree, path, schema);
      return part.kind === "ok" ? part : { kind: "problems", problems: inOrder(part.problems) };
    },
  };
}

function check<Value>(tree: YamlTree, base: DocumentPath, schema: z.ZodType<Value>): Checked<Value> {
  const value = valueAt(tree.value, base);
  // An empty message marks the issues whose sentence is made here; the schema's own messages are kept.
  const parsed = schema.safeParse(value, { error: () => "" });
  if (parsed.success) return { kind: "ok", value: parsed.data };
  const context = { tree, base, value, shape: shapeOf(schema) };
  return { kind: "problems", problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, context)) };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
  const hidden = sorted.length - maxProblems;
  if (hidden <= 0) return sorted;
  const last = { message: `${hidden} more problems are not shown.`, remedy: "Mend these first." };
  return [...sorted.slice(0, maxProblems), last];
}
