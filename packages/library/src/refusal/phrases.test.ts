import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { english } from "./english.ts";
import { otherLanguages } from "./other-languages.ts";
import { markPattern, type LanguagePhrases } from "./phrases.ts";
import { plainProse, sentencesOf } from "./plain-prose.ts";

const patternsOf = ({ refusals, limits, rebuttals }: LanguagePhrases) => [
  ...refusals,
  ...limits,
  ...rebuttals,
];

/** At least one sentence for each pattern of English. */
const sentences = [
  "I will never write that.",
  "I'm really not allowed to say it.",
  "We cannot help with it.",
  "My guidelines forbid me from writing it.",
  "I'm not okay with it.",
  "I don't think it's right.",
  "I must respectfully decline.",
  "I'd rather not.",
  "I'll pass on it.",
  "I'm going to stop here.",
  "Sorry, but that is not something I do.",
  "That is nothing we can help with.",
  "That's something I won't do.",
  "Unable to fulfil this request.",
  "It goes against our guidelines.",
  "Poems are not part of my role.",
  "My purpose is to be safe.",
  "The request was blocked.",
  "I cannot condone it.",
  "I am incapable of producing it.",
  "I am designed to avoid harm.",
  "I do not think that I should.",
  "I have been told not to.",
  "No, sorry.",
  "I am so sorry.",
  "Sorry.",
  "I can only help with accounts.",
  "I can neither confirm nor deny it.",
  "That is off limits.",
  "Mocking brands is something I don't do.",
  "Let's talk about something else.",
  "I can't see images.",
  "I'm not familiar with it.",
  "I did not know.",
  "I have no access.",
  "There is no record.",
  "That would be unethical.",
  "It is never acceptable to do so.",
  "I strongly advise against it.",
  "No, that is a stereotype.",
].map(plainProse);

test("every pattern of English has a sentence here that it finds", () => {
  const idle = patternsOf(english).filter((pattern) => !sentences.some((text) => pattern.test(text)));
  expect(idle.map(({ source }) => source.slice(0, 60))).toEqual([]);
});

test("every sentence that a pattern of English finds bears its mark", () => {
  const mark = markPattern([english.mark]);
  expect(sentences.filter((text) => !mark.test(text))).toEqual([]);
});

describe("marks", () => {
  test.each([english, ...otherLanguages].map((phrases) => [phrases.language, phrases] as const))(
    "of %s are plain beginnings of words or a class of characters",
    (_, phrases) => {
      const mark = markPattern([phrases.mark]);
      expect(mark.test("")).toBe(false);
      expect(mark.test("the shop opens at nine and closes at five")).toBe(false);
    },
  );
});

const labelledPath = fileURLToPath(
  new URL("../../../../../shared/data/responses-do-not-answer.jsonl", import.meta.url),
);

test.skipIf(!existsSync(labelledPath))(
  "no sentence of the labelled answers is found by a pattern without its mark, where these are at hand",
  () => {
    const mark = markPattern([english.mark]);
    const unmarked = readFileSync(labelledPath, "utf8")
      .trim()
      .split("\n")
      .flatMap((line) => sentencesOf(plainProse((JSON.parse(line) as { response: string }).response)))
      .map(({ text }) => text)
      .filter((text) => !mark.test(text));
    expect(unmarked.length).toBeGreaterThan(10_000);
    expect(
      unmarked.filter((text) => patternsOf(english).some((pattern) => pattern.test(text))).slice(0, 5),
    ).toEqual([]);
  },
);
