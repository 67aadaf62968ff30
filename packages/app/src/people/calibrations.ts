import { asDigest, ProductError, type JudgeCalibration, type Purpose } from "@probity/domain";
import { z } from "zod";
import type { JudgedRow } from "../judge-evaluation/judge-rows.ts";
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
    throw new ProductError("UNKNOWN_NAME", {
      message: `${file} is for target "${calibration.target}", which no campaign here tests; nothing was recorded.`,
      remedy: "A judge's error holds for the target on which it was measured, and for no other.",
    });
  }
  if (!catalogue.probes.some(({ family }) => family === calibration.family)) {
    throw new ProductError("UNKNOWN_NAME", {
      message: `${file} is for probe family "${calibration.family}", which does not exist; nothing was recorded.`,
    });
  }
  const { configuration } = prepareCampaign(programme, campaign).target;
  runtime.store.append([
    { kind: "calibration", at: runtime.clock().toISOString(), by, configuration, calibration },
  ]);
  return calibration;
}

function readCalibration(text: string, file: string): JudgeCalibration {
  try {
    const parsed = calibrationSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    throw invalid(
      file,
      parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
    );
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid(file, "it is not JSON");
    throw error;
  }
}

const invalid = (file: string, why: string) =>
  new ProductError("CONTENT_INVALID", {
    message: `${file} is no calibration (${why}); nothing was recorded.`,
    remedy: "Write one with `probity judge evaluate --out FILE --target NAME --family FAMILY`.",
  });
