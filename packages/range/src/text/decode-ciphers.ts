import type { Obfuscation, Unmasked } from "./fold-characters.ts";
import { languageScore } from "./reads-as-language.ts";

interface Cipher {
  readonly name: Obfuscation;
  /** Cheap look before decoding. */
  readonly suspects: (text: string) => boolean;
  readonly decode: (text: string) => string;
}

const morseOf: Readonly<Record<string, string>> = {
  ".-": "a",
  "-...": "b",
  "-.-.": "c",
  "-..": "d",
  ".": "e",
  "..-.": "f",
  "--.": "g",
  "....": "h",
  "..": "i",
  ".---": "j",
  "-.-": "k",
  ".-..": "l",
  "--": "m",
  "-.": "n",
  "---": "o",
  ".--.": "p",
  "--.-": "q",
  ".-.": "r",
  "...": "s",
  "-": "t",
  "..-": "u",
  "...-": "v",
  ".--": "w",
  "-..-": "x",
  "-.--": "y",
  "--..": "z",
  "-----": "0",
  ".----": "1",
  "..---": "2",
  "...--": "3",
  "....-": "4",
  ".....": "5",
  "-....": "6",
  "--...": "7",
  "---..": "8",
  "----.": "9",
  ".-.-.-": ".",
  "--..--": ",",
  "..--..": "?",
  ".----.": "'",
  "-.-.--": "!",
  "-..-.": "/",
  "-....-": "-",
  "---...": ":",
  "-.--.": "(",
  "-.--.-": ")",
  ".-...": "&",
  "-.-.-.": ";",
  "-...-": "=",
  ".-.-.": "+",
  "..--.-": "_",
  ".-..-.": '"',
  ".--.-.": "@",
};

const spelledOut: Readonly<Record<string, string>> = Object.fromEntries(
  "alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey x-ray xray yankee zulu"
    .split(" ")
    .map((word) => [word, word.charAt(0)]),
);

const leetOf: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
  "+": "t",
};

/** Shifts letters by `by` places of the alphabet. */
const rotate = (text: string, by: number): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + by) % 26) + base);
  });

function unpig(word: string): string {
  const way = /^([a-z]+)way$/iu.exec(word)?.[1];
  const moved = /^([a-z]*?[aeiouy][a-z]*?)([bcdfghjklmnpqrstvwxyz]{1,3}|qu)ay$/iu.exec(word);
  if (moved) {
    const rest = moved[1] ?? "";
    const onset = moved[2] ?? "";
    const options = Array.from(onset)
      .map((_, at) => onset.slice(at) + rest + onset.slice(0, at))
      .map((w) => w.toLowerCase());
    const best = [...options, ...(way ? [way.toLowerCase()] : [])].sort(
      (a, b) => languageScore(b) - languageScore(a),
    )[0];
    if (best) return best;
  }
  return way ?? word;
}

/** `1` passes for `i` and for `l`; the reading that is a word wins. */
function unleet(text: string): string {
  return text.replace(/[\p{L}\d@$!|+]+/gu, (word) => {
    if (!/[\d@$|+!]/u.test(word) || (/^[\d!+$]+$/u.test(word) && !/^[14]$/u.test(word))) return word;
    const plain = Array.from(word)
      .map((character) => leetOf[character] ?? character)
      .join("");
    const other = Array.from(word)
      .map((character) => (character === "1" || character === "!" ? "l" : (leetOf[character] ?? character)))
      .join("");
    return languageScore(other) > languageScore(plain) ? other : plain;
  });
}

