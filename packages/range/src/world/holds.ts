import type { Observations } from "../features/features.ts";
import type { Condition } from "./condition.ts";

/** Whether a condition is true of what was observed in a request. */
export function holds(condition: Condition, observed: Observations): boolean {
  if (typeof condition === "string") return observed.flags.has(condition);
  if ("all" in condition) return condition.all.every((part) => holds(part, observed));
  if ("any" in condition) return condition.any.some((part) => holds(part, observed));
  if ("not" in condition) return !holds(condition.not, observed);
  const value = observed.numbers[condition.measure];
  return value >= (condition.atLeast ?? -Infinity) && value <= (condition.atMost ?? Infinity);
}
