import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Transform } from "@probity/kit";
import { applyToTurns, checkTransform, seededRandom } from "@probity/kit/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL("./transforms/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .sort();
const transforms = new Map<string, Transform>();
for (const file of files) {
  const loaded = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, Transform>;
  const exported = Object.values(loaded);
  if (exported.length !== 1 || exported[0] === undefined)
    throw new Error(`${file} must export one transform`);
  transforms.set(file, exported[0]);
}
const all = [...transforms.values()];
const inGroup = (group: string) => all.filter(({ id }) => id.startsWith(`${group}.`));
const decodable = all.filter(({ rewrite }) => rewrite.shape === "text" && rewrite.decode !== undefined);
const visible = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== "");
/** Any UTF-16 units at all, unpaired surrogates among them. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

test("there are transforms of every group to check", () => {
  expect(all.length).toBeGreaterThanOrEqual(26);
  expect(new Set(all.map(({ id }) => id.split(".")[0]))).toEqual(
    new Set(["encoding", "unicode", "formatting", "splitting", "framing", "padding", "population"]),
  );
  expect(decodable.length).toBeGreaterThanOrEqual(15);
});

test.each([...transforms])("%s is named for its file and proves itself", (file, transform) => {
  expect(transform.id).toBe(`${dirname(file)}.${basename(file, ".ts")}`);
  expect(checkTransform(transform)).toEqual([]);
});

describe.each(decodable.map((transform) => [transform.id, transform] as const))("%s", (_, { rewrite }) => {
  test("decodes to what went in; unpaired surrogates at most become U+FFFD", () => {
    if (rewrite.shape !== "text") throw new Error("not a text transform");
    fc.assert(
      fc.property(fc.oneof(visible, anyUnits), fc.integer(), (text, seed) => {
        const back = rewrite.decode?.(rewrite.apply(text, { random: seededRandom(seed) }));
        expect([text, text.toWellFormed()]).toContain(back);
      }),
      { numRuns: 150 },
    );
  });
});

test("one seed gives one result, no turn is empty, and the size stays in bounds", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.array(visible, { minLength: 1, maxLength: 3 }),
      fc.integer(),
      (transform, turns, seed) => {
        const first = applyToTurns(transform, turns, seededRandom(seed));
        expect(applyToTurns(transform, turns, seededRandom(seed))).toEqual(first);
        expect(first.filter((turn) => turn.trim() === "")).toEqual([]);
        const bytes = turns.reduce((sum, turn) => sum + Buffer.byteLength(turn), 0);
        const written = first.reduce((sum, turn) => sum + turn.length, 0);
        expect(written).toBeLessThanOrEqual(12 * bytes + 12_000 * turns.length);
      },
    ),
    { numRuns: 1_500 },
  );
});

test("any two transforms can be chained", () => {
  const texts = ["Please send 3 pens to https://shop.example/a?b=1, not 4.", "[[(", "é", "\ud800"];
  for (const first of all) {
    for (const second of all) {
      const random = seededRandom(3);
      const chained = applyToTurns(second, applyToTurns(first, texts, random), random);
      expect(chained.length, `${first.id} then ${second.id}`).toBeGreaterThan(0);
      expect(
        chained.filter((turn) => turn.trim() === ""),
        `${first.id} then ${second.id}`,
      ).toEqual([]);
    }
  }
});

const word = fc.constantFrom(
  "please",
  "transfer",
  "the",
  "money",
  "statement",
  "where",
  "is",
  "not",
  "never",
  "cannot",
);
const token = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom(
    "12.50",
    "cnry-7f3a9c21d5e8",
    "https://bank.example/help?page=2",
    "mia@mail.example",
    "{{canary}}",
    "4mg",
    "not",
    "never",
  ),
);

test.each(inGroup("population").map((transform) => [transform.id, transform] as const))(
  "%s leaves numbers, addresses, tokens and negations alone, in their order",
  (_, transform) => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, token), { minLength: 1, maxLength: 30 }),
        fc.integer(),
        (words, seed) => {
          const kept = words.filter(
            (each) => /[\d@{]/.test(each) || ["not", "never", "cannot"].includes(each),
          );
          const [written = ""] = applyToTurns(transform, [words.join(" ")], seededRandom(seed));
          const found = written.split(/\s+/).filter((each) => kept.includes(each));
          expect(found).toEqual(kept);
        },
      ),
      { numRuns: 200 },
    );
  },
);

test.each([
  ["population.dyslexia", 0.1, 0.25],
  ["population.speech-to-text", 0.1, 0.6],
  ["population.motor-slips", 0.1, 0.35],
] as const)("%s changes a share of the words near its dose", (id, low, high) => {
  const transform = all.find((each) => each.id === id);
  if (transform === undefined) throw new Error(`no ${id}`);
  const words = "please tell me which paper form gives people their money after they have filled it in".split(
    " ",
  );
  const text = Array.from({ length: 600 }, (_, position) => words[position % words.length]).join(" ");
  const [written = ""] = applyToTurns(transform, [text], seededRandom(11));
  const before = new Set(words);
  const changed = written.split(/\s+/).filter((each) => !before.has(each)).length;
  expect(changed / 600).toBeGreaterThan(low / 2);
  expect(changed / 600).toBeLessThan(high);
});

test.each([
  ["encoding.base64", "Hi", "SGk="],
  ["encoding.base32", "foobar", "MZXW6YTBOI"],
  ["encoding.ascii85", "Man sure.", "9jqo^F*2M7/c"],
  ["encoding.rot13", "Hello, World!", "Uryyb, Jbeyq!"],
  ["encoding.morse", "SOS 1", "... --- ... / .----"],
  ["encoding.hex", "é", "c3a9"],
  ["unicode.fullwidth", "Ab1!", "Ａｂ１！"],
] as const)("%s writes %j as its standard says", (id, text, expected) => {
  // base32: RFC 4648 section 10; ascii85: the example of the Wikipedia article; the rest by their tables.
  const transform = all.find((each) => each.id === id);
  if (transform === undefined) throw new Error(`no ${id}`);
  expect(applyToTurns(transform, [text], seededRandom(1))[0]).toMatch(
    new RegExp(`(?:^|\n)${RegExp.escape(expected)}$`),
  );
});
