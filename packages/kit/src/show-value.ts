import type { DocumentPath } from "./value-at.ts";

/** Longest quotation of a value in a message, in characters: enough to recognise it, short enough for one line. */
const longestQuote = 60;

/** Characters that a terminal or a reader could be misled by: controls, bidirectional marks, odd spaces. */
const unshowable = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** Names under which secrets usually stand. */
const secretName = /key|token|secret|passw|credential|authori[sz]ation|cookie/i;

/**
 * Quotes text from a file for a message: one line, at most 60 characters, nothing invisible.
 *
 * What a file says is hostile input, so control characters are written out as `\u{1b}`.
 */
export function quote(text: string): string {
  const cut = text.slice(0, longestQuote);
  const visible = cut
    .toWellFormed()
    .replace(unshowable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return cut.length < text.length ? `"${visible}…"` : `"${visible}"`;
}

/**
 * Names a value in a message, e.g. `"three"`, `4`, `a list` or `nothing`.
 *
 * @param path - where the value stands; what stands under the name of a secret is never shown
 */
export function showValue(value: unknown, path: DocumentPath): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of keys";
  if (path.some((step) => typeof step === "string" && secretName.test(step))) return "what stands there";
  if (typeof value !== "string") return JSON.stringify(value) ?? "a value";
  return value.includes("${env:") ? "a reference to the environment" : quote(value);
}
