import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mcNemar } from "./mcnemar.ts";
import { pairedDifference } from "./paired-difference.ts";
import { unpairedDifference } from "./unpaired-difference.ts";

describe("McNemar's test", () => {
  test("of (1, 7): published p-values (Fagerland, Lydersen and Laake 2013, R)", () => {
    const p = mcNemar({ onlyFirst: 1, onlySecond: 7 });
    expect(p.asymptotic).toBeCloseTo(0.033895, 6);
    expect(p.corrected).toBeCloseTo(0.0771, 6);
    expect(p.exact).toBeCloseTo(0.0703125, 12);
    expect(p.midP).toBeCloseTo(0.0390625, 12);
  });

  test.each([
    [0, 6, 0.03125, 0.015625],
    [5, 15, 0.041389, 0.026604],
  ])("of (%d, %d): exact %f, mid-p %f", (onlyFirst, onlySecond, exact, midP) => {
    const p = mcNemar({ onlyFirst, onlySecond });
    expect(p.exact).toBeCloseTo(exact, 6);
    expect(p.midP).toBeCloseTo(midP, 6);
  });

  test("of the approval ratings 150 and 86 in R's documentation of mcnemar.test", () => {
    const p = mcNemar({ onlyFirst: 86, onlySecond: 150 });
    expect(p.asymptotic).toBeCloseTo(3.0993e-5, 9);
    expect(p.corrected).toBeCloseTo(4.1146e-5, 9);
    expect(p.exact).toBeCloseTo(3.7159e-5, 9);
  });

  test("mid-p is half of the last term below exact, by plain sums of binomial terms", () => {
    const pairs = fc.record({
      onlyFirst: fc.integer({ min: 0, max: 25 }),
      onlySecond: fc.integer({ min: 0, max: 25 }),
    });
    fc.assert(
      fc.property(pairs, (pair) => {
        const total = pair.onlyFirst + pair.onlySecond;
        const fewer = Math.min(pair.onlyFirst, pair.onlySecond);
        let term = 0.5 ** total;
        let upTo = term;
        for (let count = 1; count <= fewer; count += 1) {
          term *= (total - count + 1) / count;
          upTo += term;
        }
        const p = mcNemar(pair);
        expect(p.exact).toBeCloseTo(Math.min(1, 2 * upTo), 10);
        expect(p.midP).toBeCloseTo(Math.min(1, 2 * upTo - term), 10);
      }),
    );
  });

  test("nothing tells two judges apart that never differ", () => {
    expect(mcNemar({ onlyFirst: 0, onlySecond: 0 })).toEqual({
      midP: 1,
      exact: 1,
      asymptotic: 1,
      corrected: 1,
    });
    expect(() => mcNemar({ onlyFirst: 0.5, onlySecond: 1 })).toThrow(RangeError);
  });
});

test.each([
  [56, 70, 48, 80, 0.2, 0.052431, 0.333873],
  [9, 10, 3, 10, 0.6, 0.170523, 0.809018],
  [5, 56, 0, 29, 0.089286, -0.038137, 0.19256],
  [10, 10, 0, 10, 1, 0.607509, 1],
])(
  "difference of %d/%d and %d/%d (Newcombe 1998b, method 10; statsmodels)",
  (x, n, y, m, estimate, low, high) => {
    const difference = unpairedDifference({ failures: x, trials: n }, { failures: y, trials: m });
    expect(difference.estimate).toBeCloseTo(estimate, 6);
    expect(difference.interval.low).toBeCloseTo(low, 6);
    expect(difference.interval.high).toBeCloseTo(high, 6);
  },
);

test.each([
  [36, 12, 2, 0, 0.2, 0.05693, 0.340428],
  [20, 12, 2, 16, 0.2, 0.056156, 0.329207],
  [18, 14, 0, 18, 0.28, 0.144083, 0.396325],
])(
  "paired difference of cells %d, %d, %d, %d (Newcombe 1998c, method 10)",
  (both, onlyFirst, onlySecond, neither, estimate, low, high) => {
    const difference = pairedDifference({ both, onlyFirst, onlySecond, neither });
    expect(difference.estimate).toBeCloseTo(estimate, 6);
    expect(difference.interval.low).toBeCloseTo(low, 6);
    expect(difference.interval.high).toBeCloseTo(high, 6);
  },
);

test("a paired difference holds its estimate, stays in [-1, 1] and mirrors", () => {
  const count = fc.integer({ min: 0, max: 40 });
  const pairs = fc
    .record({ both: count, onlyFirst: count, onlySecond: count, neither: count })
    .filter((cells) => Object.values(cells).some((cell) => cell > 0));
  fc.assert(
    fc.property(pairs, (cells) => {
      const { estimate, interval } = pairedDifference(cells);
      expect(interval.low).toBeGreaterThanOrEqual(-1);
      expect(interval.high).toBeLessThanOrEqual(1);
      expect(interval.low).toBeLessThanOrEqual(estimate + 1e-12);
      expect(interval.high).toBeGreaterThanOrEqual(estimate - 1e-12);
      const mirrored = pairedDifference({
        ...cells,
        onlyFirst: cells.onlySecond,
        onlySecond: cells.onlyFirst,
      });
      expect(mirrored.interval.high).toBeCloseTo(-interval.low, 10);
    }),
  );
  expect(() => pairedDifference({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toThrow(RangeError);
});
