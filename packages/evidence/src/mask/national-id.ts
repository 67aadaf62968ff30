import { codeAt, isFreeAfter, isFreeBefore, isLetter } from "./characters.ts";
import { before, matchAt, type DigitGroup, type GroupMatch, type Match, type MaskKind } from "./match.ts";
import { passesLuhn } from "./payment-card.ts";

/** A number that a state gives to a person, in a form that can be told from other numbers. */
interface IdForm {
  /** Digits in the first group, for forms that begin with digits. */
  readonly first?: readonly number[];
  /** Sticky; starts at the form's first digit, or `lead` characters before it. */
  readonly form: RegExp;
  readonly lead: number;
  readonly kind: MaskKind;
  /** Checks the value, given without spaces, dots and hyphens and in upper case. */
  readonly isValid: (value: string) => boolean;
}

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0);

const isDay = (month: string, day: string): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;

/** US SSN: no area 000, 666 or 9xx, no group 00, no serial 0000 (SSA, since 2011). */
const isSsn = (value: string): boolean => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(value);

/** Spanish DNI and NIE: the letter is the number mod 23 (Real Decreto 1553/2005). */
function isSpanish(value: string): boolean {
  const number = Number(value.slice(0, -1).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter))));
  return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23) === value.at(-1);
}

/** French NIR: 13 digits and 97 less their remainder mod 97; Corsican departments are written 2A and 2B. */
function isFrench(value: string): boolean {
  const number = BigInt(value.slice(0, 13).replace("2A", "19").replace("2B", "18"));
  return 97n - (number % 97n) === BigInt(value.slice(13));
}

const oddItalian = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
/** Italian codice fiscale: check letter by the table of the decree of 23 December 1976. */
function isItalian(value: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const character = value.charAt(index);
    const place = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    sum += index % 2 === 0 ? (oddItalian[place] ?? 0) : place;
  }
  return String.fromCharCode(65 + (sum % 26)) === value.at(15);
}

/** Brazilian CPF: two check digits mod 11; all digits equal is not issued. */
function isBrazilian(value: string): boolean {
  const check = (length: number): number => {
    const weights = Array.from({ length }, (_, index) => length + 1 - index);
    return ((weighted(value, weights) * 10) % 11) % 10;
  };
  return !/^(\d)\1+$/.test(value) && check(9) === Number(value[9]) && check(10) === Number(value[10]);
}

/** Polish PESEL: weights 1 3 7 9, and a date whose month carries the century. */
function isPolish(value: string): boolean {
  const sum = weighted(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
  const month = String(Number(value.slice(2, 4)) % 20);
  return (10 - (sum % 10)) % 10 === Number(value[10]) && isDay(month, value.slice(4, 6));
}

/** Finnish henkilötunnus: the number mod 31 gives the last character. */
const isFinnish = (value: string): boolean =>
  isDay(value.slice(2, 4), value.slice(0, 2)) &&
  "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Number(value.slice(0, 6) + value.slice(-4, -1)) % 31) ===
    value.at(-1);

/** Swedish personnummer: a date and four digits, the last ten by Luhn. */
const isSwedish = (value: string): boolean => {
  const ten = value.slice(-10);
  return isDay(ten.slice(2, 4), ten.slice(4, 6)) && passesLuhn(ten);
};

/** Belgian national number: 97 less the first nine digits mod 97, with a 2 before them for births since 2000. */
const isBelgian = (value: string): boolean =>
  ["", "2"].some((century) => 97 - (Number(century + value.slice(0, 9)) % 97) === Number(value.slice(9)));

const verhoeffProduct = [
  "0123456789",
  "1234067895",
  "2340178956",
  "3401289567",
  "4012395678",
  "5987604321",
  "6598710432",
  "7659821043",
  "8765932104",
  "9876543210",
];
const verhoeffShift = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
];
/** Indian Aadhaar: check digit by Verhoeff 1969. */
function isIndian(value: string): boolean {
  let check = 0;
  for (let place = 0; place < value.length; place += 1) {
    const shifted = Number(verhoeffShift[place % 8]?.charAt(Number(value.at(-1 - place))));
    check = Number(verhoeffProduct[check]?.charAt(shifted));
  }
  return check === 0;
}

const always = (): boolean => true;

