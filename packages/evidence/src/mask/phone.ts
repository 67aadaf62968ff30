import { codeAt, isFreeAfter, isWord } from "./characters.ts";
import { before, digitsOf, separatorAfter, type DigitGroup, type GroupMatch } from "./match.ts";

/** Says that a number is a telephone number, whatever its form. */
const label =
  /\b(?:tele)?(?:phone|fon|fax|mobile|cell(?:phone)?|tel|whatsapp|handy|m[oó]vil|portable)s?\b[^0-9]{0,16}$/iu;
/** Says so when the number follows at once. */
const verb =
  /\b(?:call|ring|text|sms|dial|reach|messages?|contact|registered)\b(?: (?:me|us|him|her|them|you|back))?(?: (?:on|at|to|via|under))?:? ?\(?$/iu;
/** Before these a number counts something else. */
const otherUse =
  /[#$€£¥№=]\s?$|\/$|\b(?:order|invoice|ticket|ref(?:erence)?|case|id|no\.?|account)\b[^0-9]{0,12}$/iu;

/** 2026-11-23 or 23.11.2026, a time after it or not. */
const date = /^(?:(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d{2})(?![-.\d])/;

/** One bracket, space or mark between groups, or a bracket with a space. */
const isPhoneGap = (gap: string | undefined): boolean =>
  gap !== undefined && /^(?:[ \u00a0\u202f.\-\u2011\u2013/]|[ -]?\(|\)[ -]?)$/u.test(gap);

/** Groups from `at` that could be one telephone number: joined by phone-like gaps, at most 15 digits (ITU-T E.164). */
function reach(text: string, groups: readonly DigitGroup[], at: number): readonly DigitGroup[] {
  const taken: DigitGroup[] = [];
  let digits = 0;
  for (let index = at; index < Math.min(groups.length, at + 8); index += 1) {
    const group = groups[index];
    if (group === undefined) break;
    digits += group.end - group.start;
    if (digits > 15) break;
    taken.push(group);
    if (!isPhoneGap(separatorAfter(text, groups, index))) break;
  }
  return taken;
}

/** A telephone number at group `at`: international, in a common national form, or with a label before it. */
export function phoneAt(text: string, groups: readonly DigitGroup[], at: number): GroupMatch | undefined {
  const opening = groups[at];
  if (opening === undefined) return undefined;
  const lead = leadOf(text, opening.start);
  // A single digit begins a number only as a country code; rows of single digits are common and cost nothing here.
  if (opening.end - opening.start === 1 && !lead.isPlus && text.charAt(opening.start) !== "1")
    return undefined;
  if (isWord(codeAt(text, lead.start - 1))) return undefined;
  const taken = reach(text, groups, at);
  const digits = digitsOf(text, taken);
  if (digits.length < 6 || date.test(text.slice(opening.start, opening.start + 11))) return undefined;
  const count =
    internationalGroups(taken, digits, lead.isPlus) ??
    northAmericanGroups(text, taken) ??
    trunkZeroGroups(text, taken, lead.start) ??
    (at === 0 ? labelledGroups(text, taken, lead.start) : undefined);
  if (count === undefined) return undefined;
  const used = taken.slice(0, count);
  const end = used.at(-1)?.end ?? opening.end;
  if (!isFreeAfter(text, end)) return undefined;
  const number = digitsOf(text, used);
  const value = lead.isPlus ? `+${number}` : number.replace(/^00(?=[1-9])/, "+");
  // A bracket that does not close within the number belongs to the sentence.
  const isOpen = lead.hasBracket && !text.slice(opening.start, end).includes(")");
  const start = isOpen && !lead.isPlus ? opening.start : lead.start;
  return { start, end, kind: "phone", value, groups: count };
}

/** A plus sign or an opening bracket belongs to the number that it stands before. */
function leadOf(text: string, start: number): Lead {
  const hasBracket = codeAt(text, start - 1) === 40;
  const from = hasBracket ? start - 1 : start;
  const isPlus = codeAt(text, from - 1) === 43;
  return { start: isPlus ? from - 1 : from, isPlus, hasBracket };
}

interface Lead {
  readonly start: number;
  readonly isPlus: boolean;
  readonly hasBracket: boolean;
}

/** Fewest leading groups that hold `least` digits, when no more than `most`. */
function groupsHolding(groups: readonly DigitGroup[], least: number, most: number): number | undefined {
  let digits = 0;
  for (const [index, { start, end }] of groups.entries()) {
    digits += end - start;
    if (digits >= least) return digits <= most ? index + 1 : undefined;
  }
  return undefined;
}

/** +country or 00country. Takes all groups up to 15 digits, but of +1 exactly eleven. */
function internationalGroups(
  groups: readonly DigitGroup[],
  digits: string,
  isPlus: boolean,
): number | undefined {
  if (isPlus && digits.startsWith("1")) return groupsHolding(groups, 11, 11);
  if (isPlus && digits.startsWith("0")) return undefined;
  const isDoubleZero = !isPlus && /^00[1-9]/.test(digits);
  if (!isPlus && !isDoubleZero) return undefined;
  if (digits.length < (isPlus ? 8 : 10)) return undefined;
  // Beyond twelve digits a further group is more likely the next number in the sentence.
  const ample = groupsHolding(groups, isPlus ? 11 : 13, 15);
  return ample ?? groups.length;
}

/** NPA-NXX-XXXX with hyphens, dots or brackets, a leading 1 allowed. Spaces alone need a label: they join any numbers. */
function northAmericanGroups(text: string, groups: readonly DigitGroup[]): number | undefined {
  const [opening] = groups;
  if (opening === undefined) return undefined;
  const skip = text.slice(opening.start, opening.end) === "1" ? 1 : 0;
  const [area, office, line] = groups.slice(skip, skip + 3);
  if (area === undefined || office === undefined || line === undefined) return undefined;
  const isForm =
    area.end - area.start === 3 && office.end - office.start === 3 && line.end - line.start === 4;
  const starts = text.charAt(area.start) + text.charAt(office.start);
  const gaps = text.slice(area.end, office.start) + text.slice(office.end, line.start);
  return isForm && /^[2-9]{2}$/.test(starts) && /[-.)\u2011]/u.test(gaps) ? skip + 3 : undefined;
}

/** 0 and an area code, as most of the world writes at home: nine to eleven digits, in groups of two or more. */
function trunkZeroGroups(text: string, groups: readonly DigitGroup[], start: number): number | undefined {
  const [first] = groups;
  if (first === undefined || !/^0[1-9]/.test(text.slice(first.start, first.start + 2))) return undefined;
  if (otherUse.test(before(text, start))) return undefined;
  const isOnePiece = first.end - first.start >= 10;
  if (isOnePiece) return first.end - first.start <= 11 && !isCounting(text, first) ? 1 : undefined;
  const most = groups.findIndex(({ start: from, end }) => end - from < 2);
  const usable = most < 0 ? groups : groups.slice(0, most);
  const length = usable.reduce((sum, { start: from, end }) => sum + end - from, 0);
  if (length >= 9 && length <= 11) return usable.length >= 2 ? usable.length : undefined;
  return length > 11 ? groupsHolding(usable, 10, 11) : undefined;
}

const isCounting = (text: string, { start, end }: DigitGroup): boolean =>
  "01234567890".startsWith(text.slice(start, end));

/** Any number of six to fifteen digits that the words before it call a telephone number. */
function labelledGroups(text: string, groups: readonly DigitGroup[], start: number): number | undefined {
  const context = before(text, start);
  return label.test(context) || verb.test(context) ? groups.length : undefined;
}
