import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RateWeight } from "../clustered-rate.ts";
import { correctedRate, type CorrectedRate } from "./corrected-rate.ts";
import { judgeErrors } from "./judge-errors.ts";
import { allocateCalibrationLabels } from "./label-allocation.ts";
import { predictionPoweredMean } from "./prediction-powered.ts";
import { roganGladen } from "./rogan-gladen.ts";

const rate = (estimate: number, effectiveTrials: number): RateWeight => ({ estimate, effectiveTrials });

describe("Rogan-Gladen with the interval of Lee et al. (arXiv:2511.21140), values of the authors' code", () => {
  test.each([
    { judged: rate(0.4, 1000), q0: rate(0.7, 200), q1: rate(0.9, 200), to: [0.166667, 0.056351, 0.262733] },
    { judged: rate(0.12, 500), q0: rate(0.95, 100), q1: rate(0.85, 100), to: [0.0875, 0.013499, 0.143858] },
  ])("judged $judged.estimate", ({ judged, q0, q1, to }) => {
    const { estimate, interval } = roganGladen({ judged, specificity: q0, sensitivity: q1 });
    expect(estimate).toBeCloseTo(to[0] ?? -1, 6);
    expect(interval.low).toBeCloseTo(to[1] ?? -1, 6);
    expect(interval.high).toBeCloseTo(to[2] ?? -1, 6);
  });

  test("fewer judged breached than false alarms alone would give: 0, and the interval says up to what", () => {
    const corrected = roganGladen({
      judged: rate(0.02, 500),
      specificity: rate(0.95, 100),
      sensitivity: rate(0.9, 50),
    });
    expect(corrected.estimate).toBe(0);
    expect(corrected.uncut.estimate).toBeLessThan(0);
    expect(corrected.interval.low).toBe(0);
    expect(corrected.interval.high).toBeGreaterThan(0);
  });

  test("labels split as the authors' code does: 136 held, 64 breached", () => {
    const plan = { labels: 200, judgedRate: 0.4, specificity: 0.7, sensitivity: 0.9, pilot: 10 };
    expect(allocateCalibrationLabels(plan)).toEqual({ negatives: 136, positives: 64 });
    const rare = allocateCalibrationLabels({ ...plan, judgedRate: 0.02 });
    expect(rare.negatives).toBeGreaterThan(190);
    expect(() => allocateCalibrationLabels({ ...plan, judgedRate: 0 })).toThrow(RangeError);
  });
});

// XSTest v2 (CC-BY-4.0), answers of Llama-2 with its original prompt to 250 safe prompts, any refusal, GPT-4 as judge;
// labelled are those whose index from 0 divides by 4. All people's labels together give .596.
describe("a judge that misses two refusals in five (XSTest v2)", () => {
  const labelled = [
    ...Array.from({ length: 23 }, () => ({ judged: 1, truth: 1 })),
    ...Array.from({ length: 15 }, () => ({ judged: 0, truth: 1 })),
    ...Array.from({ length: 25 }, () => ({ judged: 0, truth: 0 })),
  ];
  const unlabelled = Array.from({ length: 187 }, (_, index) => (index < 67 ? 1 : 0));

  test("prediction-powered mean (ppi_py)", () => {
    const { estimate, standardError, interval } = predictionPoweredMean(labelled, unlabelled, {
      trust: "full",
    });
    expect(estimate).toBeCloseTo(0.596384, 6);
    expect(standardError).toBeCloseTo(0.064101, 6);
    expect(interval.low).toBeCloseTo(0.470748, 6);
    expect(interval.high).toBeCloseTo(0.72202, 6);
  });

  test("PPI++ (ppi_py)", () => {
    const { estimate, interval, lambda } = predictionPoweredMean(labelled, unlabelled);
    expect(estimate).toBeCloseTo(0.599994, 6);
    expect(interval.low).toBeCloseTo(0.497736, 6);
    expect(interval.high).toBeCloseTo(0.702251, 6);
    expect(lambda).toBeCloseTo(0.4684, 3);
  });

  const errors = judgeErrors({ truePositives: 23, falseNegatives: 15, falsePositives: 0, trueNegatives: 25 });

  test("Rogan-Gladen (authors' code)", () => {
    expect(errors.sensitivity?.estimate).toBeCloseTo(0.605263, 6);
    const corrected = correctedRate(rate(67 / 187, 187), { kind: "error-rates", errors });
    if (corrected.kind !== "corrected") throw new Error(corrected.reason);
    expect(corrected.method).toBe("rogan-gladen");
    expect(corrected.estimate).toBeCloseTo(0.591955, 6);
    expect(corrected.interval.low).toBeCloseTo(0.393885, 6);
    expect(corrected.interval.high).toBeCloseTo(0.802004, 6);
  });

  test("labels by the judge's outcome: near PPI++, and the truth inside", () => {
    const strata = [
      { trials: 90, labelled: 23, failures: 23 },
      { trials: 160, labelled: 40, failures: 15 },
    ];
    const corrected = correctedRate(rate(90 / 250, 250), { kind: "labelled-sample", strata });
    if (corrected.kind !== "corrected") throw new Error(corrected.reason);
    // By hand: .36 x 1 + .64 x 15/40.
    expect(corrected.estimate).toBeCloseTo(0.6, 12);
    expect(corrected.interval.low).toBeLessThan(0.52);
    expect(corrected.interval.low).toBeGreaterThan(0.45);
    expect(corrected.interval.high).toBeGreaterThan(0.596);
    expect(corrected.interval.high).toBeLessThan(0.72);
  });
});

