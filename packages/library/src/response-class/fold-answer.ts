import { withoutInvisible } from "../text/invisible-characters.ts";

/** What is read of an answer: its beginning and its end. A refusal stands in one of the two. */
const readCharacters = { start: 4_800, end: 800 } as const;
/** Characters of the longest answer that is read whole. */
export const readWhole = readCharacters.start + readCharacters.end;

/** The parts of a text that are read, in lower case with straight quotes. */
export interface FoldedText {
  readonly text: string;
  /** Offset at which the end of the text begins, when its middle was left out; else the length. */
  readonly cut: number;
}

/** Bounds and folds a text, so that time never depends on its length. */
export function foldAnswer(answer: string): FoldedText {
  const { start, end } = readCharacters;
  if (answer.length <= start + end) {
    const text = fold(answer);
    return { text, cut: text.length };
  }
  const head = `${fold(answer.slice(0, start))}\n`;
  return { text: head + fold(answer.slice(-end)), cut: head.length };
}

/** Lower case, NFC, straight quotes, nothing invisible. */
export function fold(text: string): string {
  // Most answers are plain ASCII, where only case differs.
  if (!/[\u0080-\uffff]/.test(text)) return text.toLowerCase();
  return withoutInvisible(text)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\uff07`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb\uff02]/g, '"');
}
