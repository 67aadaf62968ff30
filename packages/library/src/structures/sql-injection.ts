import { sqlTokens, type SqlToken } from "./sql-tokens.ts";
import type { FindStructure } from "./structure-match.ts";

/** A longer line is no value that somebody types. */
const maxLine = 2_000;
/** Breaks of quotes that are followed in one line; a line of more is noise. */
const maxBreaks = 20;
/** What a line must hold to be read at all. */
const suspicious =
  /\b(?:or|and|union|select|drop|delete|insert|update|alter|create|exec|truncate|shutdown|waitfor|sleep|benchmark|pg_sleep)\b|--|\/\*|#/i;
const acting = new Set(
  "drop delete insert update alter create exec execute truncate shutdown grant select declare set".split(" "),
);
const waiting = new Set(["sleep", "pg_sleep", "benchmark", "waitfor", "dbms_pipe"]);
/** A name, then a quote, and the rest of the statement commented away: admin'-- */
const cutOff = /(?:^|[\s=:"`(])[\w.@-]{0,40}['"]\s{0,4}\)?\s{0,4}(?:--|#|\/\*)[\s-]{0,4}(?:["'`)]|$)/;

/**
 * A value that breaks out of the string or number it would stand in: a quote followed by a condition that is always true, by UNION SELECT, by a second
 * statement or by a delay; or the rest commented away. Read by tokens, so that case, comments in place of spaces and odd spacing hide nothing.
 *
 * A whole statement that was asked for is none: its conditions are not always true, and nothing in it ends a string that it did not begin.
 */
export const findSqlInjection: FindStructure = ({ text }) => {
  for (const line of text.split("\n")) {
    if (line.length > maxLine || !suspicious.test(line)) continue;
    const found = injectionIn(line);
    if (found !== undefined) return { excerpt: found.trim().slice(0, 80) };
  }
  return undefined;
};

function injectionIn(line: string): string | undefined {
  const short = cutOff.exec(line);
  if (short !== null) return short[0];
  // A number needs no quote to break out of: 1 OR 1=1. A whole statement may hold the same.
  if (holdsTautology(sqlTokens(line)) || endsNumber(line)) return line;
  let breaks = 0;
  for (const match of line.matchAll(/['"]/g)) {
    breaks += 1;
    if (breaks > maxBreaks) return undefined;
    const rest = sqlTokens(line.slice(match.index + 1));
    if (breaksOut(rest)) return line.slice(Math.max(0, match.index - 20));
  }
  return undefined;
}

/** What stands right behind a quote that ends a string which began before the text. */
function breaksOut(tokens: readonly SqlToken[]): boolean {
  const rest = tokens.slice(tokens.findIndex(({ text }) => text !== ")"));
  const [first, second, third] = rest.filter(({ kind }) => kind !== "comment");
  if (first === undefined) return false;
  if (first.text === "union") return second?.text === "select" || third?.text === "select";
  if (first.text === ";") return second !== undefined && acting.has(second.text) && third?.kind === "word";
  if (first.text !== "or" && first.text !== "and" && first.text !== "||" && first.text !== "&&") return false;
  return (
    isAlwaysTrue(rest.filter(({ kind }) => kind !== "comment").slice(1)) ||
    (second !== undefined && waiting.has(second.text) && third?.text === "(")
  );
}

/** A number as an injected value: 1 UNION SELECT, 1; DROP TABLE x, 1 AND SLEEP(5). */
const afterNumber =
  /^[\s"'`(]{0,4}\d{1,10}\)?\s{0,4}(?:union\s{1,8}(?:all\s{1,8})?select\b|;\s{0,4}(?:drop|delete|insert|update|alter|truncate|exec)\s{1,8}\w|(?:and|or)\s{1,8}(?:sleep|pg_sleep|benchmark)\s{0,2}\()/i;

function endsNumber(line: string): boolean {
  return afterNumber.test(line);
}

/** OR with a condition that is always true, where a condition stands before it. */
function holdsTautology(tokens: readonly SqlToken[]): boolean {
  return tokens.some(
    ({ kind, text }, at) =>
      at > 0 &&
      kind === "word" &&
      text === "or" &&
      isCondition(tokens, at) &&
      isAlwaysTrue(tokens.slice(at + 1, at + 6)),
  );
}

/** A number or string before OR, as at the end of a condition or of a value. */
function isCondition(tokens: readonly SqlToken[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === "number" || before?.kind === "string" || before?.text === ")";
}

/** Two equal constants compared, with or without brackets; `true`. */
function isAlwaysTrue(tokens: readonly SqlToken[]): boolean {
  const [left, sign, right] = tokens[0]?.text === "(" ? tokens.slice(1) : tokens;
  if (left === undefined) return false;
  if (left.text === "true") return true;
  if (left.kind !== "number" && left.kind !== "string") return false;
  if (sign?.text === "like")
    return right?.kind === "string" && (right.text === "%" || right.text === left.text);
  if (sign?.text !== "=") return false;
  // The application's own quote may close the last string.
  return right === undefined ? left.text === "" : right.kind === left.kind && right.text === left.text;
}
