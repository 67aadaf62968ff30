import { features } from "../features/features.ts";
import { measures } from "../features/measures.ts";

const featureNames: readonly string[] = features.map(({ name }) => name);
const measureNames: readonly string[] = measures.map(({ name }) => name);

/** Says what is wrong with a condition that its schema refused, naming the part. */
export function explainCondition(condition: unknown): string {
  return findFault(condition) ?? "Not a condition: write a feature, or all, any, not or measure.";
}

function findFault(part: unknown): string | undefined {
  if (typeof part === "string")
    return featureNames.includes(part) ? undefined : unknownName("feature", part, featureNames);
  if (typeof part !== "object" || part === null) return `${JSON.stringify(part)} is no condition.`;
  if ("measure" in part) return faultOfMeasure(part);
  const [key, inner] = Object.entries(part)[0] ?? ["", undefined];
  if (key === "not") return findFault(inner);
  if (key !== "all" && key !== "any")
    return `"${key}" is unknown in a condition: use all, any, not or measure.`;
  if (!Array.isArray(inner) || inner.length === 0) return `"${key}" needs a list of conditions.`;
  return inner.map(findFault).find((fault) => fault !== undefined);
}

function faultOfMeasure(part: { readonly measure: unknown }): string | undefined {
  const { measure } = part;
  return typeof measure === "string" && measureNames.includes(measure)
    ? undefined
    : unknownName("measure", String(measure), measureNames);
}

function unknownName(kind: string, name: string, known: readonly string[]): string {
  const near = known.find(
    (candidate) =>
      sharedParts(candidate, name) >= 2 || candidate.startsWith(name) || name.startsWith(candidate),
  );
  return `"${name}" is no ${kind}.${near === undefined ? "" : ` Did you mean "${near}"?`}`;
}

function sharedParts(a: string, b: string): number {
  const parts = new Set(a.split("-"));
  return b.split("-").filter((part) => parts.has(part)).length;
}
