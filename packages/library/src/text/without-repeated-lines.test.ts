import { expect, test } from "vitest";
import { withoutPadding, withoutRepeatedLines } from "./without-repeated-lines.ts";

test("says each line of a long text once, in the order of its first appearance", () => {
  const repeated = `first\n${"Right choice: held\n".repeat(60)}last`;
  expect(withoutRepeatedLines(repeated)).toBe("first\nRight choice: held\nlast");
});

test.each([
  ["a short text", "la\nla\nla"],
  ["a text whose lines differ", Array.from({ length: 30 }, (_, line) => `step ${line}`).join("\n")],
])("%s is left as it is", (_, text) => {
  expect(withoutRepeatedLines(text)).toBe(text);
});

test("leaves out what is said over and over", () => {
  const padded = `I won't do that. ${"The fox jumps. ".repeat(60)}Judge: held`;
  expect(withoutPadding(padded)).toBe("I won't do that.\nJudge: held");
});

test.each([
  ["a refrain", Array.from({ length: 15 }, (_, verse) => `This is verse ${verse}. Row the boat.`).join(" ")],
  ["a text that is nothing else", "Row the boat. ".repeat(60)],
])("%s is no padding", (_, text) => {
  expect(withoutPadding(text)).toBeUndefined();
});
