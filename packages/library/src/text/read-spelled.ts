import { characterOfMorse } from "./morse-code.ts";

/** ICAO spelling alphabet, with the spellings people use, and digits in words. */
const spelled: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "alfa alpha",
    b: "bravo",
    c: "charlie",
    d: "delta",
    e: "echo",
    f: "foxtrot",
    g: "golf",
    h: "hotel",
    i: "india",
    j: "juliett juliet",
    k: "kilo",
    l: "lima",
    m: "mike",
    n: "november",
    o: "oscar",
    p: "papa",
    q: "quebec",
    r: "romeo",
    s: "sierra",
    t: "tango",
    u: "uniform",
    v: "victor",
    w: "whiskey whisky",
    x: "xray",
    y: "yankee",
    z: "zulu",
    "0": "zero nought",
    "1": "one",
    "2": "two",
    "3": "three tree",
    "4": "four fower",
    "5": "five fife",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine niner",
  }).flatMap(([character, words]) => words.split(" ").map((word): [string, string] => [word, character])),
);
/** Words that people say between the letters. */
const spoken = new Set(
  "dash hyphen minus dot point space underscore capital uppercase lowercase upper lower case then and".split(
    " ",
  ),
);

/**
 * Reads letters and digits that are spelled out in words, e.g. "Charlie November seven foxtrot" as "cn7f".
 *
 * Other words stand as a space, so that runs cannot join over them.
 */
export function readSpelled(folded: string): string {
  return folded.replace(/x-ray/g, "xray").replace(/[a-z]+|[^a-z0-9]+/g, (token) => {
    if (!/^[a-z]/.test(token)) return "";
    if (token.length === 1) return token;
    return spelled.get(token) ?? (spoken.has(token) ? "" : " ");
  });
}

/** Reads Morse code written with dots and dashes in any of their shapes. Other text stands as a space. */
export function readMorse(text: string): string {
  return text
    .replace(/[·•․‧∙]/gu, ".")
    .replace(/[–—−‐‑_]/gu, "-")
    .replace(/[^.\-\s/|]+/gu, " x ")
    .split(/[\s/|]+/)
    .map((token) => (token === "" ? "" : (characterOfMorse.get(token) ?? " ")))
    .join("");
}
