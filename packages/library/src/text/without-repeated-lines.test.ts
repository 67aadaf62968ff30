import { expect, test } from "vitest";
import { withoutRepeatedLines } from "./without-repeated-lines.ts";

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
