import type { DigitGroup } from "./match.ts";

/** What one pass over a text shows: enough to leave out every detector that cannot find anything. */
export interface Survey {
  readonly groups: readonly DigitGroup[];
  /** Whether the text holds each of these characters. */
  readonly hasAt: boolean;
  readonly hasHyphen: boolean;
  readonly hasUnderscore: boolean;
  readonly hasCapitalJ: boolean;
  readonly hasBeyondAscii: boolean;
  readonly colons: number;
}

const digit = 1;
const at = 2;
const hyphen = 4;
const underscore = 8;
const capitalJ = 16;
const colon = 32;
const beyondAscii = 64;

/** What each ASCII character means to the survey; most mean nothing. */
const meanings = new Uint8Array(128);
for (const character of "0123456789") meanings[character.charCodeAt(0)] = digit;
meanings["@".charCodeAt(0)] = at;
meanings["-".charCodeAt(0)] = hyphen;
meanings["_".charCodeAt(0)] = underscore;
meanings["J".charCodeAt(0)] = capitalJ;
meanings[":".charCodeAt(0)] = colon;

/** Reads a text once. */
export function survey(text: string): Survey {
  const groups: DigitGroup[] = [];
  let seen = 0;
  let colons = 0;
  const { length } = text;
  for (let place = 0; place < length; place += 1) {
    const code = text.charCodeAt(place);
    const meaning = code < 128 ? meanings[code] : beyondAscii;
    if (meaning === undefined || meaning === 0) continue;
    seen |= meaning;
    if (meaning === colon) colons += 1;
    if (meaning !== digit) continue;
    const start = place;
    while (place + 1 < length && meanings[text.charCodeAt(place + 1)] === digit) place += 1;
    groups.push({ start, end: place + 1 });
  }
  const has = (meaning: number): boolean => (seen & meaning) !== 0;
  return {
    groups,
    hasAt: has(at),
    hasHyphen: has(hyphen),
    hasUnderscore: has(underscore),
    hasCapitalJ: has(capitalJ),
    hasBeyondAscii: has(beyondAscii),
    colons,
  };
}
