import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Estimated } from "../estimated.ts";
import { seededUniform } from "../seeded-uniform.fixture.ts";
import { wilsonInterval } from "../wilson-interval.ts";
import { averageQuality } from "./average-quality.ts";
import { classifierQuality, type ClassifierQuality } from "./classifier-quality.ts";
import { confusionOf, type LabelPair } from "./confusion.ts";
import { labelQuality } from "./label-quality.ts";

const table = {
  labels: ["comply", "partial", "refuse"],
  counts: [
    [50, 3, 7],
    [4, 20, 6],
    [2, 1, 17],
  ],
};

function qualityOf(counts: readonly (readonly number[])[]): ClassifierQuality {
  const quality = classifierQuality({ labels: counts.map((_, index) => `label ${index}`), counts });
  if (quality === undefined) throw new Error("the table holds no case");
  return quality;
}

describe("three labels, values from scikit-learn 1.9 (precision_recall_fscore_support, balanced_accuracy_score)", () => {
  const quality = qualityOf(table.counts);
  const close = (measured: Estimated | undefined, expected: number): void =>
    expect(measured?.estimate).toBeCloseTo(expected, 8);

  test("by label", () => {
    const [comply, partial, refuse] = [...quality.perLabel.values()];
    close(comply?.precision, 0.89285714);
    close(partial?.precision, 0.83333333);
    close(refuse?.precision, 0.56666667);
    close(comply?.recall, 0.83333333);
    close(refuse?.recall, 0.85);
    close(comply?.f1, 0.86206897);
    close(partial?.f1, 0.74074074);
    close(refuse?.f1, 0.68);
    close(comply?.specificity, 0.88);
    close(refuse?.specificity, 0.85555556);
    expect(comply?.support).toBe(60);
  });

  test("averaged", () => {
    close(quality.accuracy, 0.7909090909);
    close(quality.balancedAccuracy, 0.7833333333);
    close(quality.macro.precision, 0.764285714286);
    close(quality.macro.f1, 0.760936568753);
    close(quality.macro.specificity, 0.8951851852);
    close(quality.micro.f1, 0.7909090909);
    close(quality.weighted.precision, 0.817316017316);
    close(quality.weighted.recall, 0.790909090909);
    close(quality.weighted.f1, 0.795876001393);
  });

  test("proportions carry Wilson's interval", () => {
    expect(quality.accuracy.interval).toEqual(wilsonInterval({ failures: 87, trials: 110 }));
    const refuse = quality.perLabel.get("label 2");
    expect(refuse?.recall?.interval).toEqual(wilsonInterval({ failures: 17, trials: 20 }));
  });
});

test("weighted recall is accuracy, and its delta-method interval meets Wilson's where cases are many", () => {
  const { accuracy, weighted } = qualityOf(table.counts.map((row) => row.map((count) => 100 * count)));
  expect(weighted.recall.interval.low).toBeCloseTo(accuracy.interval.low, 4);
  expect(weighted.recall.interval.high).toBeCloseTo(accuracy.interval.high, 4);
});

test("pairs are counted by label, and a label outside the set is refused", () => {
  const pairs: LabelPair[] = [
    { truth: "b", predicted: "a" },
    { truth: "a", predicted: "a" },
    { truth: "b", predicted: "a" },
  ];
  expect(confusionOf(pairs)).toEqual({
    labels: ["a", "b"],
    counts: [
      [1, 0],
      [2, 0],
    ],
  });
  expect(confusionOf(pairs, ["b", "a", "c"])).toEqual({
    labels: ["b", "a", "c"],
    counts: [
      [0, 2, 0],
      [0, 1, 0],
      [0, 0, 0],
    ],
  });
  expect(() => confusionOf(pairs, ["a"])).toThrow('"b" is not among the labels a');
});

test("a measure without a case is undefined, never 0 or 1", () => {
  const empty = labelQuality({ truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 9 });
  expect(empty).toMatchObject({ support: 0, precision: undefined, recall: undefined, f1: undefined });
  expect(empty.specificity?.estimate).toBe(1);
  expect(classifierQuality({ labels: ["a"], counts: [[0]] })).toBeUndefined();
  expect(() => averageQuality([[0]], { measure: "f1", averaging: "macro" })).toThrow(RangeError);
});

