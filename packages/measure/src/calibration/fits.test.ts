import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededUniform } from "../seeded-uniform.fixture.ts";
import { applyIsotonic, fitIsotonic } from "./isotonic-fit.ts";
import { applyPlatt, fitPlatt } from "./platt-fit.ts";
import type { ScoredCase } from "./roc-area.ts";

const casesOf = (scores: readonly number[], outcomes: readonly number[]): readonly ScoredCase[] =>
  scores.map((score, index) => ({ score, occurred: outcomes[index] === 1 }));

const twelve = casesOf(
  [-3, -2.2, -1.5, -1, -0.4, -0.1, 0.3, 0.8, 1.2, 1.9, 2.5, 3.1],
  [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 1],
);

describe("isotonic fit", () => {
  test("of twelve cases, at and between the scores (scikit-learn 1.9, IsotonicRegression)", () => {
    const fit = fitIsotonic(twelve);
    const third = 1 / 3;
    const expected = [0, 0, 0, third, third, third, 0.5, 0.5, 1, 1, 1, 1];
    for (const [index, { score }] of twelve.entries()) {
      expect(applyIsotonic(fit, score)).toBeCloseTo(expected[index] ?? -1, 12);
    }
    for (const [score, probability] of [
      [-10, 0],
      [0, 0.375],
      [0.55, 0.5],
      [2.2, 1],
      [9, 1],
    ] as const) {
      expect(applyIsotonic(fit, score)).toBeCloseTo(probability, 12);
    }
  });

  test("of equal scores (scikit-learn 1.9)", () => {
    const fit = fitIsotonic(casesOf([1, 2, 2, 3, 3, 3, 4, 5], [0, 1, 0, 1, 0, 0, 1, 1]));
    const at = [1, 2, 2.5, 3, 4, 5].map((score) => applyIsotonic(fit, score));
    for (const [index, probability] of [0, 0.4, 0.4, 0.4, 1, 1].entries()) {
      expect(at[index]).toBeCloseTo(probability, 12);
    }
  });

  test("never falls, keeps the overall rate, and does not depend on the order of cases", () => {
    const cases = fc.array(fc.record({ score: fc.integer({ min: -9, max: 9 }), occurred: fc.boolean() }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(cases, (scored) => {
        const fit = fitIsotonic(scored);
        expect(fitIsotonic([...scored].reverse())).toEqual(fit);
        for (const [index, knot] of fit.knots.entries()) {
          expect(knot.probability).toBeGreaterThanOrEqual(fit.knots[index - 1]?.probability ?? 0);
        }
        const given = scored.reduce((sum, { score }) => sum + applyIsotonic(fit, score), 0);
        expect(given).toBeCloseTo(scored.filter(({ occurred }) => occurred).length, 8);
      }),
    );
  });

  test("refuses what it cannot fit", () => {
    expect(() => fitIsotonic([])).toThrow(RangeError);
    expect(() => fitIsotonic(casesOf([Infinity], [1]))).toThrow(RangeError);
    expect(() => applyIsotonic({ knots: [] }, 0)).toThrow(RangeError);
  });
});

describe("Platt fit", () => {
  test("of twelve cases (scikit-learn 1.9, _sigmoid_calibration, whose signs are turned)", () => {
    const fit = fitPlatt(twelve);
    expect(fit.slope).toBeCloseTo(0.6908113543853945, 5);
    expect(fit.intercept).toBeCloseTo(-0.09623835137175925, 5);
  });

  test("finds a known curve again", () => {
    const random = seededUniform(9);
    const truth = { slope: 1.7, intercept: -0.8 };
    const cases = Array.from({ length: 20_000 }, () => {
      const score = 6 * random() - 3;
      return { score, occurred: random() < applyPlatt(truth, score) };
    });
    const fit = fitPlatt(cases);
    expect(Math.abs(fit.slope - truth.slope)).toBeLessThan(0.1);
    expect(Math.abs(fit.intercept - truth.intercept)).toBeLessThan(0.1);
  });

  test("stays finite where scores separate the cases, or say nothing", () => {
    const separated = fitPlatt(casesOf([-900, -800, 800, 900], [0, 0, 1, 1]));
    expect(applyPlatt(separated, 850)).toBeLessThan(1);
    expect(applyPlatt(separated, 850)).toBeGreaterThan(0.6);
    const level = fitPlatt(casesOf([2, 2, 2, 2], [0, 0, 1, 1]));
    expect(applyPlatt(level, 2)).toBeCloseTo(0.5, 6);
    expect(applyPlatt({ slope: 1, intercept: 0 }, -1e6)).toBe(0);
    expect(applyPlatt({ slope: 1, intercept: 0 }, 1e6)).toBe(1);
  });

  test("refuses what it cannot fit", () => {
    expect(() => fitPlatt(casesOf([1, 2], [1, 1]))).toThrow("cases of both kinds");
    expect(() => fitPlatt(casesOf([1, Number.NaN], [1, 0]))).toThrow(RangeError);
  });
});
