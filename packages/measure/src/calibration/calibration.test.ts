import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededUniform } from "../seeded-uniform.fixture.ts";
import { brierScore } from "./brier-score.ts";
import { binnedError, calibrationError } from "./calibration-error.ts";
import type { Forecast } from "./forecast.ts";
import { logLoss } from "./log-loss.ts";
import { reliabilityBins, type Binning } from "./reliability-bins.ts";
import { riskCoverage } from "./risk-coverage.ts";
import { rocArea } from "./roc-area.ts";

const forecastsOf = (probabilities: readonly number[], outcomes: readonly number[]): readonly Forecast[] =>
  probabilities.map((probability, index) => ({ probability, occurred: outcomes[index] === 1 }));

const asScored = (forecasts: readonly Forecast[]) =>
  forecasts.map(({ probability, occurred }) => ({ score: probability, occurred }));

describe("ten forecasts (scikit-learn 1.9; Murphy's parts by hand)", () => {
  const forecasts = forecastsOf(
    [0.95, 0.9, 0.9, 0.8, 0.8, 0.8, 0.7, 0.6, 0.6, 0.5],
    [1, 1, 0, 1, 1, 0, 1, 0, 1, 0],
  );
  const errorAt = (bins: number) => binnedError(reliabilityBins(forecasts, { binning: "equal-width", bins }));

  test("expected and maximum calibration error", () => {
    expect(errorAt(5).expected).toBeCloseTo(0.175, 12);
    expect(errorAt(5).maximum).toBeCloseTo(0.5, 12);
    expect(errorAt(10).expected).toBeCloseTo(0.215, 12);
  });

  test("Brier score and its parts", () => {
    const { score, reliability, resolution, uncertainty } = brierScore(forecasts);
    expect(score).toBeCloseTo(0.24025, 12);
    expect(reliability).toBeCloseTo(0.073583, 6);
    expect(resolution).toBeCloseTo(0.073333, 6);
    expect(uncertainty).toBeCloseTo(0.24, 12);
  });

  test("log loss and area under the curve", () => {
    expect(logLoss(forecasts)).toBeCloseTo(0.6991902398240766, 12);
    expect(rocArea(asScored(forecasts))?.estimate).toBeCloseTo(0.6666666666666667, 12);
  });
});

test("calibration errors of the example in the documentation of torchmetrics", () => {
  const forecasts = forecastsOf([0.25, 0.25, 0.55, 0.75, 0.75], [0, 0, 1, 1, 1]);
  const error = binnedError(reliabilityBins(forecasts, { binning: "equal-width", bins: 2 }));
  expect(error.expected).toBeCloseTo(0.29, 12);
  expect(error.rootMeanSquare).toBeCloseTo(0.291833, 6);
  expect(error.maximum).toBeCloseTo(0.316667, 6);
});

test("points of the example in the documentation of scikit-learn (calibration_curve)", () => {
  const forecasts = forecastsOf([0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1], [0, 0, 0, 0, 1, 1, 1, 1, 1]);
  const bins = reliabilityBins(forecasts, { binning: "equal-width", bins: 3 });
  expect(bins.map(({ observed }) => observed)).toEqual([0, 0.5, 1]);
  for (const [index, mean] of [0.2, 0.525, 0.85].entries()) {
    expect(bins[index]?.meanProbability).toBeCloseTo(mean, 12);
  }
});

