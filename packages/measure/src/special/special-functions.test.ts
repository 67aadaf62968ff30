import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incompleteBeta, inverseIncompleteBeta } from "./incomplete-beta.ts";
import { logGamma, stirlingRemainder } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { studentTQuantile } from "./student-t-quantile.ts";

/** Agreement to a relative 1e-11, two digits beyond what the product promises. */
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-11 * Math.max(Math.abs(expected), 1e-3));
}

describe("values from scipy 1.17 (Boost and Cephes)", () => {
  test.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [171.3, 708.1149470389971],
    [1e6, 12815504.569147611],
  ])("log gamma of %f", (x, expected) => expectClose(logGamma(x), expected));

  test.each([
    [1e-10, -6.361340902404056],
    [1e-5, -4.264890793922825],
    [0.025, -1.9599639845400545],
    [0.3, -0.5244005127080409],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [1 - 1e-12, 7.0344869100478356],
  ])("normal quantile of %f", (probability, expected) => expectClose(normalQuantile(probability), expected));

  test.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 4, 2.7764451051977934],
    [0.975, 39, 2.022690920036761],
    [0.95, 10, 1.8124611228116756],
    [0.9995, 3, 12.923978636687961],
    [0.6, 7, 0.2631668613520229],
    [0.975, 100_000, 1.9599877075346095],
    [1 - 1e-9, 5, 98.93722520824214],
  ])("t quantile of %f on %d degrees", (probability, degrees, expected) => {
    // 1 - 1e-9 itself is only known to 1e-16, so its tail to 1e-7.
    if (probability > 0.999_999) expect(studentTQuantile(probability, degrees)).toBeCloseTo(expected, 6);
    else expectClose(studentTQuantile(probability, degrees), expected);
  });

  test.each([
    [81, 183, 0.3, 0.41146159809547905],
    [2.5, 17.5, 0.01, 0.0037997608983988927],
    [0.5, 0.5, 0.3, 0.3690101195655454],
    [50_000, 50, 0.999, 0.478403602581854],
    [0.5, 1e6, 1e-6, 0.8427008448381964],
    [300, 0.5, 0.99, 0.014103172217926252],
  ])("incomplete beta (%f, %f) at %f", (...[a, b, x, expected]) =>
    expectClose(incompleteBeta({ a, b }, x), expected),
  );

  test.each([
    [0.5, 0.5, 0.025, 0.001541333133436012],
    [81, 183, 0.025, 0.25273674558527126],
    [1, 29, 0.975, 0.11944486906950269],
    [0.5, 20.5, 1e-6, 3.878213999576255e-14],
    [50_000, 50, 0.3, 0.9989320365633706],
    [1e6, 3e6, 0.975, 0.25042446295662485],
  ])("inverse incomplete beta (%f, %f) of %f", (...[a, b, probability, expected]) =>
    expectClose(inverseIncompleteBeta({ a, b }, probability), expected),
  );
});

const shapes = fc.record({
  a: fc.double({ min: 0.3, max: 5000, noNaN: true }),
  b: fc.double({ min: 0.3, max: 5000, noNaN: true }),
});
const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

test("the inverse undoes the incomplete beta", () => {
  fc.assert(
    fc.property(shapes, inside, (shape, probability) => {
      const x = inverseIncompleteBeta(shape, probability);
      // Where the density is steep at 0 or 1, one step of x is more than 1e-9 of probability.
      fc.pre(x > 1e-9 && x < 1 - 1e-9);
      expect(Math.abs(incompleteBeta(shape, x) - probability)).toBeLessThan(1e-9);
    }),
    { numRuns: 300 },
  );
});

test("the incomplete beta mirrors: I_x(a, b) + I_(1-x)(b, a) = 1", () => {
  fc.assert(
    fc.property(shapes, inside, ({ a, b }, x) => {
      expect(incompleteBeta({ a, b }, x) + incompleteBeta({ a: b, b: a }, 1 - x)).toBeCloseTo(1, 9);
    }),
    { numRuns: 300 },
  );
});

test("the normal quantile is odd around one half and rises", () => {
  fc.assert(
    fc.property(inside, inside, (one, other) => {
      expect(normalQuantile(one)).toBeCloseTo(-normalQuantile(1 - one), 9);
      if (one < other) expect(normalQuantile(one)).toBeLessThanOrEqual(normalQuantile(other));
    }),
  );
});

test("the remainder of Stirling's formula joins its series without a step", () => {
  expect(stirlingRemainder(15.999_999_9)).toBeCloseTo(stirlingRemainder(16), 9);
});

test("impossible arguments are refused", () => {
  expect(() => incompleteBeta({ a: 0, b: 1 }, 0.5)).toThrow(RangeError);
  expect(() => incompleteBeta({ a: 1, b: 1 }, 1.1)).toThrow(RangeError);
  expect(() => inverseIncompleteBeta({ a: 1, b: 1 }, Number.NaN)).toThrow(RangeError);
  expect(() => normalQuantile(1)).toThrow(RangeError);
  expect(() => studentTQuantile(0.975, 0)).toThrow(RangeError);
  expect(() => logGamma(0)).toThrow(RangeError);
});
