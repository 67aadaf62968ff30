/** Character codes by class. The tables cover ASCII; everything beyond has its own test. */
const classes = new Uint8Array(128);
const digit = 1;
const letter = 2;
const hex = 4;
const emailLocal = 8;
const tokenPart = 16;
const numberSeparator = 32;

function mark(characters: string, bit: number): void {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    classes[code] = (classes[code] ?? 0) | bit;
  }
}
const digits = "0123456789";
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
mark(digits, digit | hex | emailLocal | tokenPart);
mark(letters, letter | emailLocal | tokenPart);
mark("ABCDEFabcdef", hex);
mark("!#$%&'*+/=?^_`{|}~.-", emailLocal);
mark("_-", tokenPart);
mark(" .-()/", numberSeparator);

const has = (code: number, bits: number): boolean => code < 128 && ((classes[code] ?? 0) & bits) !== 0;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => has(code, letter);
export const isHex = (code: number): boolean => has(code, hex);
/** May stand before the @ of an address; letters of any script count. */
export const isEmailLocal = (code: number): boolean => has(code, emailLocal) || code >= 0xc0;
/** Letters, digits, underscore and hyphen: what prefixed tokens are made of. */
export const isTokenPart = (code: number): boolean => has(code, tokenPart);
/** ASCII letter, digit or underscore. */
export const isWord = (code: number): boolean => has(code, digit | letter) || code === 95;
/** Stands between the groups of one number: space, no-break spaces, dot, hyphens, brackets, slash. */
export const isNumberSeparator = (code: number): boolean =>
  has(code, numberSeparator) || code === 0xa0 || code === 0x202f || code === 0x2011 || code === 0x2013;

/** The code at a place; 0, which belongs to no class, outside the text. */
export const codeAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? text.charCodeAt(at) : 0;

/** Whether no word goes on across this place's left neighbour. */
export const isFreeBefore = (text: string, at: number): boolean => !isWord(codeAt(text, at - 1));
/** Whether no word goes on at this place. */
export const isFreeAfter = (text: string, at: number): boolean => !isWord(codeAt(text, at));

/** The end of the longest run of such characters from a place. */
export function runEnd(text: string, from: number, belongs: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && belongs(text.charCodeAt(at))) at += 1;
  return at;
}