describe("bins", () => {
  const someForecasts = fc.array(
    fc.record({
      probability: fc.integer({ min: 0, max: 20 }).map((part) => part / 20),
      occurred: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  );

  test("hold every forecast once, in order, and never split equal probabilities", () => {
    const binning = fc.constantFrom<Binning>("equal-width", "equal-mass");
    fc.assert(
      fc.property(someForecasts, binning, fc.integer({ min: 1, max: 12 }), (forecasts, how, bins) => {
        const made = reliabilityBins(forecasts, { binning: how, bins });
        expect(made.length).toBeLessThanOrEqual(bins);
        expect(made.reduce((sum, { count }) => sum + count, 0)).toBe(forecasts.length);
        for (const [index, bin] of made.entries()) {
          const before = made[index - 1];
          if (before !== undefined) expect(bin.range.low).toBeGreaterThan(before.range.high);
          expect(bin.interval.low).toBeLessThanOrEqual(bin.observed);
        }
      }),
    );
  });

  test("of equal mass are equal where no probabilities tie", () => {
    const forecasts = forecastsOf(
      Array.from({ length: 40 }, (_, index) => (index / 40) ** 3),
      [],
    );
    const counts = reliabilityBins(forecasts, { binning: "equal-mass", bins: 4 }).map(({ count }) => count);
    expect(counts).toEqual([10, 10, 10, 10]);
  });

  test("the Brier score is the sum of its parts", () => {
    fc.assert(
      fc.property(someForecasts, (forecasts) => {
        const { score, reliability, resolution, uncertainty } = brierScore(forecasts);
        expect(reliability - resolution + uncertainty).toBeCloseTo(score, 12);
      }),
    );
  });
});

test("perfectly calibrated forecasts show an error near the floor; over-confident ones far above it", () => {
  const random = seededUniform(11);
  const probabilities = Array.from({ length: 400 }, () => random());
  const options = { binning: "equal-width", random, replicates: 100 } as const;
  const calibrated = calibrationError(
    probabilities.map((probability) => ({ probability, occurred: random() < probability })),
    options,
  );
  expect(calibrated.expected).toBeLessThan(2 * calibrated.floor);
  expect(calibrated.floor).toBeGreaterThan(0.01);
  const confident = calibrationError(
    probabilities.map((probability) => ({ probability, occurred: random() < 0.5 + (probability - 0.5) / 3 })),
    options,
  );
  expect(confident.interval?.low).toBeGreaterThan(2 * confident.floor);
});

test("one certain mistake costs much but not everything", () => {
  // scikit-learn clips at machine epsilon, 2.2e-16; we at 1e-15.
  expect(logLoss(forecastsOf([0, 0.2], [1, 0]))).toBeCloseTo((-Math.log(1e-15) - Math.log(0.8)) / 2, 9);
});

describe("area under the curve", () => {
  test("is the share of pairs in order, ties half; and one minus that with scores turned round", () => {
    const cases = fc.array(fc.record({ score: fc.integer({ min: 0, max: 8 }), occurred: fc.boolean() }), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(cases, (scored) => {
        const positives = scored.filter(({ occurred }) => occurred);
        const negatives = scored.filter(({ occurred }) => !occurred);
        const area = rocArea(scored);
        if (positives.length === 0 || negatives.length === 0) {
          expect(area).toBeUndefined();
          return;
        }
        const pairs = positives.flatMap((one) =>
          negatives.map((other) => (one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0)),
        );
        const expected = pairs.reduce((sum: number, pair) => sum + pair, 0) / pairs.length;
        expect(area?.estimate).toBeCloseTo(expected, 10);
        expect(area?.interval.low).toBeLessThanOrEqual(expected + 1e-9);
        expect(area?.interval.high).toBeGreaterThanOrEqual(expected - 1e-9);
        const turned = rocArea(scored.map(({ score, occurred }) => ({ score: -score, occurred })));
        expect(turned?.estimate).toBeCloseTo(1 - expected, 10);
        expect(turned?.interval.low).toBeCloseTo(1 - (area?.interval.high ?? 0), 8);
      }),
    );
  });

  test("in 1000 draws of 100 scores, 93 to 98 of 100 intervals hold the truth", () => {
    const random = seededUniform(5);
    // Uniform on [0, 1] against uniform on [.4, 1.4]: P(higher) = 1 - .6²/2.
    const truth = 1 - 0.6 ** 2 / 2;
    let covered = 0;
    for (let draw = 0; draw < 1000; draw += 1) {
      const cases = Array.from({ length: 100 }, (_, index) =>
        index < 30 ? { score: 0.4 + random(), occurred: true } : { score: random(), occurred: false },
      );
      const interval = rocArea(cases)?.interval;
      if (interval !== undefined && interval.low <= truth && truth <= interval.high) covered += 1;
    }
    expect(covered).toBeGreaterThan(930);
    expect(covered).toBeLessThan(980);
  });
});

describe("risk and coverage", () => {
  const decisionsOf = (confidences: readonly number[], errors: readonly number[]) =>
    confidences.map((confidence, index) => ({ confidence, wrong: errors[index] === 1 }));

  test("eight decisions, by the definitions", () => {
    const decisions = decisionsOf([0.99, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3], [0, 0, 1, 0, 0, 1, 1, 0]);
    const { area, generalisedArea, optimalArea, excessArea } = riskCoverage(decisions);
    expect(area).toBeCloseTo(0.24003, 6);
    expect(generalisedArea).toBeCloseTo(0.171875, 6);
    expect(optimalArea).toBeCloseTo(0.103423, 6);
    expect(excessArea).toBeCloseTo(0.136607, 6);
  });

  test("equal confidence gives the mean over all orders, and the order given does not matter", () => {
    const tied = riskCoverage(decisionsOf([0.5, 0.5, 0.5], [1, 0, 0]));
    // By hand over the three places of the error: (1 + 1/2 + 1/3 + 1/2 + 1/3 + 1/3) / 9.
    expect(tied.area).toBeCloseTo((1 + 0.5 + 1 / 3 + 0.5 + 1 / 3 + 1 / 3) / 9, 12);
    expect(riskCoverage(decisionsOf([0.5, 0.5, 0.5], [0, 0, 1]))).toEqual(tied);
  });

  test("no order of confidence beats the optimal one", () => {
    const decisions = fc.array(
      fc.record({ confidence: fc.integer({ min: 0, max: 9 }), wrong: fc.boolean() }),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(decisions, (made) => {
        expect(riskCoverage(made).excessArea).toBeGreaterThan(-1e-12);
      }),
    );
  });
});

test("what could not come from a judge is refused", () => {
  expect(() => brierScore([])).toThrow(RangeError);
  expect(() => logLoss(forecastsOf([1.2], [1]))).toThrow("got 1.2");
  expect(() => reliabilityBins(forecastsOf([0.2], [1]), { binning: "equal-mass", bins: 0 })).toThrow(
    RangeError,
  );
  expect(() => rocArea([{ score: Number.NaN, occurred: true }])).toThrow(RangeError);
  expect(() => riskCoverage([])).toThrow(RangeError);
  expect(() => riskCoverage([{ confidence: Number.NaN, wrong: true }])).toThrow(RangeError);
});
