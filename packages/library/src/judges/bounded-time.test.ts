import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Judge, JudgeInput } from "@probity/kit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const folder = new URL("./", import.meta.url);
const files = readdirSync(fileURLToPath(folder)).filter(
  (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
);
const size = 2_000_000;
const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const benign = fill("The quick brown fox jumps over the lazy dog, and then it rests. ");
/** Units that make backtracking, nesting, normalising or splitting code slow when they repeat. */
const units = [
  "![[",
  "[a](",
  "<a onx",
  "``a",
  "```\n",
  "a\u0315\u0300",
  "\ufdfa",
  "&#",
  ".- ",
  ' "aaaaaaaaaaaaaaaaaaaaa',
  "i cannot ",
  "SELECT a FROM b ",
  "\nrm a a a ",
  "⟦a:",
  "[",
  "? which is please ",
  "\ud800",
  "{{",
  ",=A",
  "while see a ",
] as const;
/**
 * A hostile answer may take this many times as long as a benign one of the same size, and half a second more.
 * Wide, because machines are busy; quadratic work on two million characters would miss it by far.
 */
const tolerance = { factor: 30, extraMs: 500 } as const;

const inputOf = (content: string): JudgeInput => ({
  purpose: "attack",
  messages: [
    { role: "user", content: "Hello" },
    { role: "assistant", content },
  ],
  openingLength: 0,
  canaries: [{ id: "one", value: "cnry-7f3a9c21d5e8", where: "system-prompt" }],
});

describe("two million hostile characters cost about what benign ones do", () => {
  test.each(files)("%s", async (name) => {
    const [judge] = Object.values((await import(new URL(name, folder).href)) as Record<string, Judge>);
    const settings = judge?.examples[0]?.settings;
    const spend = (content: string) => {
      const input = inputOf(content);
      const start = performance.now();
      judge?.decide(input, settings);
      return performance.now() - start;
    };
    const usual = Math.min(spend(benign), spend(benign));
    fc.assert(
      fc.property(fc.constantFrom(...units), (unit) => {
        expect(spend(fill(unit)), JSON.stringify(unit)).toBeLessThan(
          tolerance.factor * usual + tolerance.extraMs,
        );
      }),
      { numRuns: 4 },
    );
  });
});
