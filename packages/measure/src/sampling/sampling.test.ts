import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededUniform } from "../seeded-uniform.fixture.ts";
import { allocateLabels, type OpenStratum } from "./allocate-labels.ts";
import { labelledStrata } from "./labelled-strata.ts";
import { roundsRate } from "./rounds-rate.ts";
import { stratifiedRate } from "./stratified-rate.ts";
import { weightedRate } from "./weighted-rate.ts";

const stratum = (name: string, counts: readonly [number, number, number]): OpenStratum => ({
  name,
  trials: counts[0],
  labelled: counts[1],
  failures: counts[2],
});

const strataCounts = fc.array(
  fc.integer({ min: 0, max: 60 }).chain((trials) =>
    fc.integer({ min: 0, max: trials }).chain((labelled) =>
      fc.record({
        trials: fc.constant(trials),
        labelled: fc.constant(labelled),
        failures: fc.integer({ min: 0, max: labelled }),
      }),
    ),
  ),
  { minLength: 1, maxLength: 6 },
);

describe("labels are allocated", () => {
  test("as Neyman does: by size times spread (Cochran 1977, section 5.5)", () => {
    // Spreads .5 and .1 (rates .5 and .0101): 300 x .5 to 700 x .1 is 68 to 32 of 100.
    const orders = allocateLabels(
      [
        { ...stratum("split", [3000, 0, 0]), expectedRate: 0.5 },
        { ...stratum("clear", [7000, 0, 0]), expectedRate: 0.0101 },
      ],
      { labels: 100 },
    );
    expect(orders.map(({ labels }) => labels)).toEqual([68, 32]);
    expect(orders[0]?.probability).toBeCloseTo(68 / 3000, 12);
  });

  test("with every open trial having a chance, all labels given out, and none beyond what is open", () => {
    fc.assert(
      fc.property(strataCounts, fc.integer({ min: 0, max: 200 }), (counts, spare) => {
        const strata = counts.map((one, index) => ({ ...one, name: String(index) }));
        const open = strata.map(({ trials, labelled }) => trials - labelled);
        const labels = spare + open.filter((count) => count > 0).length;
        const orders = allocateLabels(strata, { labels });
        const given = orders.reduce((sum, order) => sum + order.labels, 0);
        expect(given).toBe(
          Math.min(
            labels,
            open.reduce((sum, count) => sum + count, 0),
          ),
        );
        for (const [index, order] of orders.entries()) {
          expect(order.labels).toBeLessThanOrEqual(open[index] ?? 0);
          if ((open[index] ?? 0) > 0) expect(order.probability).toBeGreaterThan(0);
          else expect(order.probability).toBe(0);
        }
      }),
    );
  });

  test("no other allocation of whole labels has a smaller variance (tried one by one)", () => {
    const strata = [stratum("a", [40, 3, 1]), stratum("b", [100, 5, 0]), stratum("c", [20, 2, 1])];
    const variance = (extra: readonly number[]): number =>
      strata.reduce((sum, { trials, labelled, failures }, index) => {
        const rate = (failures + 0.5) / (labelled + 1);
        return sum + (trials ** 2 * rate * (1 - rate)) / (labelled + (extra[index] ?? 0));
      }, 0);
    const chosen = variance(allocateLabels(strata, { labels: 12 }).map(({ labels }) => labels));
    for (let a = 1; a <= 10; a += 1) {
      for (let b = 1; b <= 11 - a; b += 1)
        expect(variance([a, b, 12 - a - b])).toBeGreaterThanOrEqual(chosen - 1e-9);
    }
  });

  test("never below the floor", () => {
    const strata = [stratum("a", [40, 0, 0]), stratum("b", [40, 0, 0])];
    expect(() => allocateLabels(strata, { labels: 1 })).toThrow(
      "1 labels do not reach 1 in each of 2 strata",
    );
    expect(() => allocateLabels(strata, { labels: 9, floor: 0 })).toThrow(RangeError);
    expect(() => allocateLabels([stratum("a", [4, 5, 0])], { labels: 9 })).toThrow(RangeError);
    expect(() => allocateLabels([{ ...stratum("a", [4, 0, 0]), expectedRate: 0 }], { labels: 2 })).toThrow(
      RangeError,
    );
  });
});

