import { ProductError, type Problem } from "@probity/domain";
import { isMap, isNode, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { explainCondition } from "./explain-condition.ts";
import { worldSchema, type World } from "./world-schema.ts";

/**
 * Reads a world file and fills in its canaries.
 *
 * @param text - YAML
 * @param file - name to show in problems
 * @throws ProductError CONTENT_INVALID with every problem found, each with line and column
 */
export function loadWorld(text: string, file: string): World {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const placed = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    fail(
      file,
      document.errors.map((error) => ({ place: placed(error.pos[0]), message: firstLine(error.message) })),
    );
  }
  const at = (path: readonly PropertyKey[], message: string): Problem => ({
    place: placed(offsetOf(document, path)),
    path: path.map(String).join("."),
    message,
  });
  // Aliases that expand without bound are refused by the parser's own limit.
  const parsed = worldSchema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (!parsed.success) {
    fail(
      file,
      parsed.error.issues.map((issue) => at(issue.path, describeIssue(issue, document))),
    );
  }
  const problems = crossCheck(parsed.data).map(({ path, message }) => at(path, message));
  if (problems.length > 0) fail(file, problems);
  return fillCanaries(parsed.data);
}

function fail(file: string, problems: readonly Problem[]): never {
  throw new ProductError("CONTENT_INVALID", {
    message: `The world file ${file} has ${problems.length} ${problems.length === 1 ? "error" : "errors"}; it was not loaded.`,
    problems,
    remedy: "Mend the places named; `content/worlds/meridian-bank.yaml` is a world that loads.",
  });
}

const firstLine = (message: string): string => message.split("\n")[0] ?? message;

function describeIssue(issue: z.core.$ZodIssue, document: Document): string {
  if (issue.code === "unrecognized_keys")
    return `Unknown ${issue.keys.length === 1 ? "key" : "keys"}: ${issue.keys.join(", ")}.`;
  if (issue.code === "invalid_union" && ["when", "condition"].includes(String(issue.path.at(-1)))) {
    const node: unknown = document.getIn(issue.path, true);
    return explainCondition(isNode(node) ? node.toJS(document) : node);
  }
  if (issue.code === "invalid_type" && document.getIn(issue.path) === undefined) return "is missing.";
  return issue.message;
}

/** Where a value stands, or the nearest thing around it that has a place. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
    if (isMap(node) || isSeq(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}

interface Misfit {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a schema cannot say: names that must be declared, ids that must be unique. */
function crossCheck(world: World): readonly Misfit[] {
  const customers = new Set(world.customers.map((customer) => customer.id));
  const guards = new Set(world.guards.map((guard) => guard.id));
  const problems: Misfit[] = [];
  if (!customers.has(world.signedIn))
    problems.push({ path: ["signedIn"], message: `No customer has the id "${world.signedIn}".` });
  for (const [index, note] of world.memory.entries()) {
    if (!customers.has(note.customer))
      problems.push({
        path: ["memory", index, "customer"],
        message: `No customer has the id "${note.customer}".`,
      });
  }
  for (const [index, weakness] of world.weaknesses.entries()) {
    if (world.weaknesses.findIndex((other) => other.id === weakness.id) !== index)
      problems.push({ path: ["weaknesses", index, "id"], message: `The id "${weakness.id}" is used twice.` });
    for (const guard of weakness.bypasses) {
      if (!guards.has(guard))
        problems.push({
          path: ["weaknesses", index, "bypasses"],
          message: `No guard has the id "${guard}".`,
        });
    }
  }
  for (const [index, tool] of world.tools.entries()) {
    if (tool.sensitive && !/\{\{canary:/u.test(tool.receipt))
      problems.push({
        path: ["tools", index, "receipt"],
        message: "The receipt of a sensitive tool needs a {{canary:ID}}, so that its use shows.",
      });
  }
  const declared = new Set(world.canaries.map((canary) => canary.id));
  for (const name of placeholders(world)) {
    if (!declared.has(name))
      problems.push({ path: ["canaries"], message: `{{canary:${name}}} is used but no canary has that id.` });
  }
  return problems;
}

const placeholder = /\{\{canary:([a-z0-9-]+)\}\}/gu;

const placeholders = (world: World): ReadonlySet<string> =>
  new Set([...JSON.stringify(world).matchAll(placeholder)].map((match) => match[1] ?? ""));

/** Canary values stand in JSON text here, so they are escaped as JSON would. */
function fillCanaries(world: World): World {
  const values = new Map(world.canaries.map(({ id, value }) => [id, JSON.stringify(value).slice(1, -1)]));
  return worldSchema.parse(
    JSON.parse(JSON.stringify(world).replace(placeholder, (all, name: string) => values.get(name) ?? all)),
  );
}
