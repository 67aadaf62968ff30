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

/** Longer decompositions, such as a whole phrase in one Arabic sign, hide no Latin letter and would swell the text. */
const maxDecomposition = 4;

/**
 * Brings look-alikes together: full-width, mathematical and tag characters, homoglyphs, accents and case.
 *
 * Goes character by character, because normalising long runs of marks takes quadratic time and a few signs decompose
 * into eighteen. For comparison only: the result is no longer anybody's language.
 */
export function foldLookAlikes(text: string): string {
  const folded = new Map<string, string>();
  return text.toLowerCase().replace(/[^\u0000-\u007f]/gu, (character) => {
    const known = folded.get(character);
    if (known !== undefined) return known;
    const fold = foldCharacter(character);
    folded.set(character, fold);
    return fold;
  });
}

function foldCharacter(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0xe0020 && point <= 0xe007e) return String.fromCodePoint(point - 0xe0000).toLowerCase();
  if (/\p{Nd}/u.test(character)) return String(digitOf(point));
  const parts = character
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  if (parts.length > maxDecomposition) return character;
  return Array.from(parts, (part) => toLatin.get(part) ?? part).join("");
}

/** Digits of every script stand in rows of ten, zero first (Unicode, section 4.6). */
function digitOf(point: number): number {
  // Mathematical digits stand in five rows on end.
  if (point >= 0x1d7ce && point <= 0x1d7ff) return (point - 0x1d7ce) % 10;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return value;
}

/** Letters and digits alone, so that separators and invisible characters hide nothing. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Folds look-alikes and keeps letters and digits alone. */
export function squeeze(text: string): string {
  return lettersOf(foldLookAlikes(text));
}
