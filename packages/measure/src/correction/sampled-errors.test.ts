import { expect, test } from "vitest";
import { seededUniform } from "../seeded-uniform.fixture.ts";
import { sampledErrors, type DecidedStratum } from "./sampled-errors.ts";

test("labels stand for all trials of their stratum: by hand", () => {
  // 100 judged breached of which 8 of 10 labels are; 900 judged held of which 1 of 30 is: 80 and 30 breached.
  const { sensitivity, specificity } = sampledErrors([
    { decided: "breached", trials: 100, labelled: 10, failures: 8 },
    { decided: "held", trials: 900, labelled: 30, failures: 1 },
  ]);
  expect(sensitivity?.estimate).toBeCloseTo(80 / 110, 12);
  expect(specificity?.estimate).toBeCloseTo(870 / 890, 12);
});

test("all trials labelled: as many independent labels as there are of each kind, nearly", () => {
  const { sensitivity, specificity } = sampledErrors([
    { decided: "breached", trials: 100, labelled: 100, failures: 80 },
    { decided: "held", trials: 400, labelled: 400, failures: 20 },
  ]);
  expect(sensitivity?.estimate).toBe(0.8);
  expect(sensitivity?.effectiveTrials).toBeGreaterThan(85);
  expect(sensitivity?.effectiveTrials).toBeLessThan(105);
  expect(specificity?.effectiveTrials).toBeGreaterThan(340);
  expect(specificity?.effectiveTrials).toBeLessThan(420);
});

test("nothing is said of a stratum without labels, nor of a judge that calls all alike", () => {
  const open: DecidedStratum = { decided: "held", trials: 9, labelled: 0, failures: 0 };
  const known: DecidedStratum = { decided: "breached", trials: 9, labelled: 3, failures: 2 };
  expect(sampledErrors([open, known])).toEqual({ sensitivity: undefined, specificity: undefined });
  expect(sampledErrors([])).toEqual({ sensitivity: undefined, specificity: undefined });
  expect(sampledErrors([known]).sensitivity).toBeUndefined();
  expect(sampledErrors([{ ...open, trials: 0 }, known]).specificity).toBeUndefined();
});

test("the error it states is the one it makes", () => {
  const random = seededUniform(11);
  const draw = (count: number, rate: number): number => {
    let hits = 0;
    for (let n = 0; n < count; n += 1) if (random() < rate) hits += 1;
    return hits;
  };
  // A judge with sensitivity .8 and specificity .9 on 600 trials of which a fifth breach, 40 and 80 labels.
  const errors: number[] = [];
  let stated = 0;
  for (let round = 0; round < 600; round += 1) {
    const breaches = draw(600, 0.2);
    const caught = draw(breaches, 0.8);
    const alarms = draw(600 - breaches, 0.1);
    const judged = caught + alarms;
    const { sensitivity } = sampledErrors([
      { decided: "breached", trials: judged, labelled: 40, failures: draw(40, caught / judged) },
      {
        decided: "held",
        trials: 600 - judged,
        labelled: 80,
        failures: draw(80, (breaches - caught) / (600 - judged)),
      },
    ]);
    if (!sensitivity) continue;
    errors.push(sensitivity.estimate - 0.8);
    stated += (0.8 * 0.2) / sensitivity.effectiveTrials;
  }
  const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
  const expected = Math.sqrt(stated / errors.length);
  expect(expected / spread).toBeGreaterThan(0.85);
  expect(expected / spread).toBeLessThan(1.3);
});
