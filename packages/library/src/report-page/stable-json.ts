/**
 * A value as JSON whose bytes depend on what it says alone: keys in code-unit order, two blanks of indent, and every
 * character that could act on a terminal or hide there (C1 controls, direction and zero-width characters, tags, lone
 * surrogates) written as an escape. Reads back as the same value.
 */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, inKeyOrder, 2).replaceAll(hidden, escaped);
}

function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u007F-\u009F\u2028\u2029]/gu;

/** As one or two `\uXXXX`: characters outside the basic plane are written as their surrogate pair. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
