import {
  calibrationError,
  classifierQuality,
  cohenKappa,
  confusionOf,
  krippendorffAlpha,
  reliabilityBins,
  type CalibrationError,
  type CohenKappa,
  type Estimated,
  type KrippendorffAlpha,
  type ReliabilityBin,
} from "@probity/measure";
import { judgeRows, outcomeOf, type JudgedRow } from "./judge-rows.ts";
import type { LabelledRow, LabelMap } from "./labelled-rows.ts";
import type { Judge } from "@probity/kit";

/** How a judge did on some labelled answers. Every figure has its interval; `undefined` where nothing can be said. */
export interface JudgeQuality {
  /** Labelled answers. */
  readonly rows: number;
  /** Answers on which the judge decided nothing. They count as wrong in accuracy and recall, and are shown here. */
  readonly unclear: number;
  readonly unjudged: number;
  readonly accuracy: Estimated;
  /** Of the answers it called breached, those that were. */
  readonly precision: Estimated | undefined;
  /** Of the breached answers, those it called so: sensitivity. */
  readonly recall: Estimated | undefined;
  /** Of the held answers, those it did not call breached. */
  readonly specificity: Estimated | undefined;
  readonly f1: Estimated | undefined;
  /** F1 of finding the held answers, e.g. refusals. */
  readonly f1Held: Estimated | undefined;
  /** What people said, by what the judge said. */
  readonly counts: Readonly<
    Record<"breached" | "held", Readonly<Record<"breached" | "held" | "undecided", number>>>
  >;
  /** Agreement with the labels beyond chance. */
  readonly kappa: CohenKappa | undefined;
}

/** A part of the data and how the judge did there. */
export interface GroupQuality {
  readonly by: "source" | "language" | "length";
  readonly name: string;
  readonly quality: JudgeQuality;
}

export interface JudgeEvaluation {
  readonly judge: string;
  readonly judgeVersion: string;
  /** Rows whose label the mapping leaves out. */
  readonly leftOut: number;
  /** Their labels, with how many rows have each; the commonest first. */
  readonly leftOutLabels: readonly { readonly label: string; readonly rows: number }[];
  /** Labels of the mapping that no row has, e.g. misspelt ones. */
  readonly unusedLabels: readonly string[];
  readonly overall: JudgeQuality;
  readonly groups: readonly GroupQuality[];
  /** Of the answers it decided: how its confidence fits what people said. */
  readonly calibration:
    | {
        readonly equalWidth: CalibrationError;
        readonly equalMass: CalibrationError;
        readonly bins: readonly ReliabilityBin[];
      }
    | undefined;
  /** Agreement among the people, where there were several. */
  readonly raters: KrippendorffAlpha | undefined;
  /** The errors it was most sure of. */
  readonly worst: readonly JudgedRow[];
}

export interface EvaluationInputs extends MeasureInputs {
  readonly judge: Judge;
  /** Parsed by the judge's own schema. */
  readonly settings: unknown;
}

export interface MeasureInputs {
  readonly labels: LabelMap;
  /** Uniform in [0, 1); for resampling. */
  readonly random: () => number;
}

/** What a judge decided, and which judge it was. */
export interface JudgedRows {
  readonly judge: string;
  readonly judgeVersion: string;
  readonly judged: readonly JudgedRow[];
}

/** Errors shown; more than a person reads at a sitting help nobody. */
const worstShown = 20;
/** Resamples behind the intervals of calibration and agreement. */
const replicates = 300;

/** Measures a judge against labelled answers; `undefined` when no row has a label that maps to an outcome. */
export function evaluateJudge(
  rows: readonly LabelledRow[],
  inputs: EvaluationInputs,
): JudgeEvaluation | undefined {
  const { id, version } = inputs.judge;
  return measureJudge(rows, { judge: id, judgeVersion: version, judged: judgeRows(rows, inputs) }, inputs);
}

/** Measures what any judge decided about labelled answers; `undefined` when nothing was decided about any. */
export function measureJudge(
  rows: readonly LabelledRow[],
  { judge, judgeVersion, judged }: JudgedRows,
  inputs: MeasureInputs,
): JudgeEvaluation | undefined {
  const overall = qualityOf(judged);
  if (!overall) return undefined;
  return {
    judge,
    judgeVersion,
    leftOut: rows.filter(({ label }) => outcomeOf(label, inputs.labels) === undefined).length,
    ...labelUse(rows, inputs.labels),
    overall,
    groups: [
      ...groupsOf(judged, "source", ({ row }) => row.source),
      ...groupsOf(judged, "language", ({ row }) => row.language),
      ...groupsOf(judged, "length", ({ row }) => lengthBand(row.response)),
    ],
    calibration: calibrationOf(judged, inputs.random),
    raters: agreementOf(rows, inputs),
    worst: worstErrors(judged),
  };
}

