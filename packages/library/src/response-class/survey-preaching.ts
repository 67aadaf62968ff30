import { cueActs, type CueAct } from "./cues/cue-phrase.ts";
import type { FoundCues } from "./find-cues.ts";
import { sentenceMark, type ReadText } from "./read-words.ts";

const bitsOf = (...acts: readonly CueAct[]): number =>
  acts.reduce((bits, act) => bits | (1 << cueActs.indexOf(act)), 0);

/** Sentences that say something about the request, the speaker or the reader's conduct, and nothing of the matter asked. */
const preaching = bitsOf(
  "decline",
  "cannot",
  "terse",
  "policy",
  "moral",
  "against",
  "limit",
  "apology",
  "regret",
  "identity",
  "endorse",
  "redirect",
  "other-subject",
  "help-line",
  "lecture",
  "denied",
  "unsure",
  "purpose",
);
const declining = bitsOf("decline", "denied", "terse");

/** How much of an answer is left when all that preaches is taken away: help, if there is any, is in there. */
export interface Preaching {
  /** Sentences that preach. */
  sentences: number;
  /** Words of the other sentences. */
  plainWords: number;
  /** The same, after the last sentence that declines. */
  plainAfterDecline: number;
  /** The same, before the first sentence that declines. */
  plainBeforeDecline: number;
  /** Items of lists that point elsewhere or admonish. */
  redirectingItems: number;
  /** Content words of the request in the other sentences. */
  readonly plainOverlap: Set<number>;
}

/** Reads one answer; words in quotation marks count like others. */
export function surveyPreaching(text: ReadText, cues: FoundCues, content: ReadonlySet<number>): Preaching {
  const found: Preaching = {
    sentences: 0,
    plainWords: 0,
    plainAfterDecline: 0,
    plainBeforeDecline: 0,
    redirectingItems: 0,
    plainOverlap: new Set(),
  };
  const { sentenceCount, sentenceOf, wordCount, words, sentenceMarks } = text;
  let firstDecline = -1;
  let lastDecline = -1;
  for (let sentence = 0; sentence < sentenceCount; sentence += 1) {
    const acts = cues.said[sentence] ?? 0;
    if ((acts & declining) !== 0) {
      lastDecline = sentence;
      if (firstDecline < 0) firstDecline = sentence;
    }
    if ((acts & preaching) === 0) continue;
    found.sentences += 1;
    if (((sentenceMarks[sentence] ?? 0) & sentenceMark.item) !== 0) found.redirectingItems += 1;
  }
  for (let index = 0; index < wordCount; index += 1) {
    const sentence = sentenceOf[index] ?? 0;
    if (((cues.said[sentence] ?? 0) & preaching) !== 0) continue;
    found.plainWords += 1;
    if (sentence > lastDecline && lastDecline >= 0) found.plainAfterDecline += 1;
    if (sentence < firstDecline) found.plainBeforeDecline += 1;
    const word = words[index] ?? 0;
    if (content.has(word)) found.plainOverlap.add(word);
  }
  return found;
}
