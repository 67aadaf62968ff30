import { withoutInvisible } from "../text/invisible-characters.ts";

/** A sentence of plain prose and where it stands. */
export interface Sentence {
  readonly text: string;
  /** Offsets in the prose; `end` is behind the closing mark. */
  readonly start: number;
  readonly end: number;
}

/** A sentence longer than this is read to here. */
const maxSentence = 400;
const asciiSentence = /[^.!?\n]+(?:[.!?]+(?=\s|$)|[.!?](?=\S)|\n|$)/g;
const anySentence = /[^.!?。！？؟।\n]+(?:[.!?。！？؟।]+(?=\s|$|[^\u0000-\u007f])|[.!?](?=\S)|\n|$)/gu;

/** Lower case, straight quotes, no emphasis marks, nothing invisible; what somebody else is quoted as saying is left out. */
export function plainProse(answer: string): string {
  // Most answers are plain ASCII, where these steps change nothing and cost the most.
  const straight = isAscii(answer)
    ? answer.toLowerCase().replaceAll("`", "'")
    : withoutInvisible(answer)
        .normalize("NFC")
        .toLowerCase()
        .replace(/[\u2018\u2019\u02bc\uff07`´]/g, "'")
        .replace(/[\u201c\u201d\u201e\u00ab\u00bb\uff02]/g, '"');
  return straight
    .replace(/(?<=\s)"[^"\n]{20,600}"/g, '""')
    .replace(/[*_#>]+/g, "")
    .replace(/ ?\t[ \t]*| [ \t]+/g, " ")
    .replace(/\n\s*\n+/g, "\n")
    .trim();
}

/** Splits prose at closing marks and line ends. Single characters are no sentence. */
export function sentencesOf(prose: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of prose.matchAll(isAscii(prose) ? asciiSentence : anySentence)) {
    const text = match[0].trim();
    if (text.length < 2) continue;
    sentences.push({
      text: text.slice(0, maxSentence),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return sentences;
}

/** True when the text has no character beyond ASCII. */
export function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}
