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
