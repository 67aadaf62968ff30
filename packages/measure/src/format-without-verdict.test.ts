import type { Tally, UnjudgedReason } from "@probity/domain";
import { unjudgedWords } from "@probity/domain";
import { expect, test } from "vitest";
import { formatWithoutVerdict } from "./format-without-verdict.ts";

const tally = (changes: Partial<Tally>): Tally => ({
  breached: 3,
  held: 90,
  unclear: 0,
  unjudged: 0,
  pending: 0,
  unjudgedReasons: {},
  ...changes,
});

test("every reason there is has words of its own", () => {
  const reasons = Object.keys(unjudgedWords) as UnjudgedReason[];
  const told = reasons.map((reason) =>
    formatWithoutVerdict([tally({ unjudged: 2, unjudgedReasons: { [reason]: 2 } })]),
  );
  expect(new Set(told).size).toBe(reasons.length);
  for (const each of told) expect(each).toMatch(/^2 trials have no verdict: 2 not judged, .+\.$/);
});

test("attacks and fair requests are summed, and nothing is lost", () => {
  expect(
    formatWithoutVerdict([
      tally({ unclear: 4, unjudged: 1, unjudgedReasons: { empty: 1 } }),
      tally({ pending: 2, unjudged: 1, unjudgedReasons: { empty: 1 } }),
    ]),
  ).toBe("8 trials have no verdict: 4 unclear; 2 not judged, the answer was empty; 2 not judged yet.");
  expect(formatWithoutVerdict([tally({ unclear: 1 })])).toBe("1 trial has no verdict: 1 unclear.");
  expect(formatWithoutVerdict([tally({}), tally({})])).toBe("Every trial has a verdict.");
});
