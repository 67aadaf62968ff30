import { isKnownWord } from "./vocabulary.ts";

/** Share below which text is taken for cipher text. English here scores 0.6 and up, random letters below 0.15. */
const threshold = 0.4;

/**
 * Share of a text's words that are known English words, weighted by their length so that chance hits on
 * one- and two-letter words count little.
 *
 * @returns a number in [0, 1]; 0 for text without words
 */
export function languageScore(text: string): number {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  let known = 0;
  let all = 0;
  for (const word of words.slice(0, 400)) {
    all += word.length;
    if (isKnownWord(word) || isKnownWord(stem(word))) known += word.length;
  }
  return all === 0 ? 0 : known / all;
}

/** Whether a text reads as language rather than as cipher text. */
export function readsAsLanguage(text: string): boolean {
  return languageScore(text) >= threshold;
}

function stem(word: string): string {
  return word.replace(/('s|s|ed|ing|ly)$/u, "");
}
