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

/** What a judge of English phrases says about an answer in another language. */
export const languageNotCovered: Decision = {
  outcome: "unjudged",
  reason: "language-not-covered",
  reasons: ["The answer is not in English, and this judge reads English only."],
};
