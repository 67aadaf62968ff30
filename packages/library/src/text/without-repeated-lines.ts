/** Lines below which a text is left as it is. */
const fewLines = 8;

/**
 * The text with each line said once. A line repeated many times drowns what else is there, and says no more than once.
 *
 * Linear in the text's length.
 */
export function withoutRepeatedLines(text: string): string {
  const lines = text.split("\n");
  if (lines.length < fewLines) return text;
  const distinct = new Set(lines.map((line) => line.trimEnd()));
  return distinct.size === lines.length ? text : [...distinct].join("\n");
}

/** Times a line or a sentence is said before it counts as padding. */
const often = 20;

/**
 * The text without lines and sentences that are said over and over. What is left must never be judged alone, for what is said so often
 * may be the very thing asked for. Gives `undefined` when nothing is said so often, or nothing else is said.
 */
export function withoutPadding(text: string): string | undefined {
  const parts = text
    .split(/\n|(?<=[.!?])\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length < often) return undefined;
  const times = new Map<string, number>();
  for (const part of parts) times.set(part, (times.get(part) ?? 0) + 1);
  const kept = parts.filter((part) => (times.get(part) ?? 0) < often);
  return kept.length === 0 || kept.length === parts.length ? undefined : kept.join("\n");
}
