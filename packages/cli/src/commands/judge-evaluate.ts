import { evaluateJudge, seededRandom } from "@probity/app";
import { openCatalogue } from "../compose.ts";
import type { CommandAction } from "../context.ts";
import {
  judgeNamed,
  judgeSettings,
  nothingLabelled,
  openLabelledData,
  type LabelledDataOptions,
} from "../labelled-data.ts";
import { tellEvaluation } from "../show/tell-evaluation.ts";
import { writeCalibration, type CalibrationOptions } from "../write-calibration.ts";

/** Measures a judge against answers that people labelled. */
export const judgeEvaluate: CommandAction<
  LabelledDataOptions & CalibrationOptions & { judge: string; with: string }
> = (context, _, options) => {
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
  writeCalibration(context, options, { judge, settings, data });
  context.out(context.options.json ? JSON.stringify(evaluation, null, 2) : tellEvaluation(evaluation));
  return Promise.resolve(0);
};
