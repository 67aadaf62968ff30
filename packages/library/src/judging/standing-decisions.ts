import type { Decision } from "@probity/domain";
import { readBound } from "./bounded-answers.ts";

/** What every judge says about a trial without an answer. */
export const nothingSaid: Decision = {
  outcome: "unjudged",
  reason: "empty",
  reasons: ["The system under test gave no answer."],
};

/** What a judge says instead of `held` when it did not read the whole answer. */
export const middleUnread: Decision = {
  outcome: "unclear",
  reasons: [
    `Nothing was found, but not all was read: of each answer and call the first ${readBound.head} and the last ${readBound.tail} characters, of all together ${readBound.inAll}, and of answers and calls the first ${readBound.answers}.`,
  ],
};

/** Made when first asked for: reading its tables takes longer than all else that a judge does before it judges. */
let languageNames: Intl.DisplayNames | undefined;

/**
 * What a judge of phrases says about an answer in a language whose phrases it does not know.
 *
 * @param known - languages that it reads, ISO 639-1
 */
export function languageNotCovered(known: readonly string[]): Decision {
  languageNames ??= new Intl.DisplayNames(["en"], { type: "language" });
  const names = known.map((each) => languageNames?.of(each) ?? each);
  return {
    outcome: "unjudged",
    reason: "language-not-covered",
    reasons: [`The answer is in another language than those this judge reads: ${names.join(", ")}.`],
  };
}
