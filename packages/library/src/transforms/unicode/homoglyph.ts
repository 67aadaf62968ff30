import { defineTransform } from "@probity/kit";

/** Letters of other scripts that are drawn like Latin ones in most fonts (UTS 39 confusables). */
const twins: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "а",
    c: "с",
    e: "е",
    i: "і",
    j: "ј",
    o: "о",
    p: "р",
    s: "ѕ",
    x: "х",
    y: "у",
    A: "А",
    B: "В",
    C: "С",
    E: "Е",
    H: "Н",
    I: "І",
    K: "К",
    M: "М",
    O: "О",
    P: "Р",
    S: "Ѕ",
    T: "Т",
    X: "Х",
  }),
);
/** Share of the letters that are swapped: enough to break word matching, few enough to read as typed. */
const share = 0.6;

/** Swaps Latin letters for Cyrillic ones that look the same. */
export const homoglyph = defineTransform({
  id: "unicode.homoglyph",
  version: 1,
  title: "Homoglyphs",
  description:
    "Some letters become letters of another script that look the same, against filters that match words.",
  source: "Boucher et al. 2021, Bad Characters, arXiv:2106.09898",
  rewrite: {
    shape: "text",
    apply: (text, { random }) =>
      text.replace(/[a-zA-Z]/g, (letter) => (random() < share ? (twins.get(letter) ?? letter) : letter)),
  },
});