describe("a stratified rate", () => {
  test("by hand: W p added up, and the usual standard error (Cochran 1977, equation 5.12)", () => {
    const strata = [stratum("a", [200, 20, 10]), stratum("b", [800, 40, 4])];
    const measured = stratifiedRate(strata);
    expect(measured?.estimate).toBeCloseTo(0.2 * 0.5 + 0.8 * 0.1, 12);
    const variance = (0.9 * 0.04 * 0.25) / 19 + (0.95 * 0.64 * 0.09) / 39;
    expect(measured?.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    const ofSystem = stratifiedRate(strata, { effectiveTrials: 1000 });
    const spread = (0.2 * 0.32 ** 2 + 0.8 * 0.08 ** 2) / 1000;
    expect(ofSystem?.standardError).toBeCloseTo(
      Math.sqrt((0.04 * 0.25) / 19 + (0.64 * 0.09) / 39 + spread),
      12,
    );
  });

  test("is known once every trial is labelled, and not known while a stratum has no label", () => {
    expect(stratifiedRate([stratum("a", [4, 4, 1])])).toMatchObject({ interval: { low: 0.25, high: 0.25 } });
    expect(stratifiedRate([stratum("a", [4, 4, 1]), stratum("b", [9, 0, 0])])).toBeUndefined();
    expect(stratifiedRate([])).toBeUndefined();
    expect(() => stratifiedRate([stratum("a", [4, 2, 3])])).toThrow(RangeError);
  });

  test("is less certain when labels are repeats of one prompt", () => {
    const one = stratifiedRate([stratum("a", [200, 20, 10])]);
    const other = stratifiedRate([{ ...stratum("a", [200, 20, 10]), effectiveLabels: 6 }]);
    expect(other?.interval.high).toBeGreaterThan(one?.interval.high ?? 1);
  });

  test("holds its estimate and lies in [0, 1]", () => {
    fc.assert(
      fc.property(strataCounts, fc.boolean(), (counts, ofSystem) => {
        const measured = stratifiedRate(counts, ofSystem ? { effectiveTrials: 30 } : {});
        if (measured === undefined) return;
        expect(measured.interval.low).toBeGreaterThanOrEqual(0);
        expect(measured.interval.high).toBeLessThanOrEqual(1);
        expect(measured.interval.low).toBeLessThanOrEqual(measured.estimate);
        expect(measured.interval.high).toBeGreaterThanOrEqual(measured.estimate);
      }),
    );
  });
});

describe("strata from trials", () => {
  const trialsOf = (repeats: number, breached: (prompt: number) => boolean | undefined) =>
    Array.from({ length: 40 * repeats }, (_, index) => {
      const prompt = Math.floor(index / repeats);
      return {
        cluster: `p${prompt}`,
        stratum: prompt % 2 === 0 ? "breached" : "held",
        breached: breached(prompt),
      };
    });

  test("are counted, labels and all", () => {
    const { strata, effectiveTrials } = labelledStrata(
      trialsOf(1, (prompt) => (prompt < 20 ? prompt % 3 === 0 : undefined)),
    );
    expect(strata).toMatchObject([
      { name: "breached", trials: 20, labelled: 10, failures: 4 },
      { name: "held", trials: 20, labelled: 10, failures: 3 },
    ]);
    expect(effectiveTrials).toBeLessThanOrEqual(40);
    expect(effectiveTrials).toBeGreaterThan(25);
  });

  test("repeats that always agree are worth about one each", () => {
    const once = labelledStrata(trialsOf(1, (prompt) => prompt % 3 === 0));
    const often = labelledStrata(trialsOf(6, (prompt) => prompt % 3 === 0));
    expect(often.effectiveTrials).toBeCloseTo(once.effectiveTrials, 6);
    expect(often.strata[0]?.effectiveLabels).toBeCloseTo(once.strata[0]?.effectiveLabels ?? 0, 6);
    const none = labelledStrata(trialsOf(6, () => false));
    expect(none.strata.map(({ effectiveLabels }) => effectiveLabels)).toEqual([20, 20]);
  });

  test("by hand: what each prompt adds to the rate, between prompts, against independent trials", () => {
    const rows = [
      ["p", "x", true],
      ["p", "x", undefined],
      ["p", "x", true],
      ["q", "x", false],
      ["q", "y", false],
      ["q", "y", false],
    ] as const;
    const { strata, effectiveTrials } = labelledStrata(
      rows.map(([cluster, name, breached]) => ({ cluster, stratum: name, breached })),
    );
    // Rates 2/3 and 0, overall 4/9; a label of x weighs (4/6)/3.
    const p = (3 * (2 / 9)) / 6 + (2 / 9) * (2 - 2 * (2 / 3));
    const q = (1 * (2 / 9) - 2 * (4 / 9)) / 6 - (2 / 9) * (2 / 3);
    const independent = (2 / 9) ** 2 * 3 * (2 / 9) + (4 * (2 / 9) ** 2 + 2 * (4 / 9) ** 2) / 36;
    const few = 12.706204736174694 / 1.959963984540054;
    const effect = ((p ** 2 + q ** 2) / independent) * 2 * few ** 2;
    expect(effectiveTrials).toBeCloseTo(6 / effect, 9);
    expect(strata[0]?.effectiveLabels).toBeCloseTo(3 / effect, 9);
  });

  test("no trial gives no stratum, and claims are never above the counts", () => {
    expect(labelledStrata([]).strata).toEqual([]);
    const trial = fc.record({
      cluster: fc.constantFrom("a", "b", "c", "d"),
      stratum: fc.constantFrom("x", "y"),
      breached: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(trial, { minLength: 1, maxLength: 40 }), (trials) => {
        const { strata, effectiveTrials } = labelledStrata(trials);
        expect(effectiveTrials).toBeGreaterThan(0);
        expect(effectiveTrials).toBeLessThanOrEqual(trials.length);
        for (const { labelled, effectiveLabels = labelled } of strata) {
          expect(effectiveLabels).toBeLessThanOrEqual(labelled);
          if (labelled > 0) expect(effectiveLabels).toBeGreaterThan(0);
        }
        const measured = stratifiedRate(strata, { effectiveTrials });
        if (measured !== undefined) expect(measured.interval.low).toBeLessThanOrEqual(measured.interval.high);
      }),
    );
  });
});

/** Labels a finite campaign in rounds of active allocation, and returns what each estimator says. */
function labelOnce(random: () => number) {
  const campaign = [
    { trials: 100, breached: 60 },
    { trials: 900, breached: 18 },
  ];
  const left = campaign.map(({ trials, breached }) => ({ trials, breached }));
  const rounds = campaign.map((): { labelled: number; failures: number }[] => []);
  const soFar = () =>
    campaign.map(({ trials }, index) => ({
      name: String(index),
      trials,
      labelled: rounds[index]!.reduce((sum, { labelled }) => sum + labelled, 0),
      failures: rounds[index]!.reduce((sum, { failures }) => sum + failures, 0),
    }));
  const draw = (index: number, labels: number): void => {
    const pool = left[index]!;
    let failures = 0;
    for (let label = 0; label < labels; label += 1) {
      if (random() < pool.breached / pool.trials) {
        pool.breached -= 1;
        failures += 1;
      }
      pool.trials -= 1;
    }
    rounds[index]!.push({ labelled: labels, failures });
  };
  for (const index of campaign.keys()) draw(index, 10);
  for (let round = 0; round < 3; round += 1) {
    for (const [index, { labels }] of allocateLabels(soFar(), { labels: 25 }).entries()) draw(index, labels);
  }
  const inRounds = roundsRate(campaign.map(({ trials }, index) => ({ trials, rounds: rounds[index]! })));
  return { inRounds: inRounds!, pooled: stratifiedRate(soFar())! };
}

test("over 4000 campaigns labelled in rounds: unbiased, narrower than labels drawn alike, 93 to 98 of 100 intervals hold the truth", () => {
  const random = seededUniform(20_261_126);
  const truth = 0.078;
  const campaigns = 4000;
  const tally = { sum: 0, squares: 0, covered: 0, pooledSum: 0, pooledCovered: 0 };
  for (let campaign = 0; campaign < campaigns; campaign += 1) {
    const { inRounds, pooled } = labelOnce(random);
    tally.sum += inRounds.estimate;
    tally.squares += (inRounds.estimate - truth) ** 2;
    tally.pooledSum += pooled.estimate;
    if (inRounds.interval.low <= truth && truth <= inRounds.interval.high) tally.covered += 1;
    if (pooled.interval.low <= truth && truth <= pooled.interval.high) tally.pooledCovered += 1;
  }
  const spread = Math.sqrt(tally.squares / campaigns);
  expect(Math.abs(tally.sum / campaigns - truth)).toBeLessThan((3.5 * spread) / Math.sqrt(campaigns));
  expect(Math.abs(tally.pooledSum / campaigns - truth)).toBeLessThan(0.1 * spread);
  // 95 labels drawn alike have a standard error of .0262.
  expect(spread).toBeLessThan(0.022);
  for (const covered of [tally.covered, tally.pooledCovered]) {
    expect(covered / campaigns).toBeGreaterThan(0.93);
    expect(covered / campaigns).toBeLessThan(0.98);
  }
});

describe("a rate from rounds", () => {
  test("by hand: each round estimates what was left, and rounds count by their labels", () => {
    const measured = roundsRate([
      {
        trials: 100,
        rounds: [
          { labelled: 10, failures: 5 },
          { labelled: 20, failures: 8 },
        ],
      },
      {
        trials: 50,
        rounds: [
          { labelled: 10, failures: 0 },
          { labelled: 5, failures: 1 },
        ],
      },
    ]);
    const first = (100 * 0.5 + 0) / 150;
    const second = (5 + 90 * 0.4 + 40 * 0.2) / 150;
    expect(measured?.estimate).toBeCloseTo((20 * first + 25 * second) / 45, 12);
  });

  test("one round is the stratified rate", () => {
    const strata = [{ trials: 80, rounds: [{ labelled: 8, failures: 3 }] }];
    expect(roundsRate(strata)?.estimate).toBeCloseTo(
      stratifiedRate([stratum("", [80, 8, 3])])?.estimate ?? -1,
      12,
    );
  });

  test("is not known when a round left out a stratum, and refuses what cannot be", () => {
    const left = { labelled: 0, failures: 0 };
    const some = { labelled: 4, failures: 1 };
    expect(
      roundsRate([
        { trials: 9, rounds: [some] },
        { trials: 9, rounds: [left] },
      ]),
    ).toBeUndefined();
    expect(roundsRate([{ trials: 9, rounds: [left] }])).toBeUndefined();
    expect(roundsRate([{ trials: 4, rounds: [some, left] }])?.interval).toEqual({ low: 0.25, high: 0.25 });
    expect(() => roundsRate([{ trials: 3, rounds: [some] }])).toThrow(RangeError);
    expect(() =>
      roundsRate([
        { trials: 9, rounds: [some] },
        { trials: 9, rounds: [] },
      ]),
    ).toThrow(RangeError);
  });
});

describe("labels drawn with unequal chances", () => {
  test("by hand", () => {
    const labels = [
      { breached: true, probability: 0.5 },
      { breached: false, probability: 0.1 },
      { breached: false, probability: 0.2 },
    ];
    const measured = weightedRate(labels, 20);
    expect(measured?.estimate).toBeCloseTo(2 / 17, 12);
    expect(measured?.horvitzThompson).toBeCloseTo(0.1, 12);
    expect(measured?.effectiveLabels).toBeCloseTo(17 ** 2 / (4 + 100 + 25), 12);
    const variance =
      (0.5 * (2 * (15 / 17)) ** 2 + 0.9 * (10 * (2 / 17)) ** 2 + 0.8 * (5 * (2 / 17)) ** 2) / 17 ** 2;
    expect(measured?.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    expect(weightedRate([], 20)).toBeUndefined();
    expect(() => weightedRate([{ breached: true, probability: 0 }], 20)).toThrow(RangeError);
    expect(() => weightedRate(labels, 2)).toThrow(RangeError);
  });

  test("labels that all agree leave doubt, unless they are all there is", () => {
    const labels = Array.from({ length: 20 }, () => ({ breached: false, probability: 0.1 }));
    expect(weightedRate(labels, 200)?.interval.high).toBeGreaterThan(0.1);
    const all = labels.map((label) => ({ ...label, probability: 1 }));
    expect(weightedRate(all, 20)?.interval).toEqual({ low: 0, high: 0 });
  });

  test("over 3000 simulated draws: unbiased, and 91 to 98 of 100 intervals hold the truth", () => {
    const random = seededUniform(77);
    // Drawn more often where the judge is unsure, which goes with the truth.
    const campaign = Array.from({ length: 800 }, (_, index) => ({
      breached: index % 10 === 0,
      probability: index % 10 < 3 ? 0.3 : 0.06,
    }));
    const draws = 3000;
    let sum = 0;
    let squares = 0;
    let covered = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const measured = weightedRate(
        campaign.filter(({ probability }) => random() < probability),
        800,
      );
      if (measured === undefined) throw new Error("nothing was drawn");
      sum += measured.horvitzThompson;
      squares += (measured.horvitzThompson - 0.1) ** 2;
      if (measured.interval.low <= 0.1 && 0.1 <= measured.interval.high) covered += 1;
    }
    expect(Math.abs(sum / draws - 0.1)).toBeLessThan((3.5 * Math.sqrt(squares / draws)) / Math.sqrt(draws));
    expect(covered / draws).toBeGreaterThan(0.91);
    expect(covered / draws).toBeLessThan(0.98);
  });
});
