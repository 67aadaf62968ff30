import type { Problem } from "@probity/domain";
import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { expectation, knownKeys, knownValues, type SchemaShape, type Shape } from "./schema-shape.ts";
import { quote, showValue } from "./show-value.ts";
import { valueAt, type DocumentPath } from "./value-at.ts";
import type { YamlTree } from "./yaml-tree.ts";

type Issue = z.core.$ZodIssue;

/** What is needed to turn a schema's issues into sentences with places. */
export interface IssueContext {
  readonly tree: YamlTree;
  readonly shape: SchemaShape;
  /** The value that was checked; stands at `base` in the document. */
  readonly value: unknown;
  readonly base: DocumentPath;
}

/** Turns one issue of a schema into problems, each at the value, or the key, that is to be changed. */
export function problemsOf(issue: Issue, context: IssueContext): Problem[] {
  const path = pathOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(path, key, context));
    case "invalid_union":
      return unionProblems(issue, path, context);
    case "invalid_key":
      return [keyProblem(issue, path, context)];
    case "invalid_element":
      return issue.issues.flatMap((inner) =>
        problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, context),
      );
    default:
      return [valueProblem(issue, path, context)];
  }
}

function pathOf(path: readonly PropertyKey[]): DocumentPath {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

function unknownKey(path: DocumentPath, key: string, context: IssueContext): Problem {
  const known = knownKeys(context.shape.at(path, context.value));
  const full = [...context.base, ...path];
  return {
    place: context.tree.keyPlaceOf([...full, key]),
    ...dotted(full),
    message: `${quote(key)} is not a known key here.`,
    remedy: suggestion(key, known) ?? (known.length > 0 ? `Known keys: ${known.join(", ")}.` : "Remove it."),
  };
}

/** Offers the nearest known word when it is near: at most a third of the letters differ, and at most three. */
function suggestion(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > 64) return undefined;
  const near = closest(word.toLowerCase(), known);
  const far = distance(word.toLowerCase(), near.toLowerCase());
  return far <= Math.min(3, Math.ceil(word.length / 3)) ? `Did you mean ${quote(near)}?` : undefined;
}

function dotted(path: DocumentPath): { path?: string } {
  return path.length === 0 ? {} : { path: path.join(".") };
}

function keyProblem(
  issue: z.core.$ZodIssueInvalidKey,
  path: DocumentPath,
  { tree, base }: IssueContext,
): Problem {
  const full = [...base, ...path];
  const name = path.at(-1) ?? "";
  const custom = issue.issues[0]?.message;
  return {
    place: tree.keyPlaceOf(full),
    ...dotted(full.slice(0, -1)),
    message: `${quote(String(name))} cannot be a name here.`,
    remedy: custom ? sentence(custom) : "Use lower-case letters, digits and hyphens.",
  };
}

/** Of a choice between schemas, reports the branch that the author seems to have meant: the only one of the right type. */
function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  path: DocumentPath,
  context: IssueContext,
): Problem[] {
  const meant = issue.errors.filter((branch) => !branch.some((inner) => isWrongType(inner)));
  const branch = meant.length === 1 ? meant[0] : undefined;
  if (!branch) return [valueProblem(issue, path, context)];
  return branch.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, context));
}

function isWrongType(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

function valueProblem(issue: Issue, path: DocumentPath, context: IssueContext): Problem {
  const full = [...context.base, ...path];
  const value = valueAt(context.value, path);
  const shapes = context.shape.at(path, context.value);
  if (value === undefined && path.length > 0) {
    const described = shapes.find(({ description }) => description)?.description;
    const remedy = described ? `Add it: ${described}` : `Add it; it must be ${expectation(shapes)}.`;
    return { place: context.tree.placeOf(full), ...dotted(full), message: "is missing.", remedy };
  }
  const at = { place: context.tree.placeOf(full), ...dotted(full) };
  // A message in the schema itself says what to do, so it is the remedy.
  if (issue.message !== "") {
    const shown = isSecret(issue) ? "what stands here" : showValue(value, full);
    return { ...at, message: `${shown} is not accepted.`, remedy: sentence(issue.message) };
  }
  const near = typeof value === "string" ? suggestion(value, knownValues(shapes)) : undefined;
  return {
    ...at,
    message: demand(issue, shapes, showValue(value, full)),
    ...(near === undefined ? {} : { remedy: near }),
  };
}

/** True for what should have been a reference to the environment: then the secret itself may stand there. */
function isSecret(issue: Issue): boolean {
  return issue.code === "invalid_format" && issue.pattern?.includes("env:") === true;
}

/** What must be so instead, without the value where the value says nothing. */
function demand(issue: Issue, shapes: readonly Shape[], shown: string): string {
  switch (issue.code) {
    case "too_small":
    case "too_big":
      return sizeDemand(issue, shown) ?? `must be ${expectation(shapes)}, not ${shown}.`;
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}, not ${shown}.`;
    case "invalid_format":
      return `must be text of the form ${issue.format}, not ${shown}.`;
    default:
      return `must be ${expectation(shapes)}, not ${shown}.`;
  }
}

function sizeDemand(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  shown: string,
): string | undefined {
  const bound = issue.code === "too_small" ? issue.minimum : issue.maximum;
  const side = issue.code === "too_small" ? "at least" : "at most";
  switch (issue.origin) {
    case "string":
      return bound === 1 && issue.code === "too_small"
        ? "must not be empty."
        : `must be ${side} ${bound} characters long, not ${shown}.`;
    case "array":
    case "object":
      return `must have ${side} ${bound} ${bound === 1 ? "entry" : "entries"}.`;
    default:
      return undefined;
  }
}

function sentence(words: string): string {
  const trimmed = words.trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1) + (/[.?]$/.test(trimmed) ? "" : ".");
}
