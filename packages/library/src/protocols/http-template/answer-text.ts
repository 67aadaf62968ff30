import { compile } from "json-p3";
import { readJson } from "../json-reading.ts";

/** Text found in a JSON answer; or that none stands at the path, or that the text there is no text. */
export type TextReading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "not-text" }
  | { readonly kind: "not-json" };

/**
 * Reads the text at a JSONPath in a JSON document. Several matches are joined in their order, numbers and booleans
 * are written out, null is empty; an object or list is not text.
 */
export function textAt(path: string): (document: string) => TextReading {
  const query = compile(path);
  return (document) => {
    const reading = readJson(document);
    if (reading.kind === "broken") return { kind: "not-json" };
    const matches = valuesOf(query, reading.value);
    if (matches.length === 0) return { kind: "absent" };
    const texts = matches.map(written).filter((text) => text !== undefined);
    if (texts.length < matches.length) return { kind: "not-text" };
    return { kind: "text", text: texts.join("") };
  };
}

function written(match: unknown): string | undefined {
  if (match === null) return "";
  if (typeof match === "string") return match;
  return typeof match === "number" || typeof match === "boolean" ? String(match) : undefined;
}

function valuesOf(query: ReturnType<typeof compile>, document: unknown): readonly unknown[] {
  try {
    return query.query(asJsonValue(document)).values();
  } catch {
    // A document nested too deeply for the path to be followed: nothing can be read at it.
    return [];
  }
}

type JsonValue = Parameters<ReturnType<typeof compile>["query"]>[0];

/** `JSON.parse` gives JSON values and nothing else. */
function asJsonValue(parsed: unknown): JsonValue {
  return parsed as JsonValue;
}
