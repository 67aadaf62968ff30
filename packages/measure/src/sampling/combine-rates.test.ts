import fc from "fast-check";
import { expect, test } from "vitest";
import { combineRates } from "./combine-rates.ts";

test("two independent halves: the mean, and distances added in squares", () => {
  const combined = combineRates([
    { weight: 50, estimate: 0.2, interval: { low: 0.1, high: 0.4 } },
    { weight: 50, estimate: 0.4, interval: { low: 0.2, high: 0.5 } },
  ]);
  expect(combined?.estimate).toBeCloseTo(0.3, 12);
  expect(combined?.interval.low).toBeCloseTo(0.3 - Math.hypot(0.05, 0.1), 12);
  expect(combined?.interval.high).toBeCloseTo(0.3 + Math.hypot(0.1, 0.05), 12);
});

test("a part alone is itself, and parts below 0 pull the sum down before it is cut", () => {
  const part = { weight: 3, estimate: 0.2, interval: { low: 0.1, high: 0.4 } };
  expect(combineRates([part])?.interval.low).toBeCloseTo(0.1, 12);
  expect(combineRates([part])?.interval.high).toBeCloseTo(0.4, 12);
  const below = { weight: 1, estimate: -0.1, interval: { low: -0.2, high: 0.1 } };
  expect(combineRates([below, { ...below, estimate: 0.1 }])?.estimate).toBeCloseTo(0, 12);
  expect(combineRates([below])).toMatchObject({ estimate: 0, interval: { low: 0 } });
  expect(combineRates([])).toBeUndefined();
});

test("the interval holds the estimate and lies in [0, 1]", () => {
  const share = fc.double({ min: -0.3, max: 1.3, noNaN: true });
  const part = fc.tuple(share, share, share, fc.integer({ min: 1, max: 99 })).map(([a, b, c, weight]) => {
    const [low = 0, estimate = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
    return { weight, estimate, interval: { low, high } };
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const combined = combineRates(parts);
      if (!combined) return;
      expect(combined.interval.low).toBeLessThanOrEqual(combined.estimate);
      expect(combined.interval.high).toBeGreaterThanOrEqual(combined.estimate);
      expect(combined.interval.low).toBeGreaterThanOrEqual(0);
      expect(combined.interval.high).toBeLessThanOrEqual(1);
    }),
  );
});
