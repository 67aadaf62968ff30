import { describe, expect, test } from "vitest";
import { seededUniform } from "../seeded-uniform.fixture.ts";
import { simulateCoverage } from "./simulate-coverage.ts";

const errorRates = { kind: "error-rates", breached: 100, held: 100 } as const;
const ofCampaign = { kind: "labelled-sample", judgedBreached: 50, judgedHeld: 100 } as const;
const independent = { prompts: 500 };
const repeated = { prompts: 100, repeats: 5, correlation: 0.4 };

const cases = [0.01, 0.1, 0.3, 0.5].flatMap((prevalence) =>
  [0.7, 0.8, 0.95].map((accuracy) => ({ prevalence, accuracy })),
);

describe.each([
  { name: "error rates", labels: errorRates, shape: independent },
  { name: "error rates, repeated prompts", labels: errorRates, shape: repeated },
  { name: "labels of the campaign", labels: ofCampaign, shape: independent },
  { name: "labels of the campaign, repeated prompts", labels: ofCampaign, shape: repeated },
])("$name", ({ labels, shape }) => {
  // With 300 campaigns chance alone moves a coverage of .95 by .025 either way; a table for readers runs more.
  test.each(cases)("corrected intervals cover at prevalence $prevalence and accuracy $accuracy", (at) => {
    const { corrected, refused } = simulateCoverage(
      { prevalence: at.prevalence, sensitivity: at.accuracy, specificity: at.accuracy, labels, ...shape },
      { campaigns: 300, random: seededUniform(20_261_127) },
    );
    expect(corrected?.covered).toBeGreaterThanOrEqual(0.91);
    expect(refused).toBeLessThan(0.01);
  });

  test("raw intervals do not: fewer than one in five at prevalence .1", () => {
    const { raw } = simulateCoverage(
      { prevalence: 0.1, sensitivity: 0.8, specificity: 0.9, labels, ...shape },
      { campaigns: 200, random: seededUniform(1) },
    );
    expect(raw.covered).toBeLessThan(0.2);
  });
});

test("a judge no better than chance is refused, nearly always", () => {
  const { refused } = simulateCoverage(
    { prevalence: 0.2, sensitivity: 0.5, specificity: 0.5, labels: errorRates, ...independent },
    { campaigns: 100, random: seededUniform(4) },
  );
  expect(refused).toBeGreaterThan(0.95);
});

test("without labels nothing is corrected, and the same random numbers give the same table", () => {
  const labels = { kind: "error-rates", breached: 0, held: 0 } as const;
  const design = { prevalence: 0.2, sensitivity: 0.9, specificity: 0.9, prompts: 40, labels };
  const run = () => simulateCoverage(design, { campaigns: 50, random: seededUniform(4) });
  expect(run()).toMatchObject({ corrected: undefined, refused: 1 });
  expect(run()).toEqual(run());
});
