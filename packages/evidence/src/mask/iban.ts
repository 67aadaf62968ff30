import { codeAt, isFreeAfter, isFreeBefore, isLetter, isWord } from "./characters.ts";
import type { Match } from "./match.ts";

/** Length of an IBAN by country: SWIFT, IBAN registry, release 99. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HN: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
};

/** An IBAN whose country letters stand right before the digit at `digitAt`, checked by length and mod 97. */
export function ibanAt(text: string, digitAt: number): Match | undefined {
  const start = digitAt - 2;
  if (!isLetter(codeAt(text, start)) || !isLetter(codeAt(text, start + 1)) || !isFreeBefore(text, start)) {
    return undefined;
  }
  const length = lengths[text.slice(start, digitAt).toUpperCase()];
  if (length === undefined) return undefined;
  let value = "";
  let at = start;
  while (value.length < length && at < text.length) {
    const code = text.charCodeAt(at);
    if (isWord(code)) value += text.charAt(at);
    else if (!isGap(code) || !isWord(codeAt(text, at + 1))) break;
    at += 1;
  }
  if (value.length < length || !isFreeAfter(text, at)) return undefined;
  const compact = value.toUpperCase();
  return passesMod97(compact) ? { start, end: at, kind: "iban", value: compact } : undefined;
}

const isGap = (code: number): boolean => code === 32 || code === 45 || code === 0xa0 || code === 0x202f;

/** ISO 13616: with the first four characters moved to the end and letters as 10 to 35, the rest mod 97 is 1. */
function passesMod97(iban: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]+$/.test(iban)) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const number = Number.parseInt(character, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}
