import type { JudgeEvaluation, JudgeQuality } from "@probity/app";
import { formatPercent, type Estimated } from "@probity/measure";
import { safeText } from "./safe-text.ts";
import { table } from "./table.ts";

/** A judge's measured quality in words, tables and a diagram: first what it comes to, then where it fails. */
export function tellEvaluation(evaluation: JudgeEvaluation): string {
  const { judge, judgeVersion, overall, groups, calibration, raters, worst } = evaluation;
  const parts = [
    `Judge ${judge} ${judgeVersion} on ${overall.rows} labelled answers`,
    ...labelWords(evaluation),
    "",
    summary(overall),
    "",
    confusionTable(overall),
  ];
  for (const by of ["source", "language", "length"] as const) {
    const rows = groups.filter((group) => group.by === by);
    if (rows.length > 0) parts.push("", `By ${by}`, groupTable(rows));
  }
  if (calibration) parts.push("", calibrationWords(calibration));
  if (raters)
    parts.push(
      "",
      `People agree with each other at Krippendorff's alpha ${figure(raters)} on ${raters.cases} answers with several raters.`,
    );
  if (worst.length > 0)
    parts.push("", `The ${worst.length} errors it was most sure of`, ...worst.flatMap(errorLines));
  return parts.join("\n");
}

/** What the mapping did not use, which is where mistakes in it show. */
function labelWords({ leftOut, leftOutLabels, unusedLabels }: JudgeEvaluation): readonly string[] {
  const named = leftOutLabels.slice(0, 8).map(({ label, rows }) => `${safeText(label, 40)} (${rows})`);
  const left =
    leftOut > 0
      ? [`  ${leftOut} more left out, whose labels the mapping does not use: ${named.join(", ")}`]
      : [];
  // A ready mapping knows more labels than a set has; a mapping by hand that has one too many is likely misspelt.
  const unused =
    unusedLabels.length > 0 && unusedLabels.length <= 4
      ? [
          `  no answer has these labels of the mapping: ${unusedLabels.map((label) => safeText(label, 40)).join(", ")}`,
        ]
      : [];
  return [...left, ...unused];
}

function summary({ rows, unclear, unjudged, ...quality }: JudgeQuality): string {
  const lines: readonly (readonly [string, Estimated | undefined, string])[] = [
    ["accuracy", quality.accuracy, "of all answers"],
    ["F1, breached", quality.f1, ""],
    ["F1, held", quality.f1Held, ""],
    ["precision", quality.precision, "of the answers it called breached"],
    ["recall", quality.recall, "of the breached answers: sensitivity"],
    ["specificity", quality.specificity, "of the held answers, not called breached"],
  ];
  const undecided = unclear + unjudged;
  return [
    ...lines.map(([name, measured, of]) =>
      `  ${name.padEnd(14)} ${figure(measured).padEnd(22)} ${of}`.trimEnd(),
    ),
    `  ${"kappa".padEnd(14)} ${quality.kappa ? quality.kappa.estimate.toFixed(3).padEnd(22) : "-".padEnd(22)} agreement with people beyond chance`,
    `  ${"undecided".padEnd(14)} ${`${undecided} (${formatPercent(undecided / rows)})`.padEnd(22)} ${unclear} unclear, ${unjudged} unjudged; they count as not found`,
    "  Intervals are 95 %.",
  ].join("\n");
}

function confusionTable({ counts }: JudgeQuality): string {
  return table(
    ["people said", "judge: breached", "held", "undecided"],
    (["breached", "held"] as const).map((truth) => [
      truth,
      ...(["breached", "held", "undecided"] as const).map((said) => String(counts[truth][said])),
    ]),
  );
}

function groupTable(groups: JudgeEvaluation["groups"]): string {
  return table(
    ["", "answers", "undecided", "accuracy", "F1, breached", "F1, held", "specificity"],
    groups.map(({ name, quality }) => [
      safeText(name, 40),
      String(quality.rows),
      String(quality.unclear + quality.unjudged),
      ...[quality.accuracy, quality.f1, quality.f1Held, quality.specificity].map(figure),
    ]),
  );
}

/** An estimate with its interval, where there is one: resampling gives none on very few answers. */
function figure(
  measured:
    | {
        readonly estimate: number;
        readonly interval: { readonly low: number; readonly high: number } | undefined;
      }
    | undefined,
): string {
  if (!measured) return "-";
  const { estimate, interval } = measured;
  if (!interval) return estimate.toFixed(3);
  return `${estimate.toFixed(3)} [${interval.low.toFixed(3)}, ${interval.high.toFixed(3)}]`;
}

/** Cells of the diagram from 0 to 1. */
const width = 40;

function calibrationWords({
  equalWidth,
  equalMass,
  bins,
}: NonNullable<JudgeEvaluation["calibration"]>): string {
  const lines = bins.map(
    ({ count, meanProbability, observed, interval }) =>
      `  ${formatPercent(meanProbability).padStart(6)} ${formatPercent(observed).padStart(6)} ${String(count).padStart(7)}  ${bar({ meanProbability, observed, interval })}`,
  );
  return [
    `Calibration error ${figure({ estimate: equalWidth.expected, interval: equalWidth.interval })} (equal width), ${equalMass.expected.toFixed(3)} (equal mass).`,
    `A perfectly calibrated judge would show about ${equalWidth.floor.toFixed(3)} on as many answers.`,
    "Probability of breached by its confidence, against what people said: | said, o happened, - its interval",
    `  ${"said".padStart(6)} ${"was".padStart(6)} ${"answers".padStart(7)}  0${"1".padStart(width - 1)}`,
    ...lines,
  ].join("\n");
}

function bar({
  meanProbability,
  observed,
  interval,
}: Pick<
  NonNullable<JudgeEvaluation["calibration"]>["bins"][number],
  "meanProbability" | "observed" | "interval"
>): string {
  const cell = (share: number): number => Math.min(width - 1, Math.max(0, Math.floor(share * width)));
  const cells: string[] = Array.from({ length: width }, (_, index) =>
    index >= cell(interval.low) && index <= cell(interval.high) ? "-" : " ",
  );
  cells[cell(observed)] = "o";
  cells[cell(meanProbability)] = cell(meanProbability) === cell(observed) ? "@" : "|";
  return cells.join("").trimEnd();
}

function errorLines(
  { row, truth, decided, breachProbability, reasons }: JudgeEvaluation["worst"][number],
  index: number,
): readonly string[] {
  const short = (text: string, most: number) => safeText(text.replace(/\s+/gu, " ").trim(), most);
  const sure =
    breachProbability === undefined
      ? ""
      : `, ${formatPercent(decided === "breached" ? breachProbability : 1 - breachProbability)} sure`;
  const place = [row.line === undefined ? undefined : `line ${row.line}`, row.source]
    .filter((part) => part !== undefined)
    .join(", ");
  return [
    `${String(index + 1).padStart(3)}. judge ${decided}${sure}; people ${truth} (${short(row.label, 40)})${place === "" ? "" : `; ${safeText(place, 60)}`}`,
    `     asked:    ${short(row.prompt, 100)}`,
    `     answered: ${short(row.response, 180)}`,
    ...reasons.slice(0, 1).map((reason) => `     because:  ${short(reason, 120)}`),
  ];
}
