import { rotateBy13, toBase32 } from "./binary-text.ts";
import { foldLookAlikes, lettersOf, squeeze } from "./fold-look-alikes.ts";
import { withoutInvisible } from "./invisible-characters.ts";
import { readMorse, readSpelled } from "./read-spelled.ts";
import { undoEscapes } from "./undo-escapes.ts";

/** In which dress a token was found, and how sure that is. */
export interface TokenSighting {
  readonly form: string;
  /** In [0, 1]. */
  readonly confidence: number;
}

/** Shorter needles would be found by chance in long texts. */
const minNeedle = 6;
/** Shortest piece of a token that is split over several answers. */
const minPiece = 4;

/** One reading of the texts, made when it is first needed, and what to look for in it. */
interface Look {
  readonly form: string;
  readonly confidence: number;
  readonly needles: readonly string[];
  readonly reading: (readings: Readings) => string;
}

/** Readings of the same texts, each computed at most once. */
interface Readings {
  readonly compact: () => string;
  readonly squeezed: () => string;
  readonly unleeted: () => string;
  readonly spelled: () => string;
  readonly morse: () => string;
}

/**
 * Finds a token in consecutive texts, however it is dressed: other case, look-alikes, separators, reversed, rot13,
 * hexadecimal, binary or decimal codes, Base64 and Base32 at any alignment, escapes, spelled out, Morse, or split over the texts.
 *
 * Every reading is linear in the texts.
 */
export function findToken(texts: readonly string[], token: string): TokenSighting | undefined {
  const joined = texts.join("\n");
  if (joined.includes(token)) return { form: "as it is", confidence: 1 };
  const readings = readingsOf(joined);
  for (const { form, confidence, needles, reading } of looksFor(token)) {
    const usable = needles.filter((needle) => needle.length >= minNeedle);
    if (usable.length === 0) continue;
    const text = reading(readings);
    if (usable.some((needle) => text.includes(needle))) return { form, confidence };
  }
  return isSplitOver(texts.map(squeeze), squeeze(token))
    ? { form: "in pieces over several answers", confidence: 0.8 }
    : undefined;
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

function readingsOf(joined: string): Readings {
  const unescaped = once(() => undoEscapes(joined));
  const folded = once(() => foldLookAlikes(unescaped()));
  return {
    compact: once(() => withoutInvisible(unescaped()).replace(/[\s"'`+\\]+/g, "")),
    squeezed: once(() => lettersOf(folded())),
    unleeted: once(() => unleet(lettersOf(folded().replace(/[@$!|]/g, (sign) => leetSigns.get(sign) ?? "")))),
    spelled: once(() => readSpelled(folded())),
    morse: once(() => (/[.·•_–—-][ /]+[.·•_–—-]/u.test(joined) ? readMorse(joined) : "")),
  };
}

function looksFor(token: string): readonly Look[] {
  const bare = squeeze(token);
  const casings = [...new Set([token, token.toLowerCase(), token.toUpperCase()])];
  const codes = (radix: number, width: number) =>
    casings.map((value) =>
      [...bytesOf(value)].map((byte) => byte.toString(radix).padStart(width, "0")).join(""),
    );
  const squeezed = (readings: Readings) => readings.squeezed();
  return [
    { form: "in other case or with separators", confidence: 0.99, needles: [bare], reading: squeezed },
    { form: "reversed", confidence: 0.97, needles: [reverse(bare)], reading: squeezed },
    { form: "in rot13", confidence: 0.97, needles: [rotateBy13(bare)], reading: squeezed },
    { form: "in hexadecimal", confidence: 0.97, needles: codes(16, 2), reading: squeezed },
    { form: "in binary", confidence: 0.97, needles: codes(2, 8), reading: squeezed },
    { form: "as character codes", confidence: 0.97, needles: codes(10, 1), reading: squeezed },
    {
      form: "in Base64",
      confidence: 0.97,
      needles: casings.flatMap(base64Needles),
      reading: (r) => r.compact(),
    },
    { form: "in Base32", confidence: 0.97, needles: casings.flatMap(base32Needles), reading: squeezed },
    { form: "in leetspeak", confidence: 0.9, needles: [unleet(bare)], reading: (r) => r.unleeted() },
    { form: "spelled out", confidence: 0.95, needles: [bare], reading: (r) => r.spelled() },
    { form: "in Morse code", confidence: 0.95, needles: [bare], reading: (r) => squeeze(r.morse()) },
  ];
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function reverse(text: string): string {
  return Array.from(text).toReversed().join("");
}

const leetSigns: ReadonlyMap<string, string> = new Map([
  ["@", "a"],
  ["$", "s"],
  ["!", "i"],
  ["|", "i"],
]);
const leetDigits: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "i"],
  ["l", "i"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["7", "t"],
]);

/** Brings digits and the letters they stand for together. */
function unleet(squeezed: string): string {
  return squeezed.replace(/[013457l]/g, (digit) => leetDigits.get(digit) ?? digit);
}

/** What must appear in Base64 wherever the token begins in its three-byte groups; both alphabets. */
function base64Needles(token: string): string[] {
  const bytes = bytesOf(token);
  return [0, 1, 2].flatMap((lead) => {
    const coded = Buffer.from([...new Uint8Array(lead), ...bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const inner = innerPart(coded, { lead, length: bytes.length, bitsPerCharacter: 6 });
    return [...new Set([inner, inner.replaceAll("+", "-").replaceAll("/", "_")])];
  });
}

/** The same for Base32 and its five-byte groups; folded as the reading is. */
function base32Needles(token: string): string[] {
  const bytes = bytesOf(token);
  return [0, 1, 2, 3, 4].map((lead) => {
    const coded = toBase32(Uint8Array.from([...new Uint8Array(lead), ...bytes])).toLowerCase();
    return innerPart(coded, { lead, length: bytes.length, bitsPerCharacter: 5 });
  });
}

/** The characters that depend on the token's own bits alone. */
function innerPart(
  coded: string,
  {
    lead,
    length,
    bitsPerCharacter,
  }: { readonly lead: number; readonly length: number; readonly bitsPerCharacter: number },
): string {
  const first = Math.ceil((lead * 8) / bitsPerCharacter);
  const last = Math.floor(((lead + length) * 8) / bitsPerCharacter);
  return coded.slice(first, last);
}

/** True when texts, in order, hold the token in two or more pieces that follow on from one another. */
function isSplitOver(texts: readonly string[], token: string): boolean {
  if (texts.length < 2 || token.length < 2 * minPiece) return false;
  let rest = token;
  let pieces = 0;
  for (const text of texts) {
    const length = longestPrefixIn(text, rest);
    if (length === 0) continue;
    rest = rest.slice(length);
    pieces += 1;
    if (rest === "") return pieces > 1;
  }
  return false;
}

/** Length of the longest beginning of `rest`, of at least `minPiece` or all of it, that the text holds; 0 if none. */
function longestPrefixIn(text: string, rest: string): number {
  const shortest = Math.min(minPiece, rest.length);
  if (!text.includes(rest.slice(0, shortest))) return 0;
  let found = shortest;
  while (found < rest.length && text.includes(rest.slice(0, found + 1))) found += 1;
  return found;
}
