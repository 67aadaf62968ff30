import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededUniform } from "../seeded-uniform.fixture.ts";
import { dawidSkene, type PanelLabel } from "./dawid-skene.ts";
import { weightedVote } from "./weighted-vote.ts";

// Dawid and Skene 1979, table 1: 45 patients; the first anaesthetist judged each three times, four others once.
const anaesthetists = `
  111 1 1 1 1; 333 4 3 3 4; 112 2 1 2 2; 222 3 1 2 1; 222 3 2 2 2; 222 3 3 2 2; 122 2 1 1 1; 333 3 4 3 3; 222 2 2 2 3;
  232 2 2 2 3; 444 4 4 4 4; 222 3 3 4 3; 111 1 1 1 1; 222 3 2 1 2; 121 1 1 1 1; 111 2 1 1 1; 111 1 1 1 1; 111 1 1 1 1;
  222 2 2 2 1; 222 1 3 2 2; 222 2 2 2 2; 222 2 2 2 1; 222 3 2 2 2; 221 2 2 2 2; 111 1 1 1 1; 111 1 1 1 1; 232 2 2 2 2;
  111 1 1 1 1; 111 1 1 1 1; 112 1 1 2 1; 111 1 1 1 1; 333 3 2 3 3; 111 1 1 1 1; 222 2 2 2 2; 222 3 2 3 2; 433 4 3 4 3;
  221 2 2 3 2; 232 3 2 3 3; 333 3 4 3 2; 111 1 1 1 1; 111 1 1 1 1; 121 2 1 1 1; 232 2 2 2 2; 121 1 1 1 1; 222 2 2 2 2`
  .trim()
  .split(/;\s*/u)
  .flatMap((row, patient) =>
    row.split(" ").flatMap((labels, judge) =>
      [...labels].map((label): PanelLabel => ({
        item: `patient ${patient + 1}`,
        judge: `judge ${judge + 1}`,
        label,
      })),
    ),
  );

describe("the anaesthetists of Dawid and Skene 1979 (recomputed with NumPy by dense products)", () => {
  const estimate = dawidSkene(anaesthetists, { smoothing: 0 });

  test("prevalence .40, .42, .11, .07, as published", () => {
    expect(estimate.converged).toBe(true);
    for (const [index, share] of [0.399555, 0.421983, 0.111795, 0.066667].entries()) {
      expect(estimate.prevalence[index]).toBeCloseTo(share, 6);
    }
    expect(estimate.logLikelihood).toBeCloseTo(-192.8908812142, 6);
  });

  test("error rates of the first two", () => {
    const expected = {
      "judge 1": [
        [0.889488, 0.110512, 0, 0],
        [0.070585, 0.87638, 0.053035, 0],
        [0, 0.338822, 0.661178, 0],
      ],
      "judge 2": [
        [0.834214, 0.165786, 0, 0],
        [0.052707, 0.632946, 0.314347, 0],
        [0, 0, 1, 0],
      ],
    };
    for (const [judge, rows] of Object.entries(expected)) {
      for (const [truth, row] of rows.entries()) {
        for (const [label, rate] of row.entries()) {
          expect(estimate.judges.get(judge)?.[truth]?.[label]).toBeCloseTo(rate, 5);
        }
      }
    }
  });

  test("patients", () => {
    expect(estimate.items.get("patient 38")?.[1]).toBeCloseTo(0.0212, 4);
    expect(estimate.items.get("patient 38")?.[2]).toBeCloseTo(0.9788, 4);
    expect(estimate.items.get("patient 36")?.[3]).toBeCloseTo(1, 4);
    expect(estimate.items.get("patient 3")?.[1]).toBeCloseTo(1, 4);
  });
});

test("with gold for every item the rates are plain counts", () => {
  const labels = [
    { item: "1", judge: "a", label: "yes" },
    { item: "2", judge: "a", label: "yes" },
    { item: "3", judge: "a", label: "no" },
    { item: "4", judge: "a", label: "yes" },
  ];
  const gold = new Map([
    ["1", "yes"],
    ["2", "yes"],
    ["3", "no"],
    ["4", "no"],
  ]);
  const estimate = dawidSkene(labels, { gold, smoothing: 0 });
  expect(estimate.labels).toEqual(["no", "yes"]);
  expect(estimate.judges.get("a")).toEqual([
    [0.5, 0.5],
    [0, 1],
  ]);
  expect(estimate.items.get("4")).toEqual([1, 0]);
  expect(estimate.prevalence).toEqual([0.5, 0.5]);
});

/** Labels of a simulated panel, and the truth. */
function simulate(accuracies: readonly number[], items: number, seed: number) {
  const random = seededUniform(seed);
  const truth = new Map<string, string>();
  const labels: PanelLabel[] = [];
  for (let item = 0; item < items; item += 1) {
    const breached = random() < 0.3;
    truth.set(String(item), breached ? "breached" : "held");
    for (const [judge, accuracy] of accuracies.entries()) {
      const says = random() < accuracy ? breached : !breached;
      labels.push({ item: String(item), judge: String(judge), label: says ? "breached" : "held" });
    }
  }
  return { labels, truth };
}

