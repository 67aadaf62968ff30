import { foldLookAlikes, lettersOf } from "./fold-look-alikes.ts";
import { withoutInvisible } from "./invisible-characters.ts";
import { readMorse, readSpelled } from "./read-spelled.ts";
import { undoEscapes } from "./undo-escapes.ts";

/** Readings of the same texts, each computed at most once, when it is first asked for. All are linear in the texts. */
export interface TokenReadings {
  readonly plain: string;
  /** Escapes undone, white space, quotes and joins taken out: what encodings of bytes are made of. */
  readonly compact: () => string;
  /** Letters and digits, look-alikes and case folded. */
  readonly squeezed: () => string;
  /** The same with signs and digits as the letters they stand for. */
  readonly unleeted: () => string;
  readonly spelled: () => string;
  readonly morse: () => string;
  /** Each letter as its distance from the one before it, so that a Caesar shift changes nothing. */
  readonly steps: () => string;
  /** Short texts made of parts of the whole: list items, first letters, last words, every second character. */
  readonly picked: () => readonly { readonly form: string; readonly text: string }[];
  /** What Base64 and hexadecimal runs in the text decode to. */
  readonly decoded: () => string;
  readonly decodedSqueezed: () => string;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Prepares the readings of a text. */
export function readingsOf(plain: string): TokenReadings {
  const unescaped = once(() => undoEscapes(plain));
  const folded = once(() => foldLookAlikes(unescaped()));
  const compact = once(() => withoutInvisible(unescaped()).replace(/[\s"'`+\\]+/g, ""));
  const squeezed = once(() => lettersOf(folded()));
  const decoded = once(() => decodedIn(unescaped()));
  return {
    plain,
    compact,
    squeezed,
    unleeted: once(() => unleet(lettersOf(folded().replace(/[@$!|]/g, (sign) => leetSigns.get(sign) ?? "")))),
    spelled: once(() => spelledIn(folded(), unescaped())),
    morse: once(() => (/[.·•_–—-][ /]+[.·•_–—-]/u.test(plain) ? lettersOf(readMorse(plain)) : "")),
    steps: once(() => stepsOf(squeezed())),
    picked: once(() => pickedFrom(folded(), squeezed())),
    decoded,
    decodedSqueezed: once(() => lettersOf(decoded().toLowerCase())),
  };
}

function spelledIn(folded: string, unescaped: string): string {
  const latin = readSpelled(folded);
  // Folding takes letters of other scripts apart, and their words with them.
  return /[\u0370-\uffff]/.test(unescaped)
    ? `${latin} ${readSpelled(unescaped.toLowerCase().normalize("NFC"))}`
    : latin;
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
export function unleet(squeezed: string): string {
  return squeezed.replace(/[013457l]/g, (digit) => leetDigits.get(digit) ?? digit);
}

/**
 * Writes each Latin letter as its distance from the letter before it, modulo 26, and keeps everything else. Two texts that differ by a
 * Caesar shift have the same steps but for their first letter.
 */
export function stepsOf(squeezed: string): string {
  let before = 0;
  return squeezed.replace(/[a-z]/g, (letter) => {
    const place = letter.charCodeAt(0) - 97;
    const step = (place - before + 26) % 26;
    before = place;
    return String.fromCharCode(65 + step);
  });
}

const listMark = /^[ \t]*(?:\(?\d{1,4}[.):]|[-*•·+])[ \t]+/gm;
function pickedFrom(
  folded: string,
  squeezed: string,
): readonly { readonly form: string; readonly text: string }[] {
  const unlisted = folded.replace(listMark, "");
  const inLines = endsOf(folded);
  return [
    { form: "as items of a list", text: lettersOf(unlisted) },
    { form: "at the ends of lines", text: inLines.lastWords },
    { form: "in the first letters of lines", text: endsOf(unlisted).firstLetters },
    { form: "in the first letters of words", text: inLines.wordInitials },
    { form: "between other letters", text: strided(squeezed, 2) },
    { form: "between other letters", text: strided(squeezed, 3) },
  ];
}

/** The first letter of each line and of each word, and the last word of each line, all in one pass over the characters. */
function endsOf(folded: string) {
  const firstLetters: string[] = [];
  const wordInitials: string[] = [];
  let lastWords = "";
  let last = { start: -1, end: -1 };
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    if (isWordCode(code)) {
      const end = wordEnd(folded, at);
      if (last.start < 0) firstLetters.push(folded.charAt(at));
      wordInitials.push(folded.charAt(at));
      last = { start: at, end };
      at = end - 1;
    } else if (code === lineFeed && last.start >= 0) {
      lastWords += folded.slice(last.start, last.end);
      last = { start: -1, end: -1 };
    }
  }
  if (last.start >= 0) lastWords += folded.slice(last.start, last.end);
  return { firstLetters: firstLetters.join(""), wordInitials: wordInitials.join(""), lastWords };
}

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end += 1;
  return end;
}

const lineFeed = 10;

/** Digits and small letters of ASCII, and everything from À on, which is letters for the most part. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code >= 0xc0;
}

/** Every n-th character, from each beginning; a space stands between. */
function strided(text: string, stride: number): string {
  const units = new Uint16Array(text.length + stride);
  let to = 0;
  for (let start = 0; start < stride; start += 1) {
    for (let at = start; at < text.length; at += stride) units[to++] = text.charCodeAt(at);
    units[to++] = 32;
  }
  return Buffer.from(units.buffer).toString("utf16le");
}

/** Runs this long can hold a token of six characters. */
const byteRun = /[A-Za-z0-9+/_-]{12,}={0,2}/g;
const hexRun = /(?:0x)?[0-9a-f]{2}(?:(?:0x|[\s,;:])*[0-9a-f]{2}){5,}/gi;

/** One layer of Base64 or hexadecimal taken off every run that could hold a token. */
function decodedIn(text: string): string {
  const parts: string[] = [];
  for (const [run] of text.matchAll(byteRun)) {
    // A word before the run may have joined it, so each of the four beginnings is tried.
    for (const lead of [0, 1, 2, 3]) parts.push(Buffer.from(run.slice(lead), "base64").toString("latin1"));
  }
  for (const [run] of text.matchAll(hexRun))
    parts.push(Buffer.from(run.replace(/0x|[^0-9a-f]/gi, ""), "hex").toString("latin1"));
  return parts.join(" ");
}
