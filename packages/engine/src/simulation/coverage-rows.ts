import type { CoverageDesign } from "./simulate-coverage.ts";

/** What the table of coverage runs over: prevalence and accuracy, with sensitivity equal to specificity. */
export const coverageRows = [0.01, 0.05, 0.1, 0.3, 0.5].flatMap((prevalence) =>
  [0.7, 0.8, 0.95].map((accuracy) => ({ prevalence, accuracy })),
);

/** A kind of campaign, labelled in its way. */
export interface CoverageShape {
  readonly name: string;
  readonly design: Omit<CoverageDesign, "prevalence" | "sensitivity" | "specificity">;
}

const fourFamilies = { families: 4, prompts: 30, repeats: 4, correlation: 0.4 };

/** Campaigns with repeats that breach together, since that is where intervals go wrong. */
export const coverageShapes: readonly CoverageShape[] = [
  {
    name: "labels of the run: 4 families, 480 trials of 120 prompts, two rounds of 60 labels",
    design: { ...fourFamilies, labels: "sample", rounds: [60, 60] },
  },
  {
    name: "labels of the run: 1 family, 300 trials of 60 prompts, one round of 60 labels",
    design: { families: 1, prompts: 60, repeats: 5, correlation: 0.4, labels: "sample", rounds: [60] },
  },
  {
    name: "labels of an earlier run: 4 families, 480 trials of 120 prompts, two rounds of 200 labels",
    design: { ...fourFamilies, labels: "earlier", rounds: [200, 200] },
  },
];
