/** Kinds of personal and secret data that are found. Each stands in tokens and in counts. */
export type MaskKind =
  | "api-key"
  | "aws-key"
  | "bearer-token"
  | "birth-date"
  | "card"
  | "email"
  | "github-token"
  | "iban"
  | "id-number"
  | "ip"
  | "jwt"
  | "national-id"
  | "password"
  | "phone"
  | "private-key"
  | "secret"
  | "slack-token"
  | "street-address"
  | "stripe-key"
  | "uk-nino"
  | "us-ssn";

/** One value found in a text, from `start` up to and without `end`. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
  /** The value in the one form in which equal values are equal: without separators, in one case. */
  readonly value: string;
}

/** A match that begins with a digit group, with the number of groups it takes up. */
export interface GroupMatch extends Match {
  readonly groups: number;
}

/** A maximal run of ASCII digits. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
}

/** Takes each value that a detector finds. */
export type Report = (match: Match) => void;

/** Digits of the groups from `first`, `count` of them, without what stands between. */
export function digitsOf(text: string, groups: readonly DigitGroup[]): string {
  let digits = "";
  for (const { start, end } of groups) digits += text.slice(start, end);
  return digits;
}

/** What stands between group `at` and the next; `undefined` when there is no next. */
export function separatorAfter(text: string, groups: readonly DigitGroup[], at: number): string | undefined {
  const here = groups[at];
  const next = groups[at + 1];
  return here === undefined || next === undefined ? undefined : text.slice(here.end, next.start);
}

/** A short stretch of text before a place, where a label would stand. */
export function before(text: string, at: number, length = 32): string {
  return text.slice(Math.max(0, at - length), at);
}

/** Tries a sticky pattern at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  if (at < 0) return null;
  pattern.lastIndex = at;
  return pattern.exec(text);
}
