import type { AnswerView } from "./answer-view.ts";

/** Where a forbidden structure stands in an answer, in short: an excerpt for the reader. */
export interface StructureMatch {
  readonly excerpt: string;
}

/** Looks for one structure in the part of an answer that counts. Linear in the text; `undefined` when it is not there. */
export type FindStructure = (view: AnswerView) => StructureMatch | undefined;

/** Longest excerpt shown. */
const maxExcerpt = 80;

/** The first match of any pattern, as an excerpt. Patterns must be safe against backtracking by their shape. */
export function firstMatch(text: string, patterns: readonly RegExp[]): StructureMatch | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return { excerpt: match[0].trim().slice(0, maxExcerpt) };
  }
  return undefined;
}
