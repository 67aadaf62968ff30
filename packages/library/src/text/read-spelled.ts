import { characterOfMorse } from "./morse-code.ts";
import { createNumberReader, digitOfWord } from "./number-words.ts";

/** ICAO spelling alphabet, with the spellings people use. */
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
  }).flatMap(([character, words]) => words.split(" ").map((word): [string, string] => [word, character])),
);
/** Words that people say between the letters. */
const spoken = new Set(
  "dash hyphen minus dot point space underscore capital uppercase lowercase upper lower case then and guion tiret bindestrich trattino hifen mayuscula majuscule maiuscola".split(
    " ",
  ),
);
/** "C as in Charlie", "C wie Caesar": the letter counts, the word only explains it. */
const explained =
  /\b([a-z0-9])[ ,]{0,2}(?:as in|for|like|wie|comme(?: dans)?|como(?: en| em)?|come) [a-z]{2,20}/g;
const numerals = /[零〇一二三四五六七八九]/g;

/**
 * Reads letters and digits that are spelled out in words, e.g. "Charlie November seven foxtrot" as "cn7f" and "double four
 * seventy-one" as "4471".
 *
 * Other words stand as a space, so that runs cannot join over them.
 */
export function readSpelled(folded: string): string {
  if (!mayBeSpelled(folded)) return "";
  const parts: string[] = [];
  const numbers = createNumberReader((figures) => parts.push(figures));
  const words = folded
    .replace(/x-ray/g, "xray")
    .replace(explained, "$1")
    .replace(numerals, " $& ")
    .matchAll(/[a-z]+|\d+|[^a-z0-9\s\p{P}\p{S}]+|[,;:.\n]/gu);
  for (const [word] of words) {
    // "and" joins the parts of one number as well as letters.
    if (word === "and" || numbers.read(word)) continue;
    numbers.end();
    // "Ninety, eight" are two numbers.
    if (/^[,;:.\n]$/.test(word)) continue;
    if (word.length === 1 || word.charCodeAt(0) < 58) parts.push(word);
    else parts.push(spelled.get(word) ?? (spoken.has(word) ? "" : " "));
  }
  numbers.end();
  return parts.join("");
}

/** Words of which a token that is spelled out has at least so many. */
const fewestWords = 3;
const latinWords = [
  ...spelled.keys(),
  ...digitOfWord.keys(),
  "as in",
  "twenty",
  "thirty",
  "forty",
  "fifty",
  "sixty",
  "seventy",
  "eighty",
  "ninety",
];
const anyWord = new RegExp(
  String.raw`\b(?:${latinWords.filter((each) => each.length > 1).join("|")})\b`,
  "g",
);

/** Looks for a few words that stand for a character; other scripts are always read. Most texts have none, and reading them costs more. */
function mayBeSpelled(folded: string): boolean {
  if (/[\u0370-\uffff]/.test(folded)) return true;
  let found = 0;
  for (const _ of folded.matchAll(anyWord)) {
    found += 1;
    if (found === fewestWords) return true;
  }
  return false;
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
