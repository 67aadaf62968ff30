import { z } from "zod";
import { quote } from "./show-value.ts";
import { valueAt, type DocumentPath } from "./value-at.ts";

/** What a schema accepts at one place, as JSON Schema says it. */
export type Shape = z.core.JSONSchema.BaseSchema;

/** What stands at a path of a schema. Several shapes where the schema offers a choice. */
export interface SchemaShape {
  readonly at: (path: DocumentPath, value: unknown) => readonly Shape[];
}

/** Reads a schema as JSON Schema, so that any schema can be walked by path without knowing how it was built. */
export function shapeOf(schema: z.ZodType): SchemaShape {
  const root: Shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", cycles: "ref" });
  return {
    at: (path, value) => {
      let shapes = optionsOf(root, root, value);
      let current = value;
      for (const step of path) {
        current = valueAt(current, [step]);
        const next = current;
        shapes = shapes.flatMap((shape) =>
          stepInto(shape, step).flatMap((child) => optionsOf(child, root, next)),
        );
      }
      return shapes;
    },
  };
}

function stepInto(shape: Shape, step: string | number): Shape[] {
  if (typeof step === "number" || shape.type === "array") {
    const listed = [shape.prefixItems?.[Number(step)], shape.items].find((each) => each !== undefined);
    return asShapes(Array.isArray(listed) ? listed[Number(step)] : listed);
  }
  return asShapes(shape.properties?.[step] ?? shape.additionalProperties);
}

function asShapes(schema: z.core.JSONSchema.JSONSchema | boolean | undefined): Shape[] {
  return typeof schema === "object" ? [schema] : [];
}

/** Follows references and choices. Of a choice marked by a literal, the branch the value names; else all branches. */
function optionsOf(shape: Shape, root: Shape, value: unknown): Shape[] {
  const target = typeof shape.$ref === "string" ? followReference(shape.$ref, root) : shape;
  const choices = [...(target.anyOf ?? []), ...(target.oneOf ?? []), ...(target.allOf ?? [])];
  if (choices.length === 0) return [target];
  const open = choices.flatMap((choice) => asShapes(choice));
  const named = open.filter((choice) => namesBranch(choice, value));
  return (named.length > 0 ? named : open).flatMap((choice) => optionsOf(choice, root, value));
}

function followReference(reference: string, root: Shape): Shape {
  const found = valueAt(root, reference.split("/").slice(1));
  return isShape(found) ? found : {};
}

function isShape(value: unknown): value is Shape {
  return typeof value === "object" && value !== null;
}

function namesBranch(choice: Shape, value: unknown): boolean {
  return Object.entries(choice.properties ?? {}).some(
    ([key, property]) =>
      typeof property === "object" &&
      property.const !== undefined &&
      property.const === valueAt(value, [key]),
  );
}

/** Keys that may stand in a group, in the schema's order. Empty where any key may. */
export function knownKeys(shapes: readonly Shape[]): readonly string[] {
  return [...new Set(shapes.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

/** The values of a closed list, as text. Empty where the list is open. */
export function knownValues(shapes: readonly Shape[]): readonly string[] {
  const values = shapes.flatMap((shape) => shape.enum ?? (shape.const === undefined ? [] : [shape.const]));
  return [...new Set(values.map(String))];
}

/** Says what may stand at a place, to follow "must be": `a whole number of at least 1`, `one of low, medium`. */
export function expectation(shapes: readonly Shape[]): string {
  const listed = knownValues(shapes);
  const open = shapes.filter((shape) => shape.enum === undefined && shape.const === undefined);
  const closed =
    listed.length === 0 ? [] : [listed.length === 1 ? quote(listed[0] ?? "") : `one of ${listed.join(", ")}`];
  const words = [...new Set([...closed, ...open.map(openExpectation)])];
  return words.length === 0 ? "something else" : words.join(", or ");
}

function openExpectation(shape: Shape): string {
  switch (shape.type) {
    case "integer":
      return `a whole number${range(shape)}`;
    case "number":
      return `a number${range(shape)}`;
    case "string":
      return shape.minLength ? "text that is not empty" : "text";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "object":
      return "a group of keys";
    case "null":
      return "null";
    default:
      return "a value";
  }
}

function range(shape: Shape): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = shape;
  const bounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER && bounded)
    return ` from ${minimum} to ${maximum}`;
  const limits = [
    minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? `at least ${minimum}` : undefined,
    exclusiveMinimum === undefined ? undefined : `more than ${String(exclusiveMinimum)}`,
    bounded ? `at most ${maximum}` : undefined,
    exclusiveMaximum === undefined ? undefined : `less than ${String(exclusiveMaximum)}`,
  ].filter((limit) => limit !== undefined);
  return limits.length === 0 ? "" : ` of ${limits.join(" and ")}`;
}
