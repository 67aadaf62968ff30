import { isKnownWord, knownWords } from "./vocabulary.ts";

/** A text with near misses of known words mended, and how many there were. */
export interface Mended {
  readonly text: string;
  readonly misspelled: number;
}

/** Words of a vocabulary by each string that leaves out one letter: a word within one edit shares such a string. */
export type SpellingIndex = ReadonlyMap<string, readonly string[]>;

/** Builds the index once; looking a word up then costs its length, not the vocabulary's. */
export function makeSpellingIndex(): SpellingIndex {
  const index = new Map<string, string[]>();
  for (const word of knownWords()) {
    if (word.length < 4) continue;
    for (const key of [word, ...withoutOne(word)]) {
      const known = index.get(key);
      if (known) known.push(word);
      else index.set(key, [word]);
    }
  }
  return index;
}

/**
 * Share of slips from which a writer is taken to misspell. Below it an unknown word is more likely rare than wrong,
 * and mending it would change what is said.
 */
const poorSpelling = 0.15;

/** Mends lower-case words of four letters and more that are one edit from a known word and are no known form themselves. */
export function mendSpelling(text: string, index: SpellingIndex): Mended {
  let misspelled = 0;
  const mended = text.replace(/[a-z]{4,}/gu, (word) => {
    if (isKnownWord(word) || isKnownForm(word)) return word;
    const near = nearest(word, index);
    if (near === undefined) return word;
    misspelled += 1;
    return near;
  });
  const words = text.match(/[\p{L}\p{N}']+/gu)?.length ?? 0;
  return misspelled >= 2 && misspelled / words >= poorSpelling
    ? { text: mended, misspelled }
    : { text, misspelled: 0 };
}

const withoutOne = (word: string): string[] =>
  Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));

function isKnownForm(word: string): boolean {
  return ["s", "es", "ed", "d", "ing", "ly", "er", "ers", "ness", "able", "ation", "ment"].some((ending) => {
    if (!word.endsWith(ending)) return false;
    const root = word.slice(0, -ending.length);
    return [root, `${root}e`, root.slice(0, -1), `${root.slice(0, -1)}y`].some(
      (form) => form.length > 1 && isKnownWord(form),
    );
  });
}

function nearest(word: string, index: SpellingIndex): string | undefined {
  const keys = [word, ...withoutOne(word)];
  for (const key of keys) {
    const hit = index.get(key)?.find((known) => isOneEdit(word, known));
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** One letter added, dropped, replaced, or two neighbours swapped; the first letter stays, as in most slips. */
function isOneEdit(a: string, b: string): boolean {
  if (a.charAt(0) !== b.charAt(0) || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return (
    restA.charAt(0) === restB.charAt(1) &&
    restA.charAt(1) === restB.charAt(0) &&
    restA.slice(2) === restB.slice(2)
  );
}
