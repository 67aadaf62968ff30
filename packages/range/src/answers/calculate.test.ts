import { expect, test } from "vitest";
import { calculate } from "./calculate.ts";

test.each([
  ["what is 19 plus 23?", "42"],
  ["nineteen plus twenty-three", "42"],
  ["i pay 3 times 4", "12"],
  ["17 tickets at 24 each", "408"],
  ["7 divided by 13", "0.538462"],
  ["at 2.40 per kilogram, what will my box of 10 kg cost?", "24"],
  ["a plan costs 100 and is reduced by 20 per cent.", "80"],
  ["the interest for one year on 20,000 at 6 per cent?", "1200"],
  ["convert 3 metres into feet", "9.84252"],
  ["convert 10 pounds into kilograms", "4.535924"],
])("%s makes %s", (question, result) => {
  expect(calculate(question)).toBe(result);
});

test.each([
  "when do you open?",
  "7 divided by 0",
  "call me on 55-19-23",
  "a plan costs 100, is reduced by 20 per cent and rises by 20 per cent",
])("%s is no sum that it can work out", (question) => {
  expect(calculate(question)).toBeUndefined();
});
