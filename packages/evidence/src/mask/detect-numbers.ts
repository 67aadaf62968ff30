import { codeAt, isFreeBefore, isLetter, isNumberSeparator } from "./characters.ts";
import { ibanAt } from "./iban.ts";
import { ipv4At } from "./ip-address.ts";
import type { DigitGroup, GroupMatch, Report } from "./match.ts";
import { labelledNationalIdAt, letteredIdAt, nationalIdAt } from "./national-id.ts";
import { cardAt } from "./payment-card.ts";
import { phoneAt } from "./phone.ts";
import { streetAddressAt } from "./street-address.ts";

type GroupDetector = (text: string, groups: readonly DigitGroup[], at: number) => GroupMatch | undefined;

/** What a row of digit groups may be, the surest first: those with a check before those without. */
const detectors: readonly GroupDetector[] = [ipv4At, cardAt, nationalIdAt, labelledNationalIdAt, phoneAt];

/** Fewest digits of anything but a street address that is looked for: an IPv4 address of one-digit octets has four. */
const fewestDigits = 6;
const widestGap = 3;

/**
 * Finds what is made of digits: cards, accounts, national numbers, telephone numbers, IPv4 and street addresses.
 *
 * Goes once through the digit groups of the text. Each detector looks at a bounded number of groups, so the
 * time is linear in the text.
 */
export function detectNumbers(text: string, groups: readonly DigitGroup[], report: Report): void {
  for (let first = 0; first < groups.length;) {
    const end = rowEnd(text, groups, first);
    detectInRow(text, groups.slice(first, end), report);
    first = end;
  }
}

/** Index after the last group that only separators part from the one before it. */
function rowEnd(text: string, groups: readonly DigitGroup[], first: number): number {
  let end = first + 1;
  for (; end < groups.length; end += 1) {
    const from = groups[end - 1]?.end ?? 0;
    const to = groups[end]?.start ?? 0;
    if (to - from > widestGap) break;
    let at = from;
    while (at < to && isNumberSeparator(text.charCodeAt(at))) at += 1;
    if (at < to) break;
  }
  return end;
}

function detectInRow(text: string, row: readonly DigitGroup[], report: Report): void {
  const digits = row.reduce((sum, { start, end }) => sum + end - start, 0);
  const isRich = digits >= fewestDigits || row.length === 4;
  for (let at = 0; at < row.length;) {
    const group = row[at];
    if (group === undefined) break;
    detectLettered(text, group, report);
    const match = isRich ? firstMatch(text, row, at) : undefined;
    if (match !== undefined) report(match);
    else detectAddress(text, group, report);
    at += match?.groups ?? 1;
  }
}

function firstMatch(text: string, row: readonly DigitGroup[], at: number): GroupMatch | undefined {
  for (const detect of detectors) {
    const match = detect(text, row, at);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** Numbers that begin with letters: the digits alone would say nothing. */
function detectLettered(text: string, { start, end }: DigitGroup, report: Report): void {
  const previous = codeAt(text, start - 1);
  const isAfterLetter =
    isLetter(previous) || ((previous === 32 || previous === 45) && isLetter(codeAt(text, start - 2)));
  if (!isAfterLetter || end - start < 2) return;
  const match = ibanAt(text, start) ?? letteredIdAt(text, start);
  if (match !== undefined) report(match);
}

function detectAddress(text: string, group: DigitGroup, report: Report): void {
  if (group.end - group.start > 6 || !isFreeBefore(text, group.start)) return;
  const match = streetAddressAt(text, group);
  if (match !== undefined) report(match);
}
