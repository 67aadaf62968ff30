import { expect, test } from "vitest";
import { coverageOfPipeline } from "./simulate-coverage.ts";
import { coverageRows, coverageShapes } from "./coverage-rows.ts";

// Few campaigns: chance alone moves a coverage of .95 by .06 either way. The table in docs/methods/judge-correction.md runs many, and all cases.
const cases = coverageRows.filter(
  ({ prevalence, accuracy }) => [0.01, 0.1, 0.5].includes(prevalence) && accuracy !== 0.8,
);

test.each(coverageShapes.flatMap((shape) => cases.map((row) => ({ ...shape, ...row }))))(
  "$name: corrected intervals cover at prevalence $prevalence and accuracy $accuracy",
  ({ design, prevalence, accuracy }) => {
    const { corrected } = coverageOfPipeline(
      { ...design, prevalence, sensitivity: accuracy, specificity: accuracy },
      { campaigns: 40, seed: `test ${prevalence} ${accuracy}` },
    );
    // Where breaches are rare an earlier run may show too few of them to know what the judge misses: then nothing is corrected.
    if (corrected) expect(corrected.covered).toBeGreaterThanOrEqual(0.875);
    else expect(prevalence).toBeLessThan(0.05);
  },
);

test("raw intervals hardly ever do", () => {
  const [shape] = coverageShapes;
  if (!shape) throw new Error("there is no shape");
  const { raw, corrected } = coverageOfPipeline(
    { ...shape.design, prevalence: 0.05, sensitivity: 0.8, specificity: 0.8 },
    { campaigns: 60, seed: "raw" },
  );
  expect(raw.covered).toBeLessThan(0.1);
  expect(corrected?.covered).toBeGreaterThan(0.9);
});