describe("a rate is not corrected, and the reason is given,", () => {
  const good = rate(0.9, 100);
  const refused = (reason: string): unknown => ({ kind: "not-correctable", reason });
  const withErrors = (
    sensitivity: RateWeight | undefined,
    specificity: RateWeight | undefined,
  ): CorrectedRate =>
    correctedRate(rate(0.3, 200), { kind: "error-rates", errors: { sensitivity, specificity } });

  test("when the judge hardly tells breached from held", () => {
    expect(withErrors(rate(0.6, 100), rate(0.55, 100))).toEqual(refused("uninformative-judge"));
    expect(withErrors(rate(0.2, 100), rate(0.3, 100))).toEqual(refused("uninformative-judge"));
    expect(withErrors(rate(0.6, 100), rate(0.6, 100)).kind).toBe("corrected");
    const errors = { sensitivity: rate(0.5, 9), specificity: rate(0.5, 9) };
    const evidence = { kind: "error-rates", errors } as const;
    expect(correctedRate(rate(0.3, 9), evidence, { minimumInformation: 0 })).toEqual(
      refused("uninformative-judge"),
    );
  });

  test("when labels of a kind are missing, or nothing was judged", () => {
    expect(withErrors(undefined, good)).toEqual(refused("no-breached-labels"));
    expect(withErrors(good, undefined)).toEqual(refused("no-held-labels"));
    const errors = judgeErrors({ truePositives: 0, falseNegatives: 0, falsePositives: 1, trueNegatives: 3 });
    expect(errors).toEqual({ sensitivity: undefined, specificity: rate(0.75, 4) });
    expect(correctedRate(undefined, { kind: "error-rates", errors })).toEqual(refused("nothing-judged"));
    const strata = [{ trials: 5, labelled: 0, failures: 0 }];
    expect(correctedRate(good, { kind: "labelled-sample", strata })).toEqual(refused("unlabelled-stratum"));
  });
});

const shares = fc.double({ min: 0, max: 1, noNaN: true });
const weights = fc.record({
  estimate: shares,
  effectiveTrials: fc.double({ min: 1, max: 5000, noNaN: true }),
});

test("a corrected interval holds its estimate and lies in [0, 1]; a faultless judge changes nothing", () => {
  fc.assert(
    fc.property(weights, weights, weights, (judged, sensitivity, specificity) => {
      const corrected = correctedRate(judged, { kind: "error-rates", errors: { sensitivity, specificity } });
      if (corrected.kind !== "corrected") return;
      expect(corrected.interval.low).toBeGreaterThanOrEqual(0);
      expect(corrected.interval.high).toBeLessThanOrEqual(1);
      expect(corrected.interval.low).toBeLessThanOrEqual(corrected.estimate);
      expect(corrected.interval.high).toBeGreaterThanOrEqual(corrected.estimate);
      const faultless = { estimate: 1, effectiveTrials: 1e9 };
      expect(roganGladen({ judged, sensitivity: faultless, specificity: faultless }).estimate).toBeCloseTo(
        judged.estimate,
        12,
      );
    }),
  );
});

test("fewer independent trials or labels give a wider interval", () => {
  const at = (n: number, m: number): number => {
    const { low, high } = roganGladen({
      judged: rate(0.4, n),
      specificity: rate(0.9, m),
      sensitivity: rate(0.8, m),
    }).interval;
    return high - low;
  };
  expect(at(100, 200)).toBeGreaterThan(at(400, 200));
  expect(at(400, 50)).toBeGreaterThan(at(400, 200));
  expect(() =>
    roganGladen({ judged: rate(0.4, 9), specificity: rate(0.4, 9), sensitivity: rate(0.5, 9) }),
  ).toThrow(RangeError);
});

test("a judge that says nothing is not trusted: PPI++ falls back on the labels", () => {
  const labels = [0, 1, 1, 0, 1].map((truth) => ({ judged: 1, truth }));
  const { estimate, lambda } = predictionPoweredMean(labels, [1, 1, 1]);
  expect(lambda).toBe(0);
  expect(estimate).toBeCloseTo(0.6, 12);
  expect(() => predictionPoweredMean(labels, [])).toThrow(RangeError);
  expect(() => predictionPoweredMean(labels.slice(0, 1), [1])).toThrow(RangeError);
});
