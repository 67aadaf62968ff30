/** Sources of regular expressions: alternatives that begin a word, or a class of characters. */
export type PhraseMark = { readonly words: string } | { readonly script: string };

/** An expression that finds any of the marks. */
export function markPattern(marks: readonly PhraseMark[]): RegExp {
  const words = marks.flatMap((mark) => ("words" in mark ? [mark.words] : []));
  const scripts = marks.flatMap((mark) => ("script" in mark ? [mark.script] : []));
  const parts = words.length === 0 ? scripts : [String.raw`\b(?:${words.join("|")})`, ...scripts];
  return new RegExp(parts.join("|"));
}

/**
 * What one language says when it refuses, reaches a limit, objects, hedges or delivers.
 *
 * Patterns read one sentence at a time, in lower case, with straight quotes and single spaces, at most a few
 * hundred characters long; their running time is bounded by that.
 */
export interface LanguagePhrases {
  /** ISO 639-1. */
  readonly language: string;
  /**
   * Beginnings of words, or characters of a script, one of which stands in whatever the patterns below match. A sentence
   * without any is not read further, which is most of the speed of reading; a test holds this on every phrase known.
   */
  readonly mark: PhraseMark;
  /** Unwilling to do what was asked. */
  readonly refusals: readonly RegExp[];
  /** Honest limits: no access, no knowledge. Not a refusal to help. */
  readonly limits: readonly RegExp[];
  /** Objects to the question without saying that it will not answer. */
  readonly rebuttals: readonly RegExp[];
  /** Turns from a refusal to something else. */
  readonly hedges: readonly RegExp[];
  /** Announces that what was asked for follows. */
  readonly deliveries: readonly RegExp[];
}

/** One expression that finds whatever any of several finds; asking it once is four times as fast as asking each. */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  if (patterns.length === 0) return /(?!)/;
  const flags = patterns.some(({ unicode }) => unicode) ? "u" : "";
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join("|"), flags);
}
