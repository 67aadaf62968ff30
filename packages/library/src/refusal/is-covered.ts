/** Scripts of the languages whose refusals are known. */
const coveredLetter =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}]/gu;

/**
 * True when at least half of the letters are in scripts whose refusals `readStance` knows.
 *
 * Goes by script, so a Latin-script language without phrases of its own still counts as covered.
 */
export function isCovered(text: string): boolean {
  const start = text.slice(0, 4_000);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const known = start.match(coveredLetter)?.length ?? 0;
  return known * 2 >= letters;
}
