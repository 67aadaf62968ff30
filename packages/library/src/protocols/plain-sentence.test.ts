import fc from "fast-check";
import { expect, test } from "vitest";
import { plainSentence } from "./plain-sentence.ts";

/** Any UTF-16 unit, halves of surrogate pairs among them. */
const anyUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));

test("whatever comes in, the sentence is one bounded line without control or invisible characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyUnit, maxLength: 3000 }), (text) => {
      const plain = plainSentence(text);
      expect(plain.length).toBeLessThanOrEqual(500);
      expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u);
      expect(plain.isWellFormed()).toBe(true);
    }),
  );
});

test("terminal codes, bidirectional marks and line breaks go; the words stay", () => {
  expect(plainSentence("\u001b[31mbad\u001b[0m\r\n\tkey \u202Eevil\u2066 \u200Bx")).toBe(
    "[31mbad [0m key evil x",
  );
});

test("secrets are not quoted, however often they stand there", () => {
  expect(plainSentence("key sk-12345 and sk-12345 is wrong", ["sk-12345", ""])).toBe(
    "key [secret] and [secret] is wrong",
  );
});

test("a secret does not show through because the text was cut first", () => {
  const secret = "k".repeat(40);
  const plain = plainSentence(`${"x".repeat(480)}${secret}`, [secret]);
  expect(plain).not.toContain("k");
});

test("long text ends in an ellipsis and never in half a character", () => {
  const plain = plainSentence(`${"x".repeat(498)}😀😀`);
  expect(plain).toBe(`${"x".repeat(498)}…`);
});
