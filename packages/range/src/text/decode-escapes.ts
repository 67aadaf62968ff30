import { decodeAscii85 } from "./decode-ascii85.ts";
import type { Obfuscation, Unmasked } from "./fold-characters.ts";
import { languageScore, readsAsLanguage } from "./reads-as-language.ts";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

interface Escape {
  readonly name: Obfuscation;
  /** A run long enough that it is disguise, not an odd character. */
  readonly run: RegExp;
  readonly decode: (run: string) => string | undefined;
}

function entityOf(name: string): string | undefined {
  if (!name.startsWith("#")) return entities[name.toLowerCase()];
  const code = /^#x/iu.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const bytesOf = (numbers: readonly number[]): string | undefined => {
  if (numbers.length === 0 || numbers.some((byte) => Number.isNaN(byte) || byte > 255)) return undefined;
  const text = Buffer.from(numbers).toString("utf8");
  return text.includes("\uFFFD") ? undefined : text;
};

function decodeBase32(run: string): string | undefined {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(run.replace(/=+$/u, ""))
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return bytesOf((bits.match(/.{8}/gu) ?? []).map((byte) => parseInt(byte, 2)));
}

const escapes: readonly Escape[] = [
  {
    name: "html-entities",
    run: /(?:[^\n]{0,3}&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});){2,}[^\n]{0,2}/giu,
    decode: (run) =>
      run.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/giu, (all, name: string) => entityOf(name) ?? all),
  },
  {
    name: "unicode-escapes",
    run: /(?:\\u\{?[0-9a-f]{2,6}\}?\s?|\\x[0-9a-f]{2}\s?|U\+[0-9a-f]{4,6}\s?){3,}/giu,
    decode: (run) =>
      run.replace(/(?:\\u\{?|\\x|U\+)([0-9a-f]{2,6})\}?\s?/giu, (all, hex: string) =>
        parseInt(hex, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(hex, 16)) : all,
      ),
  },
  {
    name: "url-escapes",
    run: /[^\s"'<>]*(?:%[0-9a-f]{2}[^\s"'<>%]*){2,}/giu,
    decode: (run) =>
      run.replace(
        /(?:%[0-9a-f]{2})+/giu,
        (part) => bytesOf((part.match(/[0-9a-f]{2}/giu) ?? []).map((h) => parseInt(h, 16))) ?? part,
      ),
  },
  {
    name: "binary",
    run: /(?:[01]{8}[\s,]*){4,}/gu,
    decode: (run) => bytesOf((run.match(/[01]{8}/gu) ?? []).map((byte) => parseInt(byte, 2))),
  },
  {
    name: "hexadecimal",
    run: /(?:(?:0x)?[0-9a-f]{2}[\s,:]*){8,}/giu,
    decode: (run) =>
      bytesOf((run.replaceAll(/0x/giu, "").match(/[0-9a-f]{2}/giu) ?? []).map((byte) => parseInt(byte, 16))),
  },
  {
    name: "base32",
    run: /\b[A-Z2-7]{24,}={0,6}/gu,
    decode: decodeBase32,
  },
  {
    name: "ascii85",
    run: /(?:<~)?[!-u]{20,}(?:~>)?/gu,
    decode: decodeAscii85,
  },
  {
    name: "base64",
    run: /[A-Za-z0-9+/_-]{12,}(?:\s?[A-Za-z0-9+/_-]{20,})*={0,2}/gu,
    decode: (run) => bytesOf([...Buffer.from(run.replaceAll(/\s/gu, ""), "base64")]),
  },
];

/** Decodes the parts of a text that are escaped or encoded byte by byte, where what comes out reads as language. */
export function decodeEscapes(text: string): Unmasked {
  const found = new Set<Obfuscation>();
  let plain = text;
  for (const escape of escapes) {
    plain = plain.replace(escape.run, (run) => {
      const decoded = escape.decode(run);
      if (decoded === undefined || decoded === run || !isBetter(run, decoded)) return run;
      found.add(escape.name);
      return decoded;
    });
  }
  return { text: plain, found: [...found] };
}

/** Escapes of markup keep their meaning for a reader although markup is not prose, so printable text is enough there. */
function isBetter(before: string, after: string): boolean {
  if (/[\u0000-\u0008\u000E-\u001F]/u.test(after)) return false;
  const markup = /<\/?[a-z][^>]*>/iu.test(after) && !/<\/?[a-z][^>]*>/iu.test(before);
  return (
    markup ||
    (readsAsLanguage(after) && languageScore(after) > languageScore(before)) ||
    nestedCode(before, after)
  );
}

/** A long run that decodes to another long run: encodings stacked on one another. */
function nestedCode(before: string, after: string): boolean {
  return (
    before.length >= 24 && /^[A-Za-z0-9+/=_%&#;\s.\\-]{16,}$/u.test(after) && after.length < before.length
  );
}
