import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileTexts } from "../sample-trials.fixture.ts";
import { inertText } from "./inert-text.ts";
import { inspectText, type TextSegment } from "./inspect-text.ts";

const show = (text: string) =>
  inspectText(text)
    .segments.map((segment) => (segment.kind === "plain" ? segment.text : `[${segment.label}]`))
    .join("");

describe("inspecting text", () => {
  test.each([
    ["terminal sequences", "\u001b[31mred\u001b[0m", "[ESC[31m]red[ESC[0m]"],
    ["terminal links", "\u001b]8;;http://x\u0007y", "[ESC]8;;http://x·]y"],
    ["a lone escape", "a\u001bz", "a[ESC]z"],
    ["bells and nulls, repeated", "\u0000\u0007\u0007\u0007!", "[NUL][BEL×3]!"],
    ["C1 controls", "\u009b31m", "[U+009B]31m"],
    ["direction overrides", "invoice\u202egnp.exe", "invoice[RLO]gnp.exe"],
    ["zero-width characters", "a\u200b\u200b\u200bb\u00adc\ufeff", "a[ZWSP×3]b[SHY]c[BOM]"],
    ["joiners outside emoji", "a\u200db", "a[ZWJ]b"],
    ["a message in tag characters", "x\u{e0068}\u{e0069}", "x[hidden text “hi”]"],
    ["bytes in variation selectors", "x\u{e0101}\u{e0102}\ufe01", "x[VS×3]"],
    ["stacked accents", `e${"\u0301".repeat(30)}`, `e${"\u0301".repeat(4)}[accents×26]`],
    ["half a surrogate pair", "a\ud83d!", "a[U+D83D]!"],
    ["carriage returns that overwrite", "safe\revil", "safe[CR]evil"],
    ["line and paragraph separators", "a\u2028b\u2029", "a[LSEP]b[PSEP]"],
    ["the Hangul filler", "\u3164", "[HF]"],
  ])("makes %s visible", (_name, text, shown) => {
    expect(show(text)).toBe(shown);
  });

  test.each([
    "plain text, tabs\tand\nlines",
    "café – naïve “quotes” ’",
    "👩‍💻 🏳️‍🌈 👍🏽 1️⃣ ❤️ 👨‍👩‍👧",
    hostileTexts.arabic,
    "नमस्ते 日本語 한국어 ไทย",
  ])("leaves %s alone", (text) => {
    expect(show(text)).toBe(text);
  });

  test("folds Windows line ends", () => {
    expect(show("a\r\nb")).toBe("a\nb");
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.constantFrom(...Object.values(hostileTexts), "x", "\u200d", "\ud800", "\r", "👩", "\u0301"), {
      maxLength: 8,
    })
    .map((parts) => parts.join("")),
);

const dangerous =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\p{Cs}]|[\u{E0000}-\u{E01EF}]/u;

describe("whatever the text", () => {
  test("the segments cover it without gap or overlap", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { segments, end } = inspectText(text);
        expect(end).toBe(text.length);
        expect(gaps(segments, 0, text.length)).toEqual([]);
      }),
    );
  });

  test("what is left as plain text can neither hide nor act", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const segment of inspectText(text).segments) {
          expect(segment.kind === "plain" ? segment.text : segment.label).not.toMatch(dangerous);
        }
      }),
    );
  });

  test("a limit on weight is kept, and the end says how far it was read", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 300 }), (text, maxWeight) => {
        const { segments, end } = inspectText(text, { maxWeight });
        const weight = segments.reduce(
          (sum, segment) => sum + (segment.kind === "plain" ? segment.text.length : 80),
          0,
        );
        expect(weight).toBeLessThanOrEqual(maxWeight);
        expect(gaps(segments, 0, end)).toEqual([]);
      }),
    );
  });

  test("a stretch in the middle keeps the offsets of the whole", () => {
    const text = "abc\u202edef\u202eghi";
    const { segments } = inspectText(text, { start: 3, end: 7 });
    expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual(["\u202e", "def"]);
  });

  test("an inert string says how long the text was when it is cut", () => {
    expect(inertText("a".repeat(5000))).toMatch(/^a{4000} … \(5000 characters in all\)$/);
    expect(inertText("a\u202eb")).toBe("a‹RLO›b");
  });
});

function gaps(segments: readonly TextSegment[], from: number, until: number): readonly number[] {
  const edges = [from, ...segments.map(({ end }) => end)];
  const starts = [...segments.map(({ start }) => start), until];
  return edges.filter((edge, index) => edge !== starts[index]);
}
