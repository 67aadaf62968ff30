import { coverageRows, coverageShapes, type CoverageShape } from "./coverage-rows.ts";
import { coverageOfPipeline, type PipelineCoverage } from "./simulate-coverage.ts";

/** Campaigns behind each line of the table in the docs: chance alone moves a coverage of 95 by about 2 either way. */
export const tableCampaigns = 400;

/** The coverage of raw and corrected intervals in Markdown, one table for each kind of campaign. */
export function coverageTable({ campaigns }: { readonly campaigns: number }): string {
  return coverageShapes
    .map((shape) =>
      [`### ${capitalised(shape.name)}`, "", ...head, ...linesOf(shape, campaigns), ""].join("\n"),
    )
    .join("\n");
}

const head = [
  "| true rate | accuracy | raw covers | corrected covers | raw width | corrected width | bias | not corrected |",
  "|---|---|---|---|---|---|---|---|",
];

function linesOf(shape: CoverageShape, campaigns: number): readonly string[] {
  return coverageRows.map((row) => coverageLine(shape, row, campaigns));
}

/** One line of the table, always with the same luck. */
export function coverageLine(
  { name, design }: CoverageShape,
  { prevalence, accuracy }: (typeof coverageRows)[number],
  campaigns: number,
): string {
  const coverage = coverageOfPipeline(
    { ...design, prevalence, sensitivity: accuracy, specificity: accuracy },
    { campaigns, seed: `${name} ${prevalence} ${accuracy}` },
  );
  return `| ${[prevalence, accuracy, ...cellsOf(coverage)].join(" | ")} |`;
}

function cellsOf({ raw, corrected, bias, refused }: PipelineCoverage): readonly string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [
    percent(raw.covered),
    corrected ? percent(corrected.covered) : "-",
    raw.meanWidth.toFixed(3),
    corrected ? corrected.meanWidth.toFixed(3) : "-",
    corrected ? bias.toFixed(4) : "-",
    percent(refused),
  ];
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