test("without gold it finds how often simulated judges are right, and beats a plain majority", () => {
  const accuracies = [0.95, 0.85, 0.6, 0.6, 0.55];
  const { labels, truth } = simulate(accuracies, 3000, 8);
  const estimate = dawidSkene(labels);
  for (const [judge, accuracy] of accuracies.entries()) {
    const table = estimate.judges.get(String(judge));
    expect(Math.abs((table?.[0]?.[0] ?? 0) - accuracy)).toBeLessThan(0.05);
    expect(Math.abs((table?.[1]?.[1] ?? 0) - accuracy)).toBeLessThan(0.05);
  }
  let right = 0;
  let majorityRight = 0;
  for (const [item, is] of truth) {
    const says = (estimate.items.get(item)?.[0] ?? 0) > 0.5 ? "breached" : "held";
    const votes = labels.slice(Number(item) * 5, Number(item) * 5 + 5);
    const most = votes.filter(({ label }) => label === "breached").length > 2 ? "breached" : "held";
    if (says === is) right += 1;
    if (most === is) majorityRight += 1;
  }
  expect(right).toBeGreaterThan(majorityRight + 60);
});

test("a few gold items turn a panel whose majority is wrong", () => {
  const { labels, truth } = simulate([0.9, 0.25, 0.25], 600, 9);
  const gold = new Map([...truth].slice(0, 200));
  const accuracyOf = (table: readonly (readonly number[])[] | undefined): number => table?.[0]?.[0] ?? 0;
  expect(accuracyOf(dawidSkene(labels, { gold }).judges.get("0"))).toBeGreaterThan(0.8);
  expect(accuracyOf(dawidSkene(labels).judges.get("0"))).toBeLessThan(0.3);
});

test("beliefs add up to 1 whatever the labels, and the order given does not matter", () => {
  const label = fc.record({
    item: fc.constantFrom("1", "2", "3", "4"),
    judge: fc.constantFrom("a", "b", "c"),
    label: fc.constantFrom("x", "y", "z"),
  });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 25 }), (labels) => {
      const estimate = dawidSkene(labels, { maximumRounds: 30 });
      const turned = dawidSkene([...labels].reverse(), { maximumRounds: 30 });
      for (const [item, belief] of estimate.items) {
        expect(belief.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
        for (const [index, value] of belief.entries()) {
          expect(turned.items.get(item)?.[index]).toBeCloseTo(value, 5);
        }
      }
    }),
  );
});

test("what cannot be estimated is refused or said", () => {
  expect(() => dawidSkene([])).toThrow(RangeError);
  const one = { item: "1", judge: "a", label: "x" };
  expect(() => dawidSkene([one], { labels: ["y"] })).toThrow('"x" is not among the labels y');
  expect(dawidSkene(anaesthetists, { maximumRounds: 2 })).toMatchObject({ converged: false, rounds: 2 });
});

describe("votes weighed by accuracy", () => {
  const labels = ["breached", "held"];

  test("by Bayes' rule by hand: one judge of .9 against two of .6", () => {
    const { label, probabilities } = weightedVote(
      [
        { label: "breached", accuracy: 0.9 },
        { label: "held", accuracy: 0.6 },
        { label: "held", accuracy: 0.6 },
      ],
      { labels },
    );
    const breached = 0.9 * 0.4 * 0.4;
    const held = 0.1 * 0.6 * 0.6;
    expect(label).toBe("breached");
    expect(probabilities[0]).toBeCloseTo(breached / (breached + held), 12);
  });

  test("the prevalence counts, a judge worse than chance counts against, and a draw has no label", () => {
    const vote = { label: "breached", accuracy: 0.8 };
    expect(weightedVote([vote], { labels, prevalence: [0.1, 0.9] }).label).toBe("held");
    expect(weightedVote([{ ...vote, accuracy: 0.2 }], { labels }).label).toBe("held");
    expect(weightedVote([vote, { ...vote, label: "held" }], { labels }).label).toBeUndefined();
    expect(weightedVote([], { labels }).probabilities).toEqual([0.5, 0.5]);
  });

  test("with three labels, wrong ones share what is left", () => {
    const { probabilities } = weightedVote([{ label: "a", accuracy: 0.5 }], { labels: ["a", "b", "c"] });
    expect(probabilities[0]).toBeCloseTo(0.5, 12);
    expect(probabilities[1]).toBeCloseTo(0.25, 12);
  });

  test("refuses what cannot be", () => {
    expect(() => weightedVote([{ label: "x", accuracy: 0.8 }], { labels })).toThrow(RangeError);
    expect(() => weightedVote([{ label: "held", accuracy: 1 }], { labels })).toThrow("got 1");
    expect(() => weightedVote([], { labels, prevalence: [0.5, 0.6] })).toThrow(RangeError);
    expect(() => weightedVote([], { labels: ["held"] })).toThrow(RangeError);
  });
});
