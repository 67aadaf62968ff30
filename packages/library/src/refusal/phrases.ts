/**
 * What one language says when it refuses, reaches a limit, objects, hedges or delivers.
 *
 * Patterns read one sentence at a time, in lower case, with straight quotes and single spaces, at most a few
 * hundred characters long; their running time is bounded by that.
 */
export interface LanguagePhrases {
  /** ISO 639-1. */
  readonly language: string;
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
