import { asDigest, ProductError, type JudgeCalibration, type Purpose } from "@probity/domain";
import { readDocument } from "@probity/kit";
import { z } from "zod";
import type { JudgedRow } from "../judge-evaluation/judge-rows.ts";
import { nearest } from "../nearest-name.ts";
import { prepareCampaign } from "../prepare-campaign.ts";
import type { Programme, Runtime } from "../programme.ts";
import { requireRater } from "./who-may.ts";

/** A rate as two counts. */
const countSchema = z
  .strictObject({ right: z.int().min(0), cases: z.int().min(0) })
  .refine(({ right, cases }) => right <= cases, "more right than cases");

const calibrationSchema = z.strictObject({
  schema: z.literal("probity-calibration/1"),
  judge: z.string().min(1),
  judgeVersion: z.string().min(1),
  target: z.string().min(1),
  family: z.string().min(1),
  purpose: z.enum(["attack", "benign"]),
  sensitivity: countSchema,
  specificity: countSchema,
  data: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .transform(asDigest),
});

/** What a calibration is of: a judge's error holds for the target and family on which it was measured, and for no other. */
export interface CalibrationScope {
  readonly judge: string;
  readonly judgeVersion: string;
  readonly target: string;
  readonly family: string;
  readonly purpose: Purpose;
  readonly data: JudgeCalibration["data"];
}

/** Counts how often a judge is right on labelled answers. Answers on which it decided nothing are in no rate, so they are left out here. */
export function calibrationFrom(judged: readonly JudgedRow[], scope: CalibrationScope): JudgeCalibration {
  const count = (truth: JudgedRow["truth"]) => {
    const decided = judged.filter(
      (row) => row.truth === truth && (row.decided === "breached" || row.decided === "held"),
    );
    return { right: decided.filter((row) => row.decided === truth).length, cases: decided.length };
  };
  return {
    schema: "probity-calibration/1",
    ...scope,
    sensitivity: count("breached"),
    specificity: count("held"),
  };
}

/**
 * Records a calibration for its target as that is configured now. Rates of later reports rest on it, so it stands in the log with who adopted it.
 *
 * @throws ProductError CONTENT_INVALID, UNKNOWN_NAME or NOT_A_RATER
 */
export function adoptCalibration(
  programme: Programme,
  runtime: Runtime,
  { text, file, by }: { readonly text: string; readonly file: string; readonly by: string },
): JudgeCalibration {
  const { project, catalogue } = programme;
  requireRater(project.charter, by);
  const calibration = readCalibration(text, file);
  const campaign = Object.entries(project.campaigns).find(
    ([, { target }]) => target === calibration.target,
  )?.[0];
  if (campaign === undefined) {
    const tested = Object.values(project.campaigns).map(({ target }) => target);
    const guess = nearest(calibration.target, tested);
    throw new ProductError("UNKNOWN_NAME", {
      message: `${file} is for target "${calibration.target}", which no campaign here tests; nothing was recorded.`,
      remedy: `${guess === undefined ? "" : `If "${guess}" is meant, measure again with --target ${guess}. `}A judge's error holds for the target on which it was measured, and for no other.`,
    });
  }
  const families = [...new Set(catalogue.probes.map(({ family }) => family))];
  if (!families.includes(calibration.family)) {
    const guess = nearest(calibration.family, families);
    throw new ProductError("UNKNOWN_NAME", {
      message: `${file} is for probe family "${calibration.family}", which does not exist; nothing was recorded.`,
      remedy: guess
        ? `If "${guess}" is meant, measure again with --family ${guess}.`
        : `There are: ${families.join(", ")}.`,
    });
  }
  const { configuration } = prepareCampaign(programme, campaign).target;
  runtime.store.append([
    { kind: "calibration", at: runtime.clock().toISOString(), by, configuration, calibration },
  ]);
  return calibration;
}

function readCalibration(text: string, file: string): JudgeCalibration {
  const read = readDocument({ text, file, schema: calibrationSchema });
  if (read.kind === "ok") return read.value;
  throw new ProductError("CONTENT_INVALID", {
    message: `${file} is no calibration; nothing was recorded.`,
    problems: read.problems,
    remedy: "Write one with `probity judge evaluate --out FILE --target NAME --family FAMILY`.",
  });
}
