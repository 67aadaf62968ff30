import { asRunId, type RateCorrection } from "@probity/domain";
import { clusteredInterval, clusteredRate } from "@probity/measure";
import { prepareCorrection } from "../correction/correct-rates.ts";
import { seededRandom } from "../plan/seeded-random.ts";
import { labelInRounds, simulateRun, type SimulatedDesign } from "./simulated-run.ts";

/** A campaign that is run, labelled, corrected and reported over and over. */
export interface CoverageDesign extends SimulatedDesign {
  /** `sample`: labels of the campaign itself. `earlier`: of an earlier run on the same target and family. */
  readonly labels: "sample" | "earlier";
  /** Labels of each round. */
  readonly rounds: readonly number[];
}

/** How often intervals held the truth. */
export interface PipelineCoverage {
  readonly campaigns: number;
  readonly raw: { readonly covered: number; readonly meanWidth: number };
  /** Over the campaigns that were corrected; `undefined` when none was. */
  readonly corrected: { readonly covered: number; readonly meanWidth: number } | undefined;
  /** Share of campaigns in which a correction was refused, with its reason shown. */
  readonly refused: number;
  /** Mean of the corrected estimates less the truth. */
  readonly bias: number;
}

/**
 * Counts how often the intervals that a report shows hold the true rate, by the very code that draws labels and corrects rates.
 *
 * The same seed gives the same figures on every machine.
 */
export function coverageOfPipeline(
  design: CoverageDesign,
  { campaigns, seed }: { readonly campaigns: number; readonly seed: string },
): PipelineCoverage {
  const random = seededRandom(seed);
  const raw = { held: 0, width: 0 };
  const corrected = { held: 0, width: 0, count: 0, error: 0 };
  const truth = design.prevalence;
  for (let campaign = 0; campaign < campaigns; campaign += 1) {
    const { interval, correction } = oneCampaign(design, random);
    raw.width += interval.high - interval.low;
    if (interval.low <= truth && truth <= interval.high) raw.held += 1;
    if (correction.kind === "not-corrected") continue;
    const { low, high } = correction.interval;
    corrected.count += 1;
    corrected.width += high - low;
    corrected.error += correction.estimate - truth;
    if (low <= truth && truth <= high) corrected.held += 1;
  }
  const { count, held, width, error } = corrected;
  return {
    campaigns,
    raw: { covered: raw.held / campaigns, meanWidth: raw.width / campaigns },
    corrected: count === 0 ? undefined : { covered: held / count, meanWidth: width / count },
    refused: 1 - count / campaigns,
    bias: count === 0 ? 0 : error / count,
  };
}

function oneCampaign(design: CoverageDesign, random: () => number) {
  const run = simulateRun(design, random);
  const { correction } = correct(design, run, random);
  const prompts = Map.groupBy(run.trials, ({ rootPrompt }) => rootPrompt);
  const judged = clusteredRate(
    [...prompts.values()].map((repeats) => ({
      failures: repeats.filter(({ verdict }) => verdict?.outcome === "breached").length,
      size: repeats.length,
    })),
  );
  if (!judged) throw new RangeError("a campaign needs a trial");
  return { interval: clusteredInterval(judged), correction };
}

function correct(
  design: CoverageDesign,
  run: ReturnType<typeof simulateRun>,
  random: () => number,
): { readonly correction: RateCorrection } {
  const configuration = "simulated";
  const id = asRunId("simulated-1");
  const options = { rounds: design.rounds, random };
  const unlabelled = labelInRounds(run, id, { rounds: [], random });
  const labelled = design.labels === "sample" ? labelInRounds(run, id, options) : unlabelled;
  const earlier =
    design.labels === "sample"
      ? []
      : [{ configuration, ...labelInRounds(simulateRun(design, random), id, options) }];
  const correctRate = prepareCorrection({ run: labelled, configuration, earlier, calibrations: [] });
  return { correction: correctRate(run.trials) };
}
