import { codeAt, isFreeBefore } from "./characters.ts";
import { before, matchAt, type DigitGroup, type Match } from "./match.ts";

const word = "\\p{Lu}[\\p{L}'’-]{0,24}";
const longTypes = "Street|Road|Avenue|Lane|Drive|Boulevard|Terrace|Crescent|Highway|Parkway";
/** Words that mean much else too; they count where the line, clause or address goes on or ends. */
const shortTypes =
  "St|Rd|Ave|Ln|Dr|Blvd|Ct|Pl|Pkwy|Hwy|Ter|Court|Place|Square|Close|Way|Row|Walk|Mews|Gardens|Circle|Trail|Grove";
const roman =
  "[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Ii]mpasse|[Qq]uai|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]alle|[Rr]ua";
const unit = "(?:,?\\s{1,2}(?:Apt|Apartment|Suite|Unit|Flat|Floor)\\.? ?\\w{1,6}\\b)?";
const town = `(?:,?\\s{1,2}${word}(?: ${word}){0,2},?\\s{1,2}[A-Z]{2},?\\s{1,2}\\d{5}(?:-\\d{4})?\\b)?`;

/** 12 Elm Street, 12B High St., 12 rue de la Paix; with unit, town, state and code where they follow. */
const numberFirst = new RegExp(
  `\\d{1,5}[A-Za-z]?,? (?:(?:${word} ){1,4}?(?:(?:${longTypes})\\b|(?:${shortTypes})(?:\\.|(?=\\s*(?:[,;\\n]|$| (?:Apt|Suite|Unit|Flat)))))|(?:${roman}) (?:(?:de|du|des|la|le|les|del|della|dei|da|do) ){0,2}${word}(?: ${word}){0,2})${unit}${town}`,
  "uy",
);

/** Street words of languages that put the number last, as the end of the word before it. */
const numberLast =
  /(?:stra(?:ß|ss)e|str\.|gasse|platz|allee|straat|laan|gracht|gatan|vägen|gade|vej|katu|utca) $/iu;
const numberLastName = new RegExp(`(?:${word} ){0,2}[\\p{L}.-]{3,30} $`, "u");

const postBox = /(?:P\.? ?O\.? ?|(?:PSC|Unit) \d{3,5},? )Box $/;
const militaryEnd = /\d{1,6}(?:,?\s{1,2}(?:APO|FPO|DPO),? A[AEP] \d{5}\b)?/y;

/** Last letters of the words above, and of "Box": a cheap look before a costly one. */
const lastLetters = "e.ztnjuyx";

/** A space and a capital, or a street word of a Romance language, after the house number. */
const goesOn = /[A-Za-z]?,? (?:\p{Lu}|rue|ave|bou|che|imp|qua|via|pia|cal|rua)/uy;
const mayGoOn = (text: string, end: number): boolean =>
  text.charCodeAt(end) < 123 && matchAt(goesOn, text, end) !== null;

/** A postal street address with its house number, or a post box, at a digit group. */
export function streetAddressAt(text: string, { start, end }: DigitGroup): Match | undefined {
  if (end - start > 6 || !isFreeBefore(text, start)) return undefined;
  const found = mayGoOn(text, end) ? matchAt(numberFirst, text, start)?.[0] : undefined;
  if (found !== undefined) return address(text, start, start + found.length);
  const isAfterWord = codeAt(text, start - 1) === 32 && lastLetters.includes(text.charAt(start - 2));
  if (!isAfterWord) return undefined;
  const context = before(text, start, 12);
  if (numberLast.test(context)) {
    const name = numberLastName.exec(before(text, start, 64))?.[0] ?? "";
    return address(text, start - name.length, end);
  }
  if (!context.endsWith("Box ")) return undefined;
  const opening = postBox.exec(before(text, start, 24))?.[0];
  const tail = matchAt(militaryEnd, text, start)?.[0];
  return opening === undefined || tail === undefined
    ? undefined
    : address(text, start - opening.length, start + tail.length);
}

const address = (text: string, start: number, end: number): Match => ({
  start,
  end,
  kind: "street-address",
  value: text
    .slice(start, end)
    .toLowerCase()
    .replace(/[\s,.]+/gu, " "),
});
