/** JSON as far as it may be read: its value, or why there is none. */
export type JsonReading =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "malformed" }
  /** Longer or deeper than what is read, so nothing is known of it. */
  | { readonly kind: "beyond-bounds" };

/** Longest JSON text that is read, in characters; and deepest nesting. No honest answer or call comes near. */
export const jsonBounds = { characters: 1_048_576, depth: 500 } as const;

const quote = 34;
const backslash = 92;

/** Reads JSON that a model wrote. Time and memory are linear in the text up to the bounds, and nothing beyond them is parsed. */
export function readJson(text: string): JsonReading {
  if (text.length > jsonBounds.characters || isDeep(text)) return { kind: "beyond-bounds" };
  try {
    const value: unknown = JSON.parse(text);
    return { kind: "value", value };
  } catch {
    return { kind: "malformed" };
  }
}

/** True when brackets outside of strings nest deeper than the bound. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = stringEnd(text, at);
    } else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > jsonBounds.depth) return true;
    } else if (code === 125 || code === 93) {
      depth -= 1;
    }
  }
  return false;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
