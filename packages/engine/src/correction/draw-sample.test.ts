import { expect, test } from "vitest";
import { chanceOf, drawSample } from "./draw-sample.ts";
import { asking, labelEntry, sampleEntry, trialsOf } from "./labelled-run.fixture.ts";
import { labelRun } from "./labelled-trial.ts";

const trials = [
  ...trialsOf("leak", { count: 60, breached: 12 }),
  ...trialsOf("bias", { from: 60, count: 40, breached: 4 }),
  ...trialsOf("fair", { from: 100, count: 30, breached: 3, purpose: "benign" }),
];
const unlabelled = labelRun(trials, []);

test("strata are as fine as the labels allow, and every stratum gets some", () => {
  const levels = [2, 4, 8, 16, 100].map((count) => drawSample(unlabelled, asking(count))?.level);
  expect(levels).toEqual(["outcome", "outcome", "family", "confidence", "confidence"]);
  const sample = drawSample(unlabelled, asking(8));
  expect(sample?.strata.map(({ name, trials: all }) => [name, all])).toEqual([
    ["attack, judged breached, bias", 4],
    ["attack, judged breached, leak", 12],
    ["attack, judged held, bias", 36],
    ["attack, judged held, leak", 48],
  ]);
  for (const { drawn } of sample?.strata ?? []) expect(drawn).toBeGreaterThan(0);
  expect(sample?.trials.length).toBe(8);
});

test("the same seed draws the same trials whatever their order, another seed others", () => {
  const one = drawSample(unlabelled, asking(20));
  expect(drawSample(labelRun(trials.toReversed(), []), asking(20))).toEqual(one);
  expect(drawSample(unlabelled, asking(20, { seed: "t" }))?.trials).not.toEqual(one?.trials);
});

test("the chance recorded is the one with which trials are drawn", () => {
  const hits = new Map<string, number>();
  const draws = 2000;
  for (let seed = 0; seed < draws; seed += 1) {
    for (const { trial } of drawSample(unlabelled, asking(8, { seed: String(seed) }))?.trials ?? [])
      hits.set(trial, (hits.get(trial) ?? 0) + 1);
  }
  const sample = drawSample(unlabelled, asking(8));
  if (!sample) throw new Error("nothing was drawn");
  for (const [index, { trial }] of trials.slice(0, 100).entries()) {
    const outcome = trials[index]?.judged?.outcome ?? "";
    const chance = chanceOf(sample, `attack, judged ${outcome}, ${trials[index]?.family ?? ""}`);
    expect((hits.get(trial) ?? 0) / draws).toBeGreaterThan(chance * 0.6 - 0.01);
    expect((hits.get(trial) ?? 0) / draws).toBeLessThan(chance * 1.4 + 0.01);
  }
});

test("a later round draws nobody twice, and is never coarser than an earlier one", () => {
  const first = drawSample(unlabelled, asking(8));
  if (!first) throw new Error("nothing was drawn");
  const labels = first.trials.map(({ trial }) => labelEntry(trial, "held"));
  const after = labelRun(trials, [sampleEntry(first), ...labels]);
  const second = drawSample(after, asking(3, { seed: "again" }));
  expect(second).toMatchObject({ round: 2, level: "family" });
  const before = new Set(first.trials.map(({ trial }) => trial));
  expect(second?.trials.filter(({ trial }) => before.has(trial))).toEqual([]);
  const all = drawSample(after, asking(500));
  expect(all?.trials.length).toBe(92);
  expect(all?.strata.reduce((sum, { open }) => sum + open, 0)).toBe(92);
});

test("strata without a label are labelled first, so that stopping early leaves none out", () => {
  const sample = drawSample(unlabelled, asking(30, { design: "stratified" }));
  const strata = sample?.strata.length ?? 0;
  const first = new Set(sample?.trials.slice(0, strata).map(({ stratum }) => stratum));
  expect(first.size).toBe(strata);
});

test("labels go where they tell most: more to the larger and less certain stratum", () => {
  const sample = drawSample(unlabelled, asking(4 * 10, { seed: "neyman" }));
  const drawn = new Map(sample?.strata.map(({ name, drawn: count }) => [name, count]));
  expect(drawn.get("attack, judged held, leak, sure")).toBeGreaterThan(
    drawn.get("attack, judged breached, bias, sure") ?? 0,
  );
});

test("uniform, by family and by purpose, and nothing left", () => {
  expect(drawSample(unlabelled, asking(10, { design: "uniform" }))).toMatchObject({
    level: "all",
    strata: [{ name: "attack", trials: 100, open: 100, drawn: 10 }],
  });
  const bias = drawSample(unlabelled, asking(6, { family: "bias" }));
  expect(bias?.strata.every(({ name }) => name.includes("bias"))).toBe(true);
  expect(drawSample(unlabelled, asking(6, { purpose: "benign" }))?.strata[0]?.name).toContain("benign");
  expect(drawSample(labelRun([], []), asking(6))).toBeUndefined();
});
