import fc from "fast-check";
import { expect, test } from "vitest";
import { seededUniform } from "../seeded-uniform.fixture.ts";
import { bootstrapInterval } from "./bootstrap-interval.ts";
import { sampleQuantile } from "./sample-quantile.ts";

test("type-7 quantiles of 1..10 (R documentation of quantile: 25 % is 3.25)", () => {
  const sorted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(sampleQuantile(sorted, 0.25)).toBe(3.25);
  expect(sampleQuantile(sorted, 0.5)).toBe(5.5);
  expect(sampleQuantile(sorted, 0)).toBe(1);
  expect(sampleQuantile(sorted, 1)).toBe(10);
  expect(() => sampleQuantile([], 0.5)).toThrow(RangeError);
  expect(() => sampleQuantile(sorted, 1.1)).toThrow(RangeError);
});

// All 5^5 resamples of these clusters, written out: quantiles .058824 and .733333.
const clusters = [
  [2, 3],
  [0, 3],
  [1, 3],
  [3, 3],
  [0, 4],
] as const;

test("a cluster bootstrap converges to the full enumeration of its resamples", () => {
  const rate = (drawn: Uint32Array): number => {
    let failures = 0;
    let size = 0;
    for (const index of drawn) {
      failures += clusters[index]?.[0] ?? 0;
      size += clusters[index]?.[1] ?? 0;
    }
    return failures / size;
  };
  const interval = bootstrapInterval(5, rate, { random: seededUniform(7), replicates: 20_000 });
  expect(interval?.low).toBeCloseTo(0.058824, 2);
  expect(interval?.high).toBeCloseTo(0.733333, 2);
});

test("the same random numbers give the same interval, and bounds are in order", () => {
  const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.integer(), (sample, seed) => {
      const mean = (drawn: Uint32Array): number =>
        drawn.reduce((sum, index) => sum + (sample[index] ?? 0), 0) / drawn.length;
      const draw = () =>
        bootstrapInterval(sample.length, mean, { random: seededUniform(seed), replicates: 50 });
      const interval = draw();
      expect(draw()).toEqual(interval);
      if (interval === undefined) throw new Error("a mean is always defined");
      expect(interval.low).toBeLessThanOrEqual(interval.high);
    }),
  );
});

test("nothing is said about a statistic that most resamples leave undefined, or about no units", () => {
  expect(bootstrapInterval(3, () => undefined, { random: seededUniform(1) })).toBeUndefined();
  expect(bootstrapInterval(0, () => 1, { random: seededUniform(1) })).toBeUndefined();
  expect(() => bootstrapInterval(1, () => 1, { random: seededUniform(1), confidence: 1 })).toThrow(
    RangeError,
  );
});
