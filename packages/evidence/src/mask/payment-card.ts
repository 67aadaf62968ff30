import { codeAt, isFreeAfter, isLetter, isWord } from "./characters.ts";
import { before, digitsOf, separatorAfter, type DigitGroup, type GroupMatch } from "./match.ts";

/** Ways in which card numbers are printed, as digits per group. */
const printedForms = ["4,4,4,4", "4,4,4,4,3", "4,6,5", "4,6,4", "4,4,5", "4,4,4,1", "4,4,4,3"];
const longestForm = 5;

/** First digits and lengths of the card networks (ISO/IEC 7812; network rules as of 2025). */
const networks: readonly { readonly begins: RegExp; readonly lengths: readonly number[] }[] = [
  { begins: /^4/, lengths: [13, 16, 19] },
  { begins: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^(?:6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { begins: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { begins: /^(?:2131|1800)/, lengths: [15] },
  { begins: /^3(?:0[0-5]|095|[689])/, lengths: [14, 15, 16, 17, 18, 19] },
  { begins: /^(?:50|5[6-9]|6[0-9])/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
];

/** Whether the digits end in the check digit of ISO/IEC 7812-1, annex B (Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += place % 2 === 1 ? doubled : digit;
  }
  return sum % 10 === 0;
}

const isIssued = (digits: string): boolean =>
  networks.some(({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits));

/** Before a number, says that it is a card's, whatever network it would belong to. */
const label = /\b(?:cards?|cc|visa|mastercard|amex|pan)\b[^0-9]{0,16}$/i;

/** A payment card number at group `at`: in one piece, as printed on cards, or digit by digit. */
export function cardAt(text: string, groups: readonly DigitGroup[], at: number): GroupMatch | undefined {
  const first = groups[at];
  if (first === undefined || !mayBegin(text, first.start) || endsUuid(text, first)) return undefined;
  const length = first.end - first.start;
  if (length >= 12) return length <= 19 ? cardOf(text, groups.slice(at, at + 1)) : undefined;
  if (length === 4) return printedCard(text, groups.slice(at, at + longestForm));
  return length === 1 ? spelledCard(text, groups, at) : undefined;
}

function printedCard(text: string, groups: readonly DigitGroup[]): GroupMatch | undefined {
  const separator = separatorAfter(text, groups, 0) ?? "";
  if (!isSingle(separator)) return undefined;
  for (let count = groups.length; count >= 3; count -= 1) {
    const some = groups.slice(0, count);
    const form = some.map(({ start, end }) => end - start).join(",");
    const isEven = some.slice(1).every((_, index) => separatorAfter(text, some, index) === separator);
    const card = isEven && printedForms.includes(form) ? cardOf(text, some) : undefined;
    if (card !== undefined) return card;
  }
  return undefined;
}

/** A row of single digits, whole: were every start in a long row tried, the row would be read many times over. */
function spelledCard(text: string, groups: readonly DigitGroup[], at: number): GroupMatch | undefined {
  const separator = separatorAfter(text, groups, at) ?? "";
  if (!isSingle(separator) || isOneDigit(groups[at - 1])) return undefined;
  let count = 1;
  while (
    count < 20 &&
    isOneDigit(groups[at + count]) &&
    separatorAfter(text, groups, at + count - 1) === separator
  ) {
    count += 1;
  }
  return count >= 13 && count <= 19 ? cardOf(text, groups.slice(at, at + count)) : undefined;
}

const isSingle = (separator: string): boolean => separator.length === 1 && /[ \u00a0\u202f-]/.test(separator);
const isOneDigit = (group: DigitGroup | undefined): boolean =>
  group !== undefined && group.end - group.start === 1;

function cardOf(text: string, groups: readonly DigitGroup[]): GroupMatch | undefined {
  const digits = digitsOf(text, groups);
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  if (!isFreeAfter(text, end) || !passesLuhn(digits)) return undefined;
  if (!isIssued(digits) && !label.test(before(text, start))) return undefined;
  return { start, end, kind: "card", value: digits, groups: groups.length };
}

/** A word of letters alone may run into the number ("cc4111..."); letters mixed with digits are some other code. */
function mayBegin(text: string, start: number): boolean {
  let at = start;
  while (start - at < 12 && isLetter(codeAt(text, at - 1))) at -= 1;
  const previous = codeAt(text, at - 1);
  return !isWord(previous) && previous !== 47;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9]{12}$/i;

/** The last 12 characters of a UUID (RFC 9562) are digits alone in one of 300 that are drawn, and some of these pass for a card. */
function endsUuid(text: string, { start, end }: DigitGroup): boolean {
  return end - start === 12 && start >= 24 && uuid.test(text.slice(start - 24, end));
}