const ciphers: readonly Cipher[] = [
  {
    name: "morse",
    suspects: (text) => (text.match(/[.\-\u2022\u2013\u2014\u00B7]{1,6}(?=[\s/|]|$)/gu) ?? []).length >= 6,
    decode: (text) =>
      text.replace(/[.\-\u2022\u2013\u2014\u00B7]+(?:[\s/|]+[.\-\u2022\u2013\u2014\u00B7]+){3,}/gu, (run) =>
        run
          .replaceAll(/[\u2022\u00B7]/gu, ".")
          .replaceAll(/[\u2013\u2014]/gu, "-")
          .split(/\s*[/|]\s*|\s{2,}/u)
          .map((word) =>
            word
              .trim()
              .split(/\s+/u)
              .map((code) => morseOf[code] ?? "")
              .join(""),
          )
          .join(" "),
      ),
  },
  {
    name: "spelled-out",
    suspects: (text) =>
      (text.toLowerCase().match(/[a-z-]+/gu) ?? []).filter((word) => word in spelledOut).length >= 6,
    decode: (text) =>
      text.replace(/[a-z-]+(?:[ ,]+[a-z-]+)*/giu, (run) => {
        const spoken = run.toLowerCase().split(/[ ,]+/u);
        return spoken.every((word) => word in spelledOut)
          ? spoken.map((word) => spelledOut[word]).join("")
          : run;
      }),
  },
  {
    name: "spaced-letters",
    suspects: (text) => /(?:\b[\p{L}\d][\s.\-_*|]+){5,}/u.test(text),
    decode: (text) =>
      text.replace(
        /(?:(?<![\p{L}\d])[\p{L}\d](?:[^\S\n]{1,4}|[.\-_*|])+){4,}[\p{L}\d](?![\p{L}\d])/gu,
        (run) => {
          const gap = /[\p{L}\d]([^\S\n]+|[.\-_*|]+)[\p{L}\d]/u.exec(run)?.[1] ?? " ";
          return run
            .split(/[^\S\n]{2,}/u)
            .map((word) =>
              word
                .split(gap)
                .join("")
                .replaceAll(/[.\-_*|]/gu, ""),
            )
            .join(" ");
        },
      ),
  },
  { name: "leet", suspects: (text) => /[\p{L}][\d@$!|+]+[\p{L}]/u.test(text), decode: unleet },
  { name: "reversed", suspects: () => true, decode: (text) => Array.from(text).reverse().join("") },
  {
    name: "reversed",
    suspects: () => true,
    decode: (text) => text.replace(/[\p{L}\d']+/gu, (word) => Array.from(word).reverse().join("")),
  },
  { name: "rotation", suspects: () => true, decode: (text) => rotate(text, 13) },
  ...Array.from({ length: 25 }, (_, at): Cipher => ({
    name: "rotation",
    suspects: () => true,
    decode: (text) => rotate(text, at + 1),
  })),
  {
    name: "mirror-alphabet",
    suspects: () => true,
    decode: (text) =>
      text.replace(/[a-z]/giu, (letter) =>
        String.fromCharCode((letter <= "Z" ? 155 : 219) - letter.charCodeAt(0)),
      ),
  },
  {
    name: "pig-latin",
    suspects: (text) => (text.match(/[a-z]ay\b/giu) ?? []).length >= 3,
    decode: (text) => text.replace(/[a-z]+/giu, unpig),
  },
];

/** By how much a decoding must read better before it is believed. */
const margin = 0.25;

/**
 * Undoes ciphers on the parts of a text that read as no language: whole lines, what follows a colon, quoted parts.
 *
 * Each part is tried with every cipher and keeps the reading that is most like language, if it is clearly better.
 */
export function decodeCiphers(text: string): Unmasked {
  const found = new Set<Obfuscation>();
  const whole = solve(text);
  if (whole.name !== undefined) return { text: whole.text, found: [whole.name] };
  const parts = text.split(/(\n+|(?<=[:>])\s+|["“”`«»]+|(?<=[.?!])\s+(?=\p{L}))/u);
  const plain = parts.map((part) => {
    if (part.trim().length < 6) return part;
    const solved = solve(part);
    if (solved.name !== undefined) found.add(solved.name);
    return solved.text;
  });
  return { text: plain.join(""), found: [...found] };
}

function solve(text: string): { text: string; name?: Obfuscation } {
  const before = languageScore(text);
  if (before >= 0.75) return { text };
  let best: { text: string; name?: Obfuscation; score: number } = { text, score: before + margin };
  for (const cipher of ciphers) {
    if (!cipher.suspects(text)) continue;
    const decoded = cipher.decode(text);
    const score = languageScore(decoded);
    if (score > best.score) best = { text: decoded, name: cipher.name, score };
  }
  return best.name === undefined ? { text } : { text: best.text, name: best.name };
}