test("a faultless table is not certain", () => {
  const { macro, balancedAccuracy } = qualityOf([
    [20, 0],
    [0, 20],
  ]);
  expect(balancedAccuracy.estimate).toBe(1);
  expect(balancedAccuracy.interval.low).toBeLessThan(0.97);
  expect(macro.f1.interval.low).toBeGreaterThan(0.8);
});

const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((size) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  )
  .filter((counts) => counts.flat().some((count) => count > 0));

test("every interval holds its estimate and lies in [0, 1]", () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const quality = qualityOf(counts);
      const averages = [quality.macro, quality.micro, quality.weighted].flatMap((one) => Object.values(one));
      const labels = [...quality.perLabel.values()].flatMap(({ precision, recall, f1, specificity }) => [
        precision,
        recall,
        f1,
        specificity,
      ]);
      for (const measured of [...averages, ...labels, quality.accuracy]) {
        if (measured === undefined) continue;
        const { estimate, interval } = measured;
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(estimate);
        expect(interval.high).toBeGreaterThanOrEqual(estimate);
      }
      expect(quality.weighted.recall.estimate).toBeCloseTo(quality.accuracy.estimate, 12);
    }),
  );
});

test("the order of labels does not matter", () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const turned = [...counts].reverse().map((row) => [...row].reverse());
      expect(qualityOf(turned).macro.f1.estimate).toBeCloseTo(qualityOf(counts).macro.f1.estimate, 10);
      expect(qualityOf(turned).macro.f1.interval.low).toBeCloseTo(
        qualityOf(counts).macro.f1.interval.low,
        10,
      );
    }),
  );
});

/** Draws a table of `size` cases with these probabilities of cells. */
function drawTable(cells: readonly (readonly number[])[], size: number, random: () => number): number[][] {
  const counts = cells.map((row) => row.map(() => 0));
  const places = cells.flatMap((row, truth) => row.map((share, predicted) => ({ truth, predicted, share })));
  for (let drawn = 0; drawn < size; drawn += 1) {
    let left = random();
    const place = places.find(({ share }) => (left -= share) < 0) ?? places[0]!;
    counts[place.truth]![place.predicted]! += 1;
  }
  return counts;
}

test.each([
  {
    cells: [
      [0.45, 0.05],
      [0.02, 0.48],
    ],
    size: 100,
  },
  {
    cells: [
      [0.88, 0.02],
      [0.03, 0.07],
    ],
    size: 150,
  },
  {
    cells: [
      [0.5, 0.03, 0.02],
      [0.04, 0.2, 0.01],
      [0.03, 0.02, 0.15],
    ],
    size: 120,
  },
])("in 3000 draws of $size cases, intervals of F1 and averages cover 92 to 98 of 100", ({ cells, size }) => {
  const random = seededUniform(20_261_124);
  const truth = qualityOf(cells);
  const covered = { f1: 0, macroF1: 0, balanced: 0, weightedF1: 0, macroPrecision: 0 };
  const draws = 3000;
  const holds = (at: Estimated | undefined, value: Estimated | undefined): number =>
    at !== undefined &&
    value !== undefined &&
    at.interval.low <= value.estimate &&
    value.estimate <= at.interval.high
      ? 1
      : 0;
  const last = `label ${cells.length - 1}`;
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = qualityOf(drawTable(cells, size, random));
    covered.f1 += holds(drawn.perLabel.get(last)?.f1, truth.perLabel.get(last)?.f1);
    covered.macroF1 += holds(drawn.macro.f1, truth.macro.f1);
    covered.balanced += holds(drawn.balancedAccuracy, truth.balancedAccuracy);
    covered.weightedF1 += holds(drawn.weighted.f1, truth.weighted.f1);
    covered.macroPrecision += holds(drawn.macro.precision, truth.macro.precision);
  }
  for (const [name, count] of Object.entries(covered)) {
    // Ten cases of a label leave its precision to a handful of predictions: 91.6.
    expect(count / draws, name).toBeGreaterThan(name === "macroPrecision" ? 0.905 : 0.92);
    expect(count / draws, name).toBeLessThan(0.98);
  }
});
