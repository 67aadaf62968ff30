import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clopperPearson } from "./clopper-pearson.ts";
import type { Count, Interval } from "./interval.ts";
import { jeffreys } from "./jeffreys.ts";
import { wilsonBounds, wilsonInterval } from "./wilson-interval.ts";
import { zeroFailureBound } from "./zero-failure-bound.ts";

interface Published {
  readonly count: readonly [failures: number, trials: number];
  readonly wilson?: readonly [number, number];
  readonly clopperPearson?: readonly [number, number];
  readonly jeffreys?: readonly [number, number];
  readonly digits: number;
  readonly source: string;
}

const newcombe = "Newcombe 1998, Statistics in Medicine 17:857, table I; Jeffreys by R 4.2";
const statsmodels = "statsmodels test_proportion.py, values from R package binom";
const published: readonly Published[] = [
  {
    count: [81, 263],
    wilson: [0.255289, 0.36621],
    clopperPearson: [0.252737, 0.367622],
    jeffreys: [0.254522, 0.365647],
    digits: 6,
    source: newcombe,
  },
  {
    count: [15, 148],
    wilson: [0.062386, 0.160487],
    clopperPearson: [0.057844, 0.16165],
    jeffreys: [0.060449, 0.157643],
    digits: 6,
    source: newcombe,
  },
  {
    count: [0, 20],
    wilson: [0, 0.161125],
    clopperPearson: [0, 0.168433],
    jeffreys: [0, 0.116639],
    digits: 6,
    source: newcombe,
  },
  {
    count: [1, 29],
    wilson: [0.006113, 0.171755],
    clopperPearson: [0.000873, 0.177644],
    digits: 6,
    source: newcombe,
  },
  {
    count: [18, 20],
    wilson: [0.6989663548, 0.9721335188],
    clopperPearson: [0.683017286, 0.9876514728],
    jeffreys: [0.7161467427, 0.978627512],
    digits: 10,
    source: statsmodels,
  },
  {
    count: [4, 20],
    wilson: [0.0806576626, 0.4160174323],
    clopperPearson: [0.0573339971, 0.436614003],
    jeffreys: [0.0715200525, 0.4082257625],
    digits: 10,
    source: statsmodels,
  },
  { count: [19, 38], wilson: [0.348499283643951, 0.651500716356049], digits: 12, source: statsmodels },
  { count: [51, 235], clopperPearson: [0.1660633298, 0.275268364], digits: 10, source: statsmodels },
];

const methods = { wilson: wilsonInterval, clopperPearson, jeffreys } as const;

describe.each(published)("$count failures of trials ($source)", ({ count, digits, ...values }) => {
  const [failures, trials] = count;
  for (const name of ["wilson", "clopperPearson", "jeffreys"] as const) {
    const expected = values[name];
    if (expected === undefined) continue;
    test(name, () => {
      const { low, high } = methods[name]({ failures, trials });
      // Half a unit of the last published digit, doubled for a value that was cut and not rounded.
      expect(Math.abs(low - expected[0])).toBeLessThanOrEqual(10 ** -digits);
      expect(Math.abs(high - expected[1])).toBeLessThanOrEqual(10 ** -digits);
    });
  }
});

test.each([
  [30, 0.095034],
  [100, 0.029513],
  [300, 0.009936],
  [1000, 0.002991],
])(
  "no failure in %d trials bounds the rate at %f (exact binomial; rule of three gives 3 / n)",
  (trials, bound) => {
    expect(zeroFailureBound(trials)).toBeCloseTo(bound, 6);
    expect(clopperPearson({ failures: 0, trials }, 0.9).high).toBeCloseTo(bound, 6);
  },
);

test("59 clean trials show 5 % and 299 show 1 %, one fewer does not (exact binomial)", () => {
  expect(zeroFailureBound(59)).toBeLessThanOrEqual(0.05);
  expect(zeroFailureBound(58)).toBeGreaterThan(0.05);
  expect(zeroFailureBound(299)).toBeLessThanOrEqual(0.01);
  expect(zeroFailureBound(298)).toBeGreaterThan(0.01);
});

const counts: fc.Arbitrary<Count> = fc
  .integer({ min: 1, max: 5000 })
  .chain((trials) =>
    fc.record({ failures: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }),
  );
const confidences = fc.double({ min: 0.6, max: 0.999, noNaN: true });
const width = ({ low, high }: Interval): number => high - low;

describe.each(Object.entries(methods))("%s", (_name, interval) => {
  test("lies in [0, 1] and contains the estimate", () => {
    fc.assert(
      fc.property(counts, confidences, (count, confidence) => {
        const { low, high } = interval(count, confidence);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count.failures / count.trials);
        expect(high).toBeGreaterThanOrEqual(count.failures / count.trials);
      }),
    );
  });

  test("mirrors when failures and passes change places", () => {
    fc.assert(
      fc.property(counts, (count) => {
        const plain = interval(count);
        const mirrored = interval({ failures: count.trials - count.failures, trials: count.trials });
        expect(mirrored.low).toBeCloseTo(1 - plain.high, 9);
        expect(mirrored.high).toBeCloseTo(1 - plain.low, 9);
      }),
    );
  });

  test("shrinks when the same share rests on more trials", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 20 }), ({ failures, trials }, times) => {
        expect(width(interval({ failures: failures * times, trials: trials * times }))).toBeLessThan(
          width(interval({ failures, trials })),
        );
      }),
    );
  });

  test("widens with confidence", () => {
    fc.assert(
      fc.property(counts, (count) => {
        expect(width(interval(count, 0.99))).toBeGreaterThan(width(interval(count, 0.9)));
      }),
    );
  });

  test("refuses counts that no experiment gives", () => {
    expect(() => interval({ failures: 2, trials: 1 })).toThrow(RangeError);
    expect(() => interval({ failures: 0, trials: 0 })).toThrow(RangeError);
    expect(() => interval({ failures: -1, trials: 5 })).toThrow(RangeError);
    expect(() => interval({ failures: 1, trials: 5 }, 1)).toThrow(RangeError);
  });
});

test("one-sided Wilson bounds at 95 % are the ends of the two-sided 90 % interval", () => {
  fc.assert(
    fc.property(counts, (count) => {
      expect(wilsonBounds(count, 0.95).high).toBeCloseTo(wilsonInterval(count, 0.9).high, 12);
      expect(wilsonBounds(count, 0.95).low).toBeCloseTo(wilsonInterval(count, 0.9).low, 12);
    }),
  );
});
