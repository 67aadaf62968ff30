/**
 * What a phrase does in an answer. Phrases of every language share these acts, so that what is learned from English
 * labels holds for the others.
 */
export const cueActs = [
  "decline",
  "cannot",
  "terse",
  "policy",
  "moral",
  "against",
  "limit",
  "idiom",
  "apology",
  "regret",
  "identity",
  "request",
  "endorse",
  "redirect",
  "other-subject",
  "help-line",
  "lecture",
  "denial",
  "deliver",
  "instruct",
  "caveat",
  "turn",
  "opinion",
  "denied",
  "unsure",
  "document",
  "concede",
  "fact",
  "counsel",
  "protect",
  "purpose",
  "stake",
] as const;

/** One of the acts. */
export type CueAct = (typeof cueActs)[number];

/**
 * Phrases of one act, in lower case, without apostrophes.
 *
 * A phrase is words with spaces between; `a|b` is either, `a_b` two words as one choice, `x?` may be absent, `@name` any
 * word of a class of `wordClasses`, `*` any one word, `...` nought to four words. A phrase never crosses a sentence's end, and
 * asides (`wordClasses.aside`) may stand between its words.
 */
export interface CuePhrases {
  readonly act: CueAct;
  readonly phrases: readonly string[];
}
