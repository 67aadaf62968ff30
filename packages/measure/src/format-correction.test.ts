import type { RateCorrection } from "@probity/domain";
import { expect, test } from "vitest";
import { formatCorrection } from "./format-correction.ts";

type Refusal = Extract<RateCorrection, { kind: "not-corrected" }>;
const refused = (changes: Partial<Refusal>): RateCorrection => ({
  kind: "not-corrected",
  reason: "no-labels",
  about: [],
  labels: 0,
  ...changes,
});

test("a correction reads with its interval and what it rests on", () => {
  expect(
    formatCorrection({
      kind: "corrected",
      method: "labelled-sample",
      estimate: 0.15,
      interval: { low: 0.081, high: 0.262 },
      upperBound: 0.24,
      labels: 60,
    }),
  ).toMatchInlineSnapshot(`"corrected 15.0 % (95 % interval 8.1 % to 26.2 %, from 60 labels)"`);
});

test("a refusal says why in plain words, and names what lacks", () => {
  expect(formatCorrection(refused({}))).toMatchInlineSnapshot(
    `"not corrected: nobody has labelled these trials, and the judge's error on this target and family is not known"`,
  );
  expect(formatCorrection(refused({ reason: "too-few-labels", labels: 4 }))).toMatchInlineSnapshot(
    `"not corrected: 4 of the 10 labels it takes"`,
  );
  expect(
    formatCorrection(refused({ reason: "families-missing", about: ["a", "b", "c", "d", "e"] })),
  ).toMatchInlineSnapshot(`"not corrected: some families cannot be corrected (a, b, c, d, …)"`);
  expect(formatCorrection(refused({ reason: "other-target" }))).toContain("another target or configuration");
});
