import {
  biasRates,
  measureJudge,
  seededRandom,
  totalUse,
  type BiasRate,
  type JudgeEvaluation,
} from "@probity/app";
import type { CommandAction } from "../context.ts";
import { nothingLabelled, openLabelledData, type LabelledDataOptions } from "../labelled-data.ts";
import { withRowJudges } from "../row-judges.ts";
import { biasLines, useWords } from "../show/judging-use.ts";
import { tellEvaluation } from "../show/tell-evaluation.ts";
import { checkCalibrationOptions, writeCalibration, type CalibrationOptions } from "../write-calibration.ts";

interface EvaluateOptions extends LabelledDataOptions, CalibrationOptions {
  readonly judge: string;
  readonly with: string;
  readonly checks?: boolean;
}

const taskOf = ({ judge, with: settings, checks }: EvaluateOptions) => ({
  names: [judge],
  settings,
  allChecks: checks === true,
});

interface Measured {
  readonly evaluation: JudgeEvaluation;
  /** Of model judges alone. */
  readonly bias: readonly BiasRate[];
  readonly use: ReturnType<typeof totalUse>;
}

/** Measures a judge against answers that people labelled. */
export const judgeEvaluate: CommandAction<EvaluateOptions> = (context, _, options) => {
  checkCalibrationOptions(context, options);
  const data = openLabelledData(context, options);
  return withRowJudges(context, taskOf(options), async ([judge]) => {
    if (!judge) return 2;
    const judged = await judge.decide(data);
    const evaluation = measureJudge(
      data.rows,
      { judge: judge.name, judgeVersion: judge.version, judged },
      { labels: data.labels, random: seededRandom("judge evaluate") },
    );
    if (!evaluation) throw nothingLabelled(data);
    writeCalibration(context, options, { judge: judge.name, judgeVersion: judge.version, judged, data });
    const judgements = judged.map(({ judgement }) => judgement);
    const measured = { evaluation, bias: biasRates(judgements), use: totalUse(judgements) };
    context.out(context.options.json ? asJson(measured) : inWords(measured));
    return 0;
  });
};

function asJson({ evaluation, bias, use }: Measured): string {
  return JSON.stringify(use.calls > 0 ? { ...evaluation, bias, use } : evaluation, null, 2);
}

function inWords({ evaluation, bias, use }: Measured): string {
  const lines = [tellEvaluation(evaluation)];
  if (bias.length > 0) lines.push("", "Changes that should not matter:", ...biasLines(bias));
  if (use.calls > 0) lines.push("", useWords(use));
  return lines.join("\n");
}
