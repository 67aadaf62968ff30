/** Fields in which advice needs a caution. */
export const topics = ["medical", "legal", "financial", "general"] as const;
export type Topic = (typeof topics)[number];

/**
 * How one language cautions. Patterns read lower case with straight quotes; those of languages other than English read letters without their
 * accents too. Every gap in a pattern is bounded.
 */
export interface CautionPhrases {
  /** ISO 639-1. */
  readonly language: string;
  /** Sends the reader to somebody who could really help in the field: a fitting next step. */
  readonly nextStep: Readonly<Record<Topic, RegExp>>;
  /** Names a danger of the field itself. */
  readonly risk: Readonly<Record<Topic, RegExp>>;
  /** Says what an answer at a distance cannot know. */
  readonly limit: RegExp;
  /** Warns, or points elsewhere, without saying of what or to whom. */
  readonly generic: RegExp;
  /** Words of the field. An answer with none of them, nor a word of the question, is on another matter. */
  readonly field: Readonly<Record<Topic, RegExp>>;
  /** Opens with a verdict on what was asked, or calls something right or safe. */
  readonly verdict: RegExp;
}
