import { expect, test } from "vitest";
import { featureNames, hashedBuckets, pairBuckets } from "./feature-names.ts";
import { HashedWords } from "./hashed-words.ts";
import { letterKinds } from "./letter-kind.ts";
import { WordReader } from "./read-words.ts";

const words = new WordReader(letterKinds());
const hashed = new HashedWords();

/** Numbers of the hashed features of a text, in order. */
function featuresOf(text: string): readonly number[] {
  const on = new Int32Array(2_048);
  return [...on.subarray(0, hashed.read(words.read(text), on, 0))].sort((a, b) => a - b);
}

const singles = (text: string) =>
  featuresOf(text).filter((feature) => feature >= featureNames.length + pairBuckets);

test("a word and a pair are on once however often they come", () => {
  expect(featuresOf("no no no no no")).toEqual(featuresOf("no no"));
});

test("a word of the first sentence is another feature than the same word later", () => {
  expect(singles("Maybe.")).toHaveLength(1);
  expect(singles("Maybe. Maybe.")).toHaveLength(2);
});

test("what is quoted is left out", () => {
  expect(featuresOf('Write "never ask again" there')).toEqual(featuresOf("Write there"));
});

test("the order of words tells pairs apart and single words not", () => {
  expect(singles("will you stay")).toEqual(singles("stay you will"));
  expect(featuresOf("will you stay")).not.toEqual(featuresOf("stay you will"));
});

test("a long answer fills no more than its bound, within the hashed features", () => {
  const features = featuresOf(Array.from({ length: 3_000 }, (_, index) => `word${index}`).join(" "));
  expect(features.length).toBeLessThanOrEqual(480);
  expect(Math.min(...features)).toBeGreaterThanOrEqual(featureNames.length);
  expect(Math.max(...features)).toBeLessThan(featureNames.length + hashedBuckets);
});