const forms: readonly IdForm[] = [
  { first: [3], form: /\d{3}-\d{2}-\d{4}/y, lead: 0, kind: "us-ssn", isValid: isSsn },
  { first: [8], form: /\d{8}-?[A-Z]/iy, lead: 0, kind: "national-id", isValid: isSpanish },
  {
    first: [1, 5, 7, 10, 13, 15],
    form: /[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}/iy,
    lead: 0,
    kind: "national-id",
    isValid: isFrench,
  },
  { first: [3], form: /\d{3}\.\d{3}\.\d{3}-\d{2}/y, lead: 0, kind: "national-id", isValid: isBrazilian },
  { first: [11], form: /\d{11}/y, lead: 0, kind: "national-id", isValid: isPolish },
  {
    first: [6],
    form: /\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]/iy,
    lead: 0,
    kind: "national-id",
    isValid: isFinnish,
  },
  { first: [6, 8], form: /(?:\d{2})?\d{6}[-+]\d{4}/y, lead: 0, kind: "national-id", isValid: isSwedish },
  { first: [2], form: /\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}/y, lead: 0, kind: "national-id", isValid: isBelgian },
  { first: [4], form: /[2-9]\d{3} \d{4} \d{4}/y, lead: 0, kind: "national-id", isValid: isIndian },
];

/** Forms that begin with letters, tried where a digit group follows a letter or a letter and a space. */
const letteredForms: readonly IdForm[] = [
  // Prefixes never given: HMRC manual NIM39110.
  {
    form: /(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]/iy,
    lead: 2,
    kind: "uk-nino",
    isValid: always,
  },
  { form: /[XYZ]-?\d{7}-?[A-Z]/iy, lead: 1, kind: "national-id", isValid: isSpanish },
  {
    form: /[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]/iy,
    lead: 6,
    kind: "national-id",
    isValid: isItalian,
  },
];

/** A checkable national number at a digit group, its letters included. */
export function nationalIdAt(
  text: string,
  groups: readonly DigitGroup[],
  at: number,
): GroupMatch | undefined {
  const group = groups[at];
  if (group === undefined) return undefined;
  const length = group.end - group.start;
  for (const form of forms) {
    const match = form.first?.includes(length) === true ? matchForm(text, form, group.start) : undefined;
    if (match !== undefined) return withGroups(match, groups, at);
  }
  return undefined;
}

/** A checkable number that begins with letters, of which the first digit stands at `digitAt`. */
export function letteredIdAt(text: string, digitAt: number): Match | undefined {
  // A space or hyphen may stand between the letters and the digits.
  const gap = isLetter(codeAt(text, digitAt - 1)) ? 0 : 1;
  if (!isLetter(codeAt(text, digitAt - 1 - gap))) return undefined;
  for (const form of letteredForms) {
    const match = matchForm(text, form, digitAt - form.lead - gap);
    if (match !== undefined) return match;
  }
  return undefined;
}

function matchForm(text: string, { form, kind, isValid }: IdForm, start: number): Match | undefined {
  const found = matchAt(form, text, start)?.[0];
  if (found === undefined) return undefined;
  const end = start + found.length;
  const value = found.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
  if (!isFreeBefore(text, start) || !isFreeAfter(text, end) || !isValid(value)) return undefined;
  return { start, end, kind, value };
}

function withGroups(match: Match, groups: readonly DigitGroup[], at: number): GroupMatch {
  let count = 0;
  while ((groups[at + count]?.start ?? Number.POSITIVE_INFINITY) < match.end) count += 1;
  return { ...match, groups: count };
}

/** Words that say which number follows, when its form alone would not. */
const labels: readonly {
  readonly words: RegExp;
  readonly kind: MaskKind;
  readonly isValid: (digits: string) => boolean;
}[] = [
  { words: /\b(?:ssn|social security)\b[^0-9]{0,20}$/i, kind: "us-ssn", isValid: isSsn },
  { words: /\bnhs\b[^0-9]{0,20}$/i, kind: "national-id", isValid: (digits) => digits.length === 10 },
  {
    words: /\b(?:sin|social insurance)\b[^0-9]{0,20}$/i,
    kind: "national-id",
    isValid: (digits) => digits.length === 9 && passesLuhn(digits),
  },
];

const labelledForm = /\d{3}[ -]?\d{2,3}[ -]?\d{3,4}/y;

/** Nine or ten digits that the words before them call a national number. */
export function labelledNationalIdAt(
  text: string,
  groups: readonly DigitGroup[],
  at: number,
): GroupMatch | undefined {
  // A label stands before the first group of a row; before the others stand digits.
  const start = at === 0 ? (groups[at]?.start ?? -1) : -1;
  const found = matchAt(labelledForm, text, start)?.[0];
  if (found === undefined || !isFreeBefore(text, start) || !isFreeAfter(text, start + found.length))
    return undefined;
  const context = before(text, start);
  const digits = found.replace(/[^0-9]/g, "");
  const label = labels.find(({ words, isValid }) => words.test(context) && isValid(digits));
  if (label === undefined) return undefined;
  return withGroups({ start, end: start + found.length, kind: label.kind, value: digits }, groups, at);
}
