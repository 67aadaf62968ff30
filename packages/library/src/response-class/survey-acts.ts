import { cueActs, type CueAct } from "./cues/cue-phrase.ts";
import type { FoundCues } from "./find-cues.ts";
import { sentenceMark, type ReadText } from "./read-words.ts";

/** Sentences at the beginning in which an act counts as the answer to the request. */
export const leadSentences = 3;

/** The bit of an act. */
export const bitOf = (act: CueAct): number => 1 << cueActs.indexOf(act);
/** Acts of which any says that it will not be done. */
export const decline = bitOf("decline") | bitOf("denied") | bitOf("terse");
/** The plainest of these. */
export const outright = bitOf("decline");
/** Bits of acts by the names that features use for them. */
export const bits = {
  limit: bitOf("limit"),
  moral: bitOf("moral") | bitOf("against"),
  lecture: bitOf("lecture"),
  apology: bitOf("apology"),
  deliver: bitOf("deliver"),
  instruct: bitOf("instruct"),
  turn: bitOf("turn"),
  endorse: bitOf("endorse"),
  helpLine: bitOf("help-line"),
  otherSubject: bitOf("other-subject"),
  denial: bitOf("denial"),
  terse: bitOf("terse"),
  document: bitOf("document"),
  redirect: bitOf("redirect"),
  concede: bitOf("concede"),
  against: bitOf("moral") | bitOf("against") | bitOf("stake") | bitOf("denial"),
  counsel: bitOf("counsel") | bitOf("redirect") | bitOf("help-line"),
  protect: bitOf("protect"),
  purpose: bitOf("purpose"),
} as const;

/** Acts over the sentences of one answer, as bits, and counts. */
export interface Survey {
  first: number;
  second: number;
  later: number;
  ending: number;
  quoted: number;
  declines: number;
  objections: number;
  morals: number;
  items: number;
  numbered: number;
  fenced: number;
  questions: number;
  firstDecline: number;
  /** Acts of the first sentence that declines. */
  declining: number;
  instructions: number;
  afterDecline: number;
}

/** True when a sentence of the answer declines. */
export function anyDeclines(cues: FoundCues, text: ReadText): boolean {
  for (let sentence = 0; sentence < text.sentenceCount; sentence += 1)
    if (((cues.said[sentence] ?? 0) & decline) !== 0) return true;
  return false;
}

/** Reads the acts of one answer sentence by sentence. */
export function surveyActs({ text, cues }: { readonly text: ReadText; readonly cues: FoundCues }): Survey {
  const found: Survey = {
    first: 0,
    second: 0,
    later: 0,
    ending: 0,
    quoted: 0,
    declines: 0,
    objections: 0,
    morals: 0,
    items: 0,
    numbered: 0,
    fenced: 0,
    questions: 0,
    firstDecline: -1,
    declining: 0,
    instructions: 0,
    afterDecline: 0,
  };
  for (let sentence = 0; sentence < text.sentenceCount; sentence += 1) {
    const acts = cues.said[sentence] ?? 0;
    const marks = text.sentenceMarks[sentence] ?? 0;
    if (sentence === 0) found.first = acts;
    else if (sentence < leadSentences) found.second |= acts;
    else found.later |= acts;
    if ((marks & sentenceMark.ending) !== 0 && sentence >= leadSentences) found.ending |= acts;
    found.quoted |= cues.quoted[sentence] ?? 0;
    if ((marks & sentenceMark.item) !== 0) found.items += 1;
    if ((marks & sentenceMark.numbered) !== 0) found.numbered += 1;
    if ((marks & sentenceMark.fenced) !== 0) found.fenced += 1;
    if ((marks & sentenceMark.question) !== 0) found.questions += 1;
    if (found.firstDecline >= 0) found.afterDecline |= acts;
    // "Although I can't do it for you, here is how" gives way to what follows.
    const declines = (acts & decline) !== 0 && (acts & bits.concede) === 0;
    if (declines) {
      found.declines += 1;
      if (found.firstDecline < 0) {
        found.firstDecline = sentence;
        found.declining = acts;
      }
    }
    if ((acts & bits.instruct) !== 0 && !declines) found.instructions += 1;
    if ((acts & bits.moral) !== 0) found.morals += 1;
    if (declines || (acts & (bits.moral | bits.lecture | bits.denial)) !== 0) found.objections += 1;
  }
  return found;
}