function qualityOf(judged: readonly JudgedRow[]): JudgeQuality | undefined {
  const pairs = judged.map(({ truth, decided }) => ({ truth, predicted: called(decided) }));
  const confusion = confusionOf(pairs, ["breached", "held", "undecided"]);
  const quality = classifierQuality(confusion);
  if (!quality) return undefined;
  const breached = quality.perLabel.get("breached");
  return {
    rows: judged.length,
    unclear: judged.filter(({ decided }) => decided === "unclear").length,
    unjudged: judged.filter(({ decided }) => decided === "unjudged").length,
    accuracy: quality.accuracy,
    precision: breached?.precision,
    recall: breached?.recall,
    specificity: breached?.specificity,
    f1: breached?.f1,
    f1Held: quality.perLabel.get("held")?.f1,
    counts: { breached: countsOf(pairs, "breached"), held: countsOf(pairs, "held") },
    kappa: cohenKappa(confusion.counts),
  };
}

type Pair = { readonly truth: "breached" | "held"; readonly predicted: "breached" | "held" | "undecided" };

function countsOf(pairs: readonly Pair[], truth: "breached" | "held") {
  const count = (said: Pair["predicted"]) =>
    pairs.filter((pair) => pair.truth === truth && pair.predicted === said).length;
  return { breached: count("breached"), held: count("held"), undecided: count("undecided") };
}

function labelUse(
  rows: readonly LabelledRow[],
  labels: LabelMap,
): Pick<JudgeEvaluation, "leftOutLabels" | "unusedLabels"> {
  const seen = new Map<string, number>();
  for (const { label } of rows) seen.set(label, (seen.get(label) ?? 0) + 1);
  return {
    leftOutLabels: [...seen]
      .filter(([label]) => outcomeOf(label, labels) === undefined)
      .map(([label, count]) => ({ label, rows: count }))
      .sort((a, b) => b.rows - a.rows),
    unusedLabels: [...labels.breached, ...labels.held].filter((label) => !seen.has(label)),
  };
}

const called = (decided: JudgedRow["decided"]): Pair["predicted"] =>
  decided === "breached" || decided === "held" ? decided : "undecided";

type GroupName = (judged: JudgedRow) => string | undefined;

function groupsOf(
  judged: readonly JudgedRow[],
  by: GroupQuality["by"],
  nameOf: GroupName,
): readonly GroupQuality[] {
  const groups = Map.groupBy(judged, nameOf);
  const bands: readonly (string | undefined)[] = lengthBands;
  const ordered = [...groups].sort(([a = ""], [b = ""]) =>
    by === "length" ? bands.indexOf(a) - bands.indexOf(b) : a.localeCompare(b, "en"),
  );
  return ordered.flatMap(([name, group]) => {
    const quality = name === undefined ? undefined : qualityOf(group);
    return name === undefined || quality === undefined ? [] : [{ by, name, quality }];
  });
}

/** From short to long, which is how they are read. */
const lengthBands = ["up to 50 words", "51 to 200 words", "over 200 words"] as const;

function lengthBand(response: string): (typeof lengthBands)[number] {
  const words = response.split(/\s+/u).length;
  if (words <= 50) return lengthBands[0];
  return words <= 200 ? lengthBands[1] : lengthBands[2];
}

function calibrationOf(judged: readonly JudgedRow[], random: () => number): JudgeEvaluation["calibration"] {
  const forecasts = judged.flatMap(({ breachProbability, truth }) =>
    breachProbability === undefined
      ? []
      : [{ probability: breachProbability, occurred: truth === "breached" }],
  );
  if (forecasts.length === 0) return undefined;
  return {
    equalWidth: calibrationError(forecasts, { binning: "equal-width", random, replicates }),
    equalMass: calibrationError(forecasts, { binning: "equal-mass", random, replicates }),
    bins: reliabilityBins(forecasts, { binning: "equal-width" }),
  };
}

/** Agreement of the people on the outcomes their labels stand for. */
function agreementOf(
  rows: readonly LabelledRow[],
  { labels, random }: MeasureInputs,
): KrippendorffAlpha | undefined {
  const rated = rows.filter(({ raters }) => raters !== undefined && raters.length > 1);
  if (rated.length === 0) return undefined;
  const cases = rated.map(({ raters = [] }) =>
    raters.map((said) => (said === null ? undefined : outcomeOf(said, labels))),
  );
  return krippendorffAlpha(cases, "nominal", { random, replicates });
}

function worstErrors(judged: readonly JudgedRow[]): readonly JudgedRow[] {
  const sureness = ({ breachProbability }: JudgedRow) => Math.abs((breachProbability ?? 0.5) - 0.5);
  return judged
    .filter(({ truth, decided }) => (decided === "breached" || decided === "held") && decided !== truth)
    .sort((a, b) => sureness(b) - sureness(a))
    .slice(0, worstShown);
}
