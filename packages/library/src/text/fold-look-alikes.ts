/**
 * Letters of other scripts that look like Latin ones, and letters that compatibility normalisation leaves alone.
 *
 * The pairs are those of Unicode's confusables (UTS 39) that writers of attacks use: Cyrillic, Greek, Armenian,
 * Cherokee, Latin extensions, small capitals.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  a: "аαɑаᴀ",
  b: "ЬвʙƄᏏ",
  c: "сϲᴄⅽᏟ",
  d: "ԁᴅժⅾᏧ",
  e: "еєεᴇҽℯ",
  f: "ғꜰϝſẝ",
  g: "ɡɢցԍᏀ",
  h: "һнʜհᏂ",
  i: "іιɩɪıⅰӏᎥ",
  j: "јϳᴊյ",
  k: "кκᴋⲕᏦ",
  l: "ⅼʟᏞ",
  m: "мᴍⅿϻ",
  n: "ոռɴηпи",
  o: "оοσօᴏ",
  p: "рρᴘᏢ",
  q: "ԛզգ",
  r: "гʀᴦᏒ",
  s: "ѕꜱսႽ",
  t: "тτᴛᎢ",
  u: "υսᴜцʋ",
  v: "ѵνᴠⅴᏙ",
  w: "ԝѡωᴡᏔ",
  x: "хχⅹ",
  y: "уүγʏყ",
  z: "ᴢʐᏃ",
};

const toLatin: ReadonlyMap<string, string> = new Map(
  Object.entries(lookAlikes).flatMap(([latin, others]) =>
    Array.from(others).flatMap((other): [string, string][] => [
      [other, latin],
      [other.toLowerCase(), latin],
    ]),
  ),
);

/**
 * Brings look-alikes together: full-width, mathematical and tag characters, homoglyphs, accents and case.
 *
 * Marks are taken out before normalising, because ordering long runs of them takes quadratic time.
 * For comparison only: the result is no longer anybody's language.
 */
export function foldLookAlikes(text: string): string {
  return text
    .replace(/[\u{e0020}-\u{e007e}]/gu, (tag) =>
      String.fromCodePoint((tag.codePointAt(0) ?? 0xe0020) - 0xe0000),
    )
    .replace(/\p{M}+/gu, "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\u0000-\u007f]/gu, (letter) => toLatin.get(letter) ?? letter);
}

/** Folds look-alikes and keeps letters and digits alone, so that separators and invisible characters hide nothing. */
export function squeeze(text: string): string {
  return foldLookAlikes(text).replace(/[^\p{L}\p{N}]+/gu, "");
}
