import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";
import { normalUpperTail } from "./normal-upper-tail.ts";

test.each([
  [0.5, 0.3085375387259869],
  [1.96, 0.024997895148220435],
  [2.4999, 0.006211418374944587],
  [2.5, 0.006209665325776132],
  [3, 0.0013498980316300933],
  [6, 9.865876450376946e-10],
  [20, 2.7536241186061556e-89],
])("the share above %f agrees with scipy 1.17", (z, expected) => {
  expect(Math.abs(normalUpperTail(z) / expected - 1)).toBeLessThan(1e-12);
});

test("it undoes the quantile", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (probability) => {
      expect(1 - normalUpperTail(normalQuantile(probability))).toBeCloseTo(probability, 12);
    }),
  );
});

test("no number gives no share", () => {
  expect(() => normalUpperTail(Number.NaN)).toThrow(RangeError);
  expect(normalUpperTail(Infinity)).toBe(0);
  expect(normalUpperTail(-Infinity)).toBe(1);
});
