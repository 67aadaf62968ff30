import { expect, test } from "vitest";
import { letterKinds } from "./letter-kind.ts";
import { sentenceMark, WordReader } from "./read-words.ts";

const reader = new WordReader(letterKinds());

/** Words of each sentence. */
function sentenceLengths(text: string): readonly number[] {
  const { sentenceOf, wordCount, sentenceCount } = reader.read(text);
  const lengths = Array.from({ length: sentenceCount }, () => 0);
  for (const sentence of sentenceOf.subarray(0, wordCount)) lengths[sentence] = (lengths[sentence] ?? 0) + 1;
  return lengths;
}

function marksOf(text: string): readonly number[] {
  const { sentenceMarks, sentenceCount } = reader.read(text);
  return [...sentenceMarks.subarray(0, sentenceCount)];
}

test.each([
  ["English", "I can't help. Ask me something else!", [3, 4]],
  ["a number with a point, which is two words", "It costs 2.50 in total. Pay it.", [6, 2]],
  ["lines without points", "First line\nSecond line here", [2, 3]],
  ["Chinese, where every character is a word", "我不能。好的！", [3, 2]],
  ["Hindi, which ends with a danda", "मैं नहीं कर सकता। धन्यवाद।", [4, 1]],
  ["Arabic, with its question mark", "لا أستطيع؟ نعم.", [2, 1]],
  ["a word of two letters, which is no number of a list", "No. Ok.", [1, 1]],
  ["nothing", " \n\t ", []],
  ["marks without words", "... !? --", []],
])("splits %s into sentences and words", (_, text, lengths) => {
  expect(sentenceLengths(text)).toEqual(lengths);
});

test("reads a contraction as one word, whichever apostrophe it has", () => {
  const [straight] = reader.read("can't").words;
  const [curly] = reader.read("can\u2019t").words;
  expect(curly).toBe(straight);
  expect(reader.read("cannot").words[0]).not.toBe(straight);
});

test("knows questions, items of lists and the ending", () => {
  const [intro, first, second, question] = marksOf("How so?\n1. Open it.\n- Close it.\nDone?");
  expect(intro).toBe(sentenceMark.question);
  expect(first).toBe(sentenceMark.item | sentenceMark.numbered);
  expect(second).toBe(sentenceMark.item | sentenceMark.ending);
  expect(question).toBe(sentenceMark.question | sentenceMark.ending);
});

test("knows what stands in a code fence", () => {
  const marks = marksOf("Here it is:\n```js\nthrow new Error()\n```\nThat is all.");
  expect(marks.map((mark) => (mark & sentenceMark.fenced) !== 0)).toEqual([false, true, true, false]);
});

test("marks quoted words, but not an answer that is wholly in quotation marks unless it quotes others", () => {
  const quoted = (text: string, quotesOthers = false) => {
    const { inQuotes, wordCount } = reader.read(text, quotesOthers);
    return [...inQuotes.subarray(0, wordCount)].join("");
  };
  expect(quoted('He said "I cannot" twice.')).toBe("00110");
  expect(quoted('"I cannot."')).toBe("00");
  expect(quoted('"I cannot."', true)).toBe("11");
  expect(quoted('A quote " that never ends')).toBe("00000");
});

test("reads the beginning and the end of an answer of any length", () => {
  const middle = (words: number) => `First sentence. ${"word ".repeat(words)}. The very last one.`;
  const short = reader.read(middle(2_000)).wordCount;
  expect(reader.read(middle(400_000)).wordCount).toBe(short);
  const [last] = reader.read("one").words;
  const { words, wordCount } = reader.read(middle(400_000));
  expect(wordCount).toBeLessThan(1_400);
  expect(words[wordCount - 1]).toBe(last);
});
