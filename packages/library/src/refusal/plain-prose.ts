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
const lineFeed = 10;
const space = 32;

/** Anything that a step below would change, besides case. Most answers are plain sentences and have nothing of it. */
const needsWork = /[\u0080-\uffff"*_#>`\t\v\f\r]|[ \n]{2}/;

/** Lower case, straight quotes, no emphasis marks, nothing invisible; what somebody else is quoted as saying is left out. */
export function plainProse(answer: string): string {
  if (!needsWork.test(answer)) return answer.toLowerCase().trim();
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

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** Splits prose at closing marks and line ends. Single characters are no sentence. */
export function sentencesOf(prose: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (let next = sentenceFrom(prose, 0); next !== undefined; next = sentenceFrom(prose, next.end)) {
    sentences.push(next);
  }
  return sentences;
}

/** The first sentence that begins at a place of the prose or behind it; `undefined` when none does. */
export function sentenceFrom(prose: string, from: number): Sentence | undefined {
  let start = from;
  while (start < prose.length) {
    while (start < prose.length && isBreak(prose.charCodeAt(start))) start += 1;
    let at = start;
    while (at < prose.length && !isBreak(prose.charCodeAt(at))) at += 1;
    const end = closeAt(prose, at);
    const text = prose.slice(start, end).trim();
    if (text.length > 1) return { text: text.slice(0, maxSentence), start, end };
    start = end;
  }
  return undefined;
}

/** Every character is asked, so the answer for ASCII is one look into a table. */
const breaks = new Uint8Array(128);
for (const character of "!.?\n") breaks[character.charCodeAt(0)] = 1;

function isBreak(code: number): boolean {
  return code < 128 ? breaks[code] === 1 : isForeignMark(code);
}

/** The Arabic question mark, the danda, and the full stop, exclamation and question mark of Chinese and Japanese. */
function isForeignMark(code: number): boolean {
  return code === 0x61f || code === 0x964 || code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

/** The end of what closes a sentence: a line feed, all marks before white space or another script, or one mark inside a word. */
function closeAt(prose: string, at: number): number {
  if (at >= prose.length || prose.charCodeAt(at) === lineFeed) return Math.min(at + 1, prose.length);
  let end = at + 1;
  while (end < prose.length && prose.charCodeAt(end) !== lineFeed && isBreak(prose.charCodeAt(end))) end += 1;
  const next = end < prose.length ? prose.charCodeAt(end) : space;
  return next <= space || next > 0x7f ? end : at + 1;
}
