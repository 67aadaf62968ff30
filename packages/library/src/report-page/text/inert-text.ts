import { inspectText } from "./inspect-text.ts";

/** Longest text that a cell or attribute outside the page carries, in UTF-16 units. */
const longest = 4000;

/**
 * Text as one plain string in which nothing is hidden and nothing acts: marks stand in angle quotes, as `‹RLO›`.
 * For formats without markup; each still escapes it for its own syntax. Cut at 4,000 units, saying so.
 */
export function inertText(text: string): string {
  const { segments, end } = inspectText(text, { maxWeight: longest });
  const shown = segments.map((segment) => (segment.kind === "plain" ? segment.text : `‹${segment.label}›`));
  const cut = end < text.length ? ` … (${text.length} characters in all)` : "";
  return shown.join("") + cut;
}
