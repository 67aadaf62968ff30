import { evaluateJudge, seededRandom, type JudgeEvaluation, type JudgeQuality } from "@probity/app";
import { formatPercent, type Estimated } from "@probity/measure";
import { openCatalogue } from "../compose.ts";
import type { CommandAction } from "../context.ts";
import {
  judgeNamed,
  judgeSettings,
  nothingLabelled,
  openLabelledData,
  type LabelledDataOptions,
} from "../labelled-data.ts";
import { safeText } from "../show/safe-text.ts";
import { table } from "../show/table.ts";

/** Measures a judge against answers that people labelled. */
export const judgeEvaluate: CommandAction<LabelledDataOptions & { judge: string; with: string }> = (
  context,
  _,
  options,
) => {
  const judge = judgeNamed(openCatalogue(context), options.judge);
  const settings = judgeSettings(judge, options.with);
  const data = openLabelledData(context, options);
  const evaluation = evaluateJudge(data.rows, {
    judge,
    settings,
    labels: data.labels,
    random: seededRandom("judge evaluate"),
  });
  if (!evaluation) throw nothingLabelled(data);
  context.out(context.options.json ? JSON.stringify(evaluation, null, 2) : inWords(evaluation));
  return Promise.resolve(0);
};

function inWords(evaluation: JudgeEvaluation): string {
  const { judge, judgeVersion, overall, groups, calibration, raters, leftOut, worst } = evaluation;
  const rows = [
    ["all", overall] as const,
    ...groups.map(({ by, name, quality }) => [`${by} ${name}`, quality] as const),
  ];
  const lines = [
    `Judge ${judge} ${judgeVersion} on ${overall.rows} labelled answers${leftOut > 0 ? ` (${leftOut} with other labels left out)` : ""}`,
    "",
    table(
      ["", "answers", "undecided", "accuracy", "precision", "recall", "specificity", "F1", "kappa"],
      rows.map(([name, quality]) => row(name, quality)),
    ),
    "",
    "Breached is the class that precision, recall and F1 speak of. Intervals are 95 %. What it left undecided counts as not found.",
  ];
  if (calibration) lines.push("", calibrationWords(calibration));
  if (raters)
    lines.push(
      "",
      `The people agree with each other at Krippendorff's alpha ${raters.estimate.toFixed(3)} on ${raters.cases} answers.`,
    );
  if (worst.length > 0) lines.push("", "Errors it was most sure of:", ...worst.map(errorLine));
  return lines.join("\n");
}

function row(name: string, quality: JudgeQuality): readonly string[] {
  const { rows, unclear, unjudged, accuracy, precision, recall, specificity, f1, kappa } = quality;
  const figures = [accuracy, precision, recall, specificity, f1].map(figure);
  return [
    name,
    String(rows),
    String(unclear + unjudged),
    ...figures,
    kappa ? kappa.estimate.toFixed(3) : "-",
  ];
}

function figure(measured: Estimated | undefined): string {
  if (!measured) return "-";
  const { estimate, interval } = measured;
  return `${estimate.toFixed(3)} [${interval.low.toFixed(3)}, ${interval.high.toFixed(3)}]`;
}

function calibrationWords({
  equalWidth,
  equalMass,
  bins,
}: NonNullable<JudgeEvaluation["calibration"]>): string {
  const points = bins.map(({ count, meanProbability, observed }) => [
    formatPercent(meanProbability),
    formatPercent(observed),
    String(count),
  ]);
  return [
    `Calibration error ${equalWidth.expected.toFixed(3)} (equal width), ${equalMass.expected.toFixed(3)} (equal mass); a perfectly calibrated judge would show about ${equalWidth.floor.toFixed(3)} here.`,
    table(["it said", "it was", "answers"], points),
  ].join("\n");
}

function errorLine({
  row: { prompt, response },
  truth,
  decided,
  breachProbability,
}: JudgeEvaluation["worst"][number]): string {
  const short = (text: string) => safeText(text.replace(/\s+/gu, " "), 110);
  const sure =
    breachProbability === undefined
      ? ""
      : ` at ${formatPercent(decided === "breached" ? breachProbability : 1 - breachProbability)}`;
  return `  ${decided}${sure}, people said ${truth}: ${short(prompt)} -> ${short(response)}`;
}
