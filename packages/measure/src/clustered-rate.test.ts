import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clusteredBounds,
  clusteredInterval,
  clusteredRate,
  type Cluster,
  type ClusteredRate,
} from "./clustered-rate.ts";
import type { Interval } from "./interval.ts";
import { seededUniform } from "./seeded-uniform.fixture.ts";
import { wilsonInterval } from "./wilson-interval.ts";
import { zeroFailureBound } from "./zero-failure-bound.ts";

const clustersOf = (...pairs: readonly (readonly [number, number])[]): readonly Cluster[] =>
  pairs.map(([failures, size]) => ({ failures, size }));

function measured(clusters: readonly Cluster[]): ClusteredRate {
  const rate = clusteredRate(clusters);
  if (rate === undefined) throw new Error("the clusters hold no trial");
  return rate;
}

const width = ({ low, high }: Interval): number => high - low;

describe("the worked example of five clusters (formulas of Miller 2024, arXiv:2411.00640, with G / (G - 1))", () => {
  const rate = measured(clustersOf([2, 3], [0, 3], [1, 3], [3, 3], [0, 4]));

  test("estimate, standard error and effective trials", () => {
    expect(rate.estimate).toBe(0.375);
    expect(rate.standardError).toBeCloseTo(0.1953125, 12);
    expect(rate.effectiveTrials).toBeCloseTo(3.061746, 6);
  });

  test("interval", () => {
    const { low, high } = clusteredInterval(rate);
    expect(low).toBeCloseTo(0.076779, 6);
    expect(high).toBeCloseTo(0.81234, 6);
  });
});

test("without a failure each cluster counts as one trial", () => {
  const rate = measured(clustersOf([0, 5], [0, 5], [0, 5]));
  expect(rate.effectiveTrials).toBe(3);
  expect(clusteredBounds(rate, 0.9)).toEqual({ low: 0, high: zeroFailureBound(3, 0.9) });
});

test("with nothing but failures each cluster counts as one trial, and the lower bound mirrors", () => {
  const rate = measured(clustersOf([5, 5], [2, 2], [1, 1]));
  expect(rate.effectiveTrials).toBe(3);
  expect(clusteredBounds(rate, 0.95)).toEqual({ low: 1 - zeroFailureBound(3), high: 1 });
  expect(clusteredInterval(rate).high).toBe(1);
});

test("clusters that all show the same share carry no error, so each counts as one trial", () => {
  expect(measured(clustersOf([1, 3], [1, 3], [2, 6], [1, 3])).effectiveTrials).toBe(4);
  expect(measured(clustersOf([3, 7], [3, 7], [3, 7])).standardError).toBe(0);
});

test("a single cluster counts as one trial, however many repeats it holds", () => {
  const rate = measured(clustersOf([37, 100]));
  expect(rate.effectiveTrials).toBe(1);
  expect(width(clusteredInterval(rate))).toBeGreaterThan(0.7);
});

test("no trial gives no rate, and empty clusters do not count", () => {
  expect(clusteredRate([])).toBeUndefined();
  expect(clusteredRate(clustersOf([0, 0]))).toBeUndefined();
  expect(measured(clustersOf([0, 0], [1, 2], [0, 2])).clusters).toBe(2);
});

test("counts that are not whole or not possible are refused", () => {
  expect(() => clusteredRate(clustersOf([3, 2]))).toThrow(RangeError);
  expect(() => clusteredRate(clustersOf([0.5, 2]))).toThrow(RangeError);
  expect(() => clusteredRate(clustersOf([-1, 2]))).toThrow(RangeError);
});

test("when repeats agree, the interval is wider than one that takes them for independent", () => {
  const repeats = fc.integer({ min: 2, max: 20 });
  const prompts = fc.array(fc.boolean(), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(prompts, repeats, (failed, size) => {
      const rate = measured(failed.map((isFailure) => ({ failures: isFailure ? size : 0, size })));
      const naive = wilsonInterval({ failures: rate.failures, trials: rate.trials });
      expect(width(clusteredInterval(rate))).toBeGreaterThan(width(naive));
      expect(rate.effectiveTrials).toBeLessThanOrEqual(failed.length + 1e-9);
    }),
  );
});

const someClusters = fc.array(
  fc
    .integer({ min: 1, max: 12 })
    .chain((size) => fc.record({ failures: fc.integer({ min: 0, max: size }), size: fc.constant(size) })),
  { minLength: 1, maxLength: 60 },
);

test("the interval contains the estimate, lies in [0, 1], and claims no more trials than there are", () => {
  fc.assert(
    fc.property(someClusters, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (clusters, confidence) => {
      const rate = measured(clusters);
      for (const { low, high } of [clusteredInterval(rate, confidence), clusteredBounds(rate, confidence)]) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(rate.estimate);
        expect(high).toBeGreaterThanOrEqual(rate.estimate);
      }
      expect(rate.effectiveTrials).toBeGreaterThan(0);
      expect(rate.effectiveTrials).toBeLessThanOrEqual(rate.trials);
    }),
  );
});

test("the order of clusters does not matter and failures mirror passes", () => {
  fc.assert(
    fc.property(someClusters, (clusters) => {
      const rate = measured(clusters);
      const mirrored = measured(
        clusters.map(({ failures, size }) => ({ failures: size - failures, size })).reverse(),
      );
      expect(mirrored.effectiveTrials).toBeCloseTo(rate.effectiveTrials, 6);
      expect(clusteredBounds(mirrored).low).toBeCloseTo(1 - clusteredBounds(rate).high, 9);
    }),
  );
});

/** A beta(a, b) draw by Jöhnk's method, which suits shapes whose sum is small. */
function drawBeta(a: number, b: number, uniform: () => number): number {
  for (;;) {
    const x = uniform() ** (1 / a);
    const y = uniform() ** (1 / b);
    if (x + y <= 1 && x + y > 0) return x / (x + y);
  }
}

test("over 4000 simulated campaigns of 40 prompts x 5 repeats, 93 to 97 % of intervals hold the truth; naive ones fewer than 90 %", () => {
  const uniform = seededUniform(20_261_123);
  const campaigns = 4000;
  const truth = 0.1;
  let covered = 0;
  let coveredNaively = 0;
  for (let campaign = 0; campaign < campaigns; campaign += 1) {
    const clusters = Array.from({ length: 40 }, () => {
      const risk = drawBeta(0.2, 1.8, uniform);
      let failures = 0;
      for (let repeat = 0; repeat < 5; repeat += 1) if (uniform() < risk) failures += 1;
      return { failures, size: 5 };
    });
    const rate = measured(clusters);
    const holds = ({ low, high }: Interval): boolean => low <= truth && truth <= high;
    if (holds(clusteredInterval(rate))) covered += 1;
    if (holds(wilsonInterval({ failures: rate.failures, trials: rate.trials }))) coveredNaively += 1;
  }
  expect(covered / campaigns).toBeGreaterThan(0.93);
  expect(covered / campaigns).toBeLessThan(0.97);
  expect(coveredNaively / campaigns).toBeLessThan(0.9);
});
