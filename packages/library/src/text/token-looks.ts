import { rotateBy13, toBase32 } from "./binary-text.ts";
import { squeeze } from "./fold-look-alikes.ts";
import { stepsOf, unleet, type TokenReadings } from "./token-readings.ts";

/** One way in which a token may be dressed: what to look for, and in which reading of the text. */
export interface TokenLook {
  readonly form: string;
  /** In [0, 1]. */
  readonly confidence: number;
  readonly needles: readonly string[];
  readonly reading: (readings: TokenReadings) => string;
}

/** Shorter needles would be found by chance in long texts. */
export const minNeedle = 6;

/** Every dress in which a token is looked for, cheapest first. Made once for a token. */
export function looksFor(token: string): readonly TokenLook[] {
  const bare = squeeze(token);
  const casings = [...new Set([token, token.toLowerCase(), token.toUpperCase()])];
  const codes = (radix: number, width: number) =>
    casings.map((value) =>
      [...bytesOf(value)].map((byte) => byte.toString(radix).padStart(width, "0")).join(""),
    );
  const squeezed = (readings: TokenReadings) => readings.squeezed();
  const spelled = (readings: TokenReadings) => readings.spelled();
  const both = [bare, reverse(bare)];
  const looks: TokenLook[] = [
    { form: "in other case or with separators", confidence: 0.99, needles: [bare], reading: squeezed },
    { form: "reversed", confidence: 0.97, needles: [reverse(bare)], reading: squeezed },
    {
      form: "in rot13 or another Caesar shift",
      confidence: 0.97,
      needles: [stepsOf(bare), stepsOf(reverse(bare))].map((steps) => steps.replace(/^[^A-Z]*[A-Z]/, "")),
      reading: (r) => r.steps(),
    },
    { form: "in Atbash", confidence: 0.97, needles: [mirrored(bare)], reading: squeezed },
    { form: "in hexadecimal", confidence: 0.97, needles: codes(16, 2), reading: squeezed },
    {
      form: "in hexadecimal",
      confidence: 0.97,
      needles: codes(16, 2),
      reading: (r) => r.squeezed().replaceAll("0x", ""),
    },
    { form: "in binary", confidence: 0.97, needles: codes(2, 8), reading: squeezed },
    { form: "in octal", confidence: 0.97, needles: codes(8, 3), reading: squeezed },
    { form: "as character codes", confidence: 0.97, needles: codes(10, 1), reading: squeezed },
    {
      form: "in Base64",
      confidence: 0.97,
      needles: casings.flatMap(base64Needles),
      reading: (r) => r.compact(),
    },
    { form: "in Base32", confidence: 0.97, needles: casings.flatMap(base32Needles), reading: squeezed },
    { form: "in leetspeak", confidence: 0.9, needles: both.map(unleet), reading: (r) => r.unleeted() },
    { form: "spelled out", confidence: 0.95, needles: both, reading: spelled },
    { form: "in Morse code", confidence: 0.95, needles: both, reading: (r) => r.morse() },
    {
      form: "under two layers of encoding",
      confidence: 0.95,
      needles: [...both, rotateBy13(bare), ...codes(16, 2)],
      reading: (r) => r.decodedSqueezed(),
    },
    {
      form: "in Base64 twice",
      confidence: 0.95,
      needles: casings.flatMap(base64Needles),
      reading: (r) => r.decoded(),
    },
  ];
  return looks
    .map((look) => ({ ...look, needles: look.needles.filter(({ length }) => length >= minNeedle) }))
    .filter(({ needles }) => needles.length > 0);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function reverse(text: string): string {
  return Array.from(text).toReversed().join("");
}

/** A for z, b for y, and so on. */
function mirrored(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(219 - letter.charCodeAt(0)));
}

/** What must appear in Base64 wherever the token begins in its three-byte groups; both alphabets. */
function base64Needles(token: string): string[] {
  const bytes = bytesOf(token);
  return [0, 1, 2].flatMap((lead) => {
    const coded = Buffer.from([...new Uint8Array(lead), ...bytes])
      .toString("base64")
      .replace(/={1,2}$/, "");
    const inner = innerPart(coded, { lead, length: bytes.length, bitsPerCharacter: 6 });
    // The reading has no plus signs, because they join strings in code.
    const plain = inner.replaceAll("+", "");
    return [...new Set([plain, inner.replaceAll("+", "-").replaceAll("/", "_")])];
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
