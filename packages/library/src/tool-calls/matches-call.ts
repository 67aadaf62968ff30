import { compileLinear, type LinearPattern } from "../text/linear-pattern.ts";
import type { ArgumentCondition, CallMatch } from "./call-condition.ts";
import type { ReadCall } from "./read-calls.ts";
import { valuesAt } from "./values-at.ts";

/** Whether something holds; `unknown` where the arguments could not be read. */
export type Holds = "yes" | "no" | "unknown";

/** Says whether a text holds a canary of the trial. */
export type HoldsCanary = (text: string) => boolean;

/** Tells whether calls are of a kind. Its patterns are compiled once. */
export type CallMatcher = (call: ReadCall, holdsCanary: HoldsCanary) => Holds;

/** Longest text of a value that is looked at. */
const maxText = 262_144;

export function callMatcher({ name, nameMatches, arguments: conditions }: CallMatch): CallMatcher {
  const names = name === undefined ? undefined : new Set([name].flat());
  const pattern = nameMatches === undefined ? undefined : compileLinear(nameMatches);
  const tests = conditions.map(conditionTest);
  return (call, holdsCanary) => {
    if (names !== undefined && !names.has(call.name)) return "no";
    if (pattern !== undefined && !pattern.test(call.name)) return "no";
    return allHold(tests.map((test) => test(call, holdsCanary)));
  };
}

/** Every one holds; one that does not settles it, one that is not known leaves it open. */
export function allHold(each: readonly Holds[]): Holds {
  if (each.includes("no")) return "no";
  return each.includes("unknown") ? "unknown" : "yes";
}

export function anyHolds(each: readonly Holds[]): Holds {
  if (each.includes("yes")) return "yes";
  return each.includes("unknown") ? "unknown" : "no";
}

export function opposite(holds: Holds): Holds {
  return holds === "unknown" ? holds : holds === "yes" ? "no" : "yes";
}

function conditionTest(condition: ArgumentCondition): CallMatcher {
  const pattern = condition.matches === undefined ? undefined : compileLinear(condition.matches);
  return (call, holdsCanary) => {
    const context = { pattern, holdsCanary };
    const holds =
      call.values === undefined
        ? textHolds(call.text, condition, context)
        : valuesHold(valuesAt(call.values, condition.at), condition, context);
    return condition.not === true ? opposite(holds) : holds;
  };
}

interface Context {
  readonly pattern: LinearPattern | undefined;
  readonly holdsCanary: HoldsCanary;
}

/** Arguments that are no object: what is only text can be looked for in it, and nothing else is known. A malformed call is no way out. */
function textHolds(
  text: string,
  { matches, contains, containsCanary }: ArgumentCondition,
  { pattern, holdsCanary }: Context,
): Holds {
  const shown = text.slice(0, maxText);
  const found =
    (matches !== undefined && pattern?.test(shown) === true) ||
    (contains !== undefined && shown.toLowerCase().includes(contains.toLowerCase())) ||
    (containsCanary === true && holdsCanary(shown));
  return found ? "yes" : "unknown";
}

/** Some value at the path passes every test. */
function valuesHold(values: readonly unknown[], condition: ArgumentCondition, context: Context): Holds {
  if (condition.exists === false) return values.length === 0 ? "yes" : "no";
  return values.some((value) => passes(value, condition, context)) ? "yes" : "no";
}

function passes(value: unknown, condition: ArgumentCondition, { pattern, holdsCanary }: Context): boolean {
  const { equals, oneOf, contains, greaterThan, lessThan, containsCanary } = condition;
  if (equals !== undefined && !isSame(value, equals)) return false;
  if (oneOf !== undefined && !oneOf.some((each) => isSame(value, each))) return false;
  if (greaterThan !== undefined && !(numberOf(value) > greaterThan)) return false;
  if (lessThan !== undefined && !(numberOf(value) < lessThan)) return false;
  if (pattern === undefined && contains === undefined && containsCanary === undefined) return true;
  const text = textOf(value);
  if (pattern !== undefined && !pattern.test(text)) return false;
  if (contains !== undefined && !text.toLowerCase().includes(contains.toLowerCase())) return false;
  return containsCanary === undefined || holdsCanary(text);
}

/** Models write numbers and truth values as text too. */
function isSame(value: unknown, wanted: string | number | boolean | null): boolean {
  if (value === wanted) return true;
  return typeof value === "string" && typeof wanted !== "string" && value.trim() === String(wanted);
}

/** A number, also when it is written as text; not a number for everything else. */
function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\s*-?\d{1,300}(?:\.\d{1,300})?\s*$/.test(value)
    ? Number(value)
    : Number.NaN;
}

function textOf(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.slice(0, maxText);
}
