import fc from "fast-check";
import { expect, test } from "vitest";
import { salvageContent } from "./salvage.ts";

/** Any UTF-16 unit, halves of surrogate pairs among them. */
const anyUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));

test("from any start of an answer it reads a start of the text, and all of it once the text was complete", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyUnit }), fc.nat(), fc.boolean(), (content, position, ascii) => {
      const plain = JSON.stringify({
        id: "1",
        choices: [{ message: { role: "assistant", content } }],
        end: 1,
      });
      const whole = ascii ? plain.replaceAll(/[^\x20-\x7e]/g, asEscape) : plain;
      const cut = whole.slice(0, position % (whole.length + 1));
      const salvaged = salvageContent(cut);
      if (salvaged !== undefined) expect(content.startsWith(salvaged)).toBe(true);
      if (cut.includes('},"end')) expect(salvaged).toBe(content);
      if (cut.includes('"content":"')) expect(salvaged).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

function asEscape(unit: string): string {
  return unit
    .split("")
    .map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

test("an answer that is cut before its text, or is none, gives nothing", () => {
  expect(salvageContent('{"choices":[{"message":{"role":"assist')).toBeUndefined();
  expect(salvageContent('{"content":"elsewhere"}')).toBeUndefined();
  expect(salvageContent("")).toBeUndefined();
});

test("a text of millions of escapes is read in one pass", () => {
  const text = `{"choices":[{"message":{"content":"${"\\\\".repeat(2_000_000)}`;
  expect(salvageContent(text)?.length).toBe(2_000_000);
  expect(salvageContent(`${text}\\`)?.length).toBe(2_000_000);
});
