/** Scripts of the languages whose refusals are known. */
const coveredLetter =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}]/gu;
/** Latin letters with and without accents, spaces, and the marks of writing and money of the same languages. */
const onlyLatin = /^[\u0000-\u024f\u2010-\u203a\u20a0-\u20bf]*$/;

/**
 * True when at least half of the letters are in scripts whose refusals `readStance` knows.
 *
 * Goes by script, so a Latin-script language without phrases of its own still counts as covered.
 */
export function isCovered(text: string): boolean {
  const start = text.slice(0, 4_000);
  if (onlyLatin.test(start)) return true;
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const known = start.match(coveredLetter)?.length ?? 0;
  return known * 2 >= letters;
}
