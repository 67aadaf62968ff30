import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededUniform } from "../seeded-uniform.fixture.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { krippendorffAlpha, type MeasurementLevel, type RatedCase } from "./krippendorff-alpha.ts";

describe("Cohen's kappa", () => {
  test("of [[20, 5], [10, 15]] is .4, ASE .1270, interval .1511 to .6489 (statsmodels 0.14 cohens_kappa)", () => {
    const kappa = cohenKappa([
      [20, 5],
      [10, 15],
    ]);
    expect(kappa?.agreement).toBeCloseTo(0.7, 12);
    expect(kappa?.estimate).toBeCloseTo(0.4, 12);
    expect(kappa?.standardError).toBeCloseTo(0.12699606293110033, 12);
    expect(kappa?.interval.low).toBeCloseTo(0.151092290476661, 10);
    expect(kappa?.interval.high).toBeCloseTo(0.6489077095233389, 10);
  });

  test("of three labels (statsmodels 0.14)", () => {
    const kappa = cohenKappa([
      [50, 3, 7],
      [4, 20, 6],
      [2, 1, 17],
    ]);
    expect(kappa?.estimate).toBeCloseTo(0.6590296495956873, 12);
    expect(kappa?.standardError).toBeCloseTo(0.06133681807825075, 12);
  });

  test("is 1 for full agreement and undefined where chance agrees as well", () => {
    expect(
      cohenKappa([
        [3, 0],
        [0, 4],
      ]),
    ).toMatchObject({ estimate: 1, interval: { low: 1, high: 1 } });
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeUndefined();
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeUndefined();
  });

  test("does not depend on who is called first, nor on the order of labels", () => {
    const row = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 3 }), (counts) => {
        const kappa = cohenKappa(counts);
        const swapped = cohenKappa(counts.map((_, index) => counts.map((cells) => cells[index] ?? 0)));
        const turned = cohenKappa([...counts].reverse().map((cells) => [...cells].reverse()));
        for (const other of [swapped, turned]) {
          expect(other?.estimate ?? 9).toBeCloseTo(kappa?.estimate ?? 9, 10);
          expect(other?.standardError ?? 9).toBeCloseTo(kappa?.standardError ?? 9, 6);
        }
        if (kappa === undefined) return;
        expect(kappa.interval.low).toBeGreaterThanOrEqual(-1);
        expect(kappa.interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("Fleiss' kappa", () => {
  // Ten cases, 14 raters, five labels: the worked example of Wikipedia, "Fleiss' kappa".
  const example = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];

  test("of Wikipedia's example is .209931 (statsmodels 0.14 agrees)", () => {
    expect(fleissKappa(example)).toBeCloseTo(0.20993070442195522, 12);
  });

  test("needs the same number of raters on each case, and two labels", () => {
    expect(() =>
      fleissKappa([
        [2, 1],
        [1, 1],
      ]),
    ).toThrow(RangeError);
    expect(() => fleissKappa([[1, 0]])).toThrow(RangeError);
    expect(fleissKappa([])).toBeUndefined();
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toBeUndefined();
  });
});

/** Turns a table of raters into cases. A full stop is a missing rating. */
function casesOf(...raters: readonly string[]): readonly RatedCase[] {
  const rows = raters.map((row) => row.split(" "));
  return (rows[0] ?? []).map((_, index) =>
    rows.map((row) => (row[index] === "." ? undefined : Number(row[index]))),
  );
}

describe("Krippendorff's alpha", () => {
  const alpha = (cases: Iterable<RatedCase>, level: MeasurementLevel) =>
    krippendorffAlpha(cases, level, { random: seededUniform(3), replicates: 200 });

  test.each([
    ["nominal", 0.691358],
    ["interval", 0.810845],
  ] as const)(
    "%s, of three raters on 15 cases with gaps is %f (Wikipedia, Krippendorff's alpha)",
    (level, expected) => {
      const cases = casesOf(
        ". . . . . 3 4 1 2 1 1 3 3 . 3",
        "1 . 2 1 3 3 4 3 . . . . . . .",
        ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
      );
      expect(alpha(cases, level)?.estimate).toBeCloseTo(expected, 6);
      expect(alpha(cases, level)?.cases).toBe(12);
    },
  );

  test.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
  ] as const)("%s, of four raters on 12 cases with gaps is %f (Krippendorff 2011)", (level, expected) => {
    const cases = casesOf(
      "1 2 3 3 2 1 4 1 2 . . .",
      "1 2 3 3 2 2 4 1 2 5 . 3",
      ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 .",
    );
    expect(alpha(cases, level)?.estimate).toBeCloseTo(expected, 3);
  });

  test("words are values too on the nominal level, and refused on the others", () => {
    const cases = [
      ["yes", "yes"],
      ["no", "yes"],
      ["no", "no"],
      ["no", undefined],
    ];
    // By hand: observed 2/6, expected (2·3·3)/5/6 = .6.
    expect(alpha(cases, "nominal")?.estimate).toBeCloseTo(1 - 2 / 6 / 0.6, 12);
    expect(() => alpha(cases, "ordinal")).toThrow('agreement on the ordinal level needs numbers, got "yes"');
    expect(() => alpha([[1, Number.NaN]], "interval")).toThrow(RangeError);
  });

  test("nothing is said without pairs of ratings or with a single value", () => {
    expect(alpha([], "nominal")).toBeUndefined();
    expect(alpha([[1], [2, undefined]], "nominal")).toBeUndefined();
    expect(
      alpha(
        [
          [1, 1],
          [1, 1],
        ],
        "interval",
      ),
    ).toBeUndefined();
  });

  test("it is 1 for full agreement, and the order of raters and cases does not matter", () => {
    const rating = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
    const cases = fc.array(fc.array(rating, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom<MeasurementLevel>("nominal", "ordinal", "interval"),
        (rated, level) => {
          const options = { random: seededUniform(1), replicates: 5 };
          const measured = krippendorffAlpha(rated, level, options);
          const turned = krippendorffAlpha(
            [...rated].reverse().map((one) => [...one].reverse()),
            level,
            options,
          );
          expect(turned?.estimate ?? 9).toBeCloseTo(measured?.estimate ?? 9, 10);
          const agreed = krippendorffAlpha(
            rated.map(([one]) => [one, one]),
            level,
            options,
          );
          if (agreed !== undefined) expect(agreed.estimate).toBe(1);
        },
      ),
    );
  });

  test("over 300 simulated sets of 60 cases, 90 to 98 of 100 intervals hold the alpha of the whole population", () => {
    const random = seededUniform(20_261_125);
    const draw = (size: number): RatedCase[] =>
      Array.from({ length: size }, () => {
        const truth = random() < 0.3 ? 1 : 0;
        return Array.from({ length: 3 }, () => (random() < 0.15 ? 1 - truth : truth));
      });
    const options = { random, replicates: 200 };
    const truth = krippendorffAlpha(draw(200_000), "nominal", { random, replicates: 1 })?.estimate ?? 0;
    let covered = 0;
    for (let set = 0; set < 300; set += 1) {
      const interval = krippendorffAlpha(draw(60), "nominal", options)?.interval;
      if (interval !== undefined && interval.low <= truth && truth <= interval.high) covered += 1;
    }
    expect(covered).toBeGreaterThan(270);
    expect(covered).toBeLessThan(294);
  });
});
