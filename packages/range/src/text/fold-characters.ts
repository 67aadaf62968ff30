/** Ways of disguising text that readings record. */
export const obfuscations = [
  "invisible-characters",
  "bidirectional-controls",
  "lookalike-letters",
  "styled-letters",
  "stacked-marks",
  "spaced-letters",
  "base64",
  "base32",
  "ascii85",
  "hexadecimal",
  "binary",
  "url-escapes",
  "html-entities",
  "unicode-escapes",
  "morse",
  "rotation",
  "mirror-alphabet",
  "reversed",
  "leet",
  "pig-latin",
  "spelled-out",
  "split-payload",
] as const;
export type Obfuscation = (typeof obfuscations)[number];

/** Text as it is understood, with the disguises that had to be taken off. */
export interface Unmasked {
  readonly text: string;
  readonly found: readonly Obfuscation[];
}

/**
 * Letters of other scripts that look like Latin ones, by the Latin letter they pass for.
 * A choice from Unicode's confusables table (UTS #39), limited to what is used for disguise.
 */
const lookalikes: Readonly<Record<string, string>> = {
  a: "аɑαά",
  b: "ЬВвƅβ",
  c: "сϲⅽ",
  d: "ԁɗ",
  e: "еєεҽё",
  f: "ƒϝ",
  g: "ɡԍɢ",
  h: "һнʜ",
  i: "іıɩιїɪ",
  j: "јϳ",
  k: "кκᴋ",
  l: "ӏⅼʟ",
  m: "мᴍ",
  n: "ոпηɴ",
  o: "оοօσᴏ",
  p: "рρᴘ",
  q: "ԛզ",
  r: "гʀ",
  s: "ѕꜱʂ",
  t: "тτᴛ",
  u: "υսцᴜ",
  v: "ѵνᴠ",
  w: "ԝѡωᴡ",
  x: "хχ",
  y: "уүγʏ",
  z: "ᴢʐ",
  A: "АΑᴀ",
  B: "ВΒʙ",
  C: "СϹᴄ",
  D: "ᴅᎠ",
  E: "ЕΕᴇ",
  F: "Ϝꜰ",
  H: "НΗ",
  I: "ІΙ",
  J: "Јᴊ",
  K: "КΚ",
  M: "МΜ",
  N: "Ν",
  O: "ОΟ",
  P: "РΡ",
  S: "Ѕ",
  T: "ТΤ",
  X: "ХΧ",
  Y: "УΥҮ",
  Z: "Ζ",
};

const latinOf = new Map(
  Object.entries(lookalikes).flatMap(([latin, others]) =>
    Array.from(others).map((other) => [other, latin] as const),
  ),
);

/** Characters that show nothing (Unicode, Default_Ignorable_Code_Point). */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** What emoji are honestly made with. */
const emojiJoiner = /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier})\u200D|\uFE0F/gu;
const bidirectional = /\p{Bidi_Control}/gu;
const tagCharacter = /[\u{E0020}-\u{E007E}]/gu;

/** Strips what is not seen, folds styled and look-alike letters to plain ones, and says which of these it met. */
export function foldCharacters(text: string): Unmasked {
  const found: Obfuscation[] = [];
  const step = (name: Obfuscation, before: string, after: string): string => {
    if (before !== after && !found.includes(name)) found.push(name);
    return after;
  };
  // Tag characters spell ASCII that no screen shows, but a model reads.
  const plain = text.replace(emojiJoiner, "");
  const tagged = plain.replace(tagCharacter, (tag) =>
    String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000),
  );
  let folded = step("invisible-characters", plain, tagged);
  folded = step("bidirectional-controls", folded, folded.replace(bidirectional, ""));
  folded = step("invisible-characters", folded, folded.replace(invisible, ""));
  folded = step("styled-letters", folded, plainStyles(folded));
  folded = step("stacked-marks", folded, withoutStackedMarks(folded));
  folded = step("lookalike-letters", folded, foldLookalikes(folded));
  return { text: folded, found };
}

/** Marks on a fifth of all letters, or several on one, spell no language that is read here. */
function withoutStackedMarks(text: string): string {
  const apart = text.normalize("NFD");
  const marks = apart.match(/\p{Mn}/gu)?.length ?? 0;
  const letters = apart.match(/\p{L}/gu)?.length ?? 0;
  // Scripts such as Devanagari are written with marks; only Latin text is judged.
  if (!/\p{Script=Latin}/u.test(text)) return text;
  const cleaned = marks > letters / 5 ? apart.replace(/\p{Mn}/gu, "") : apart.replace(/\p{Mn}{2,}/gu, "");
  return cleaned.normalize("NFC");
}

/** Full-width, bold, script, circled and squared letters, as NFKC folds them, and the squared ones that it leaves. */
function plainStyles(text: string): string {
  const folded = text.replace(
    /[\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu,
    (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      const base = [0x1f1e6, 0x1f170, 0x1f150, 0x1f130].find((start) => code >= start) ?? code;
      return String.fromCharCode(65 + code - base);
    },
  );
  return folded.replace(/[\p{L}\p{N}\p{So}]/gu, (character) =>
    character.codePointAt(0) === character.normalize("NFKC").codePointAt(0)
      ? character
      : character.normalize("NFKC"),
  );
}

/** Only words that mix scripts, or stand among Latin ones, are folded: honest Russian or Greek stays as it is. */
function foldLookalikes(text: string): string {
  const latin = (text.match(/\p{Script=Latin}/gu) ?? []).length;
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const foreign = Array.from(word).filter((letter) => latinOf.has(letter)).length;
    if (foreign === 0) return word;
    const folded = Array.from(word)
      .map((letter) => latinOf.get(letter) ?? letter)
      .join("");
    const whole = /^[\p{Script=Latin}]+$/u.test(folded);
    return whole && (foreign < word.length || latin > foreign) ? folded : word;
  });
}
