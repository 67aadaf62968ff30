import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { calibrationFrom, type JudgedRow } from "@probity/app";
import { asDigest, ProductError } from "@probity/domain";
import type { CommandContext } from "./context.ts";
import type { LabelledData } from "./labelled-data.ts";
import { requireFolderOf } from "./require-folder.ts";

/** Where a calibration goes, and the target and family that it holds for. */
export interface CalibrationOptions {
  readonly out?: string;
  readonly target?: string;
  readonly family?: string;
}

/** What a judge made of labelled answers. */
export interface MeasuredRows {
  readonly judge: string;
  readonly judgeVersion: string;
  readonly judged: readonly JudgedRow[];
  readonly data: LabelledData;
}

/** Refuses options that do not belong together, before anything is judged. @throws ProductError USAGE or OUTPUT_UNWRITABLE */
export function checkCalibrationOptions(
  { cwd }: Pick<CommandContext, "cwd">,
  { out, target, family }: CalibrationOptions,
): void {
  if (out === undefined) {
    if (target === undefined && family === undefined) return;
    throw new ProductError("USAGE", {
      message: "--target and --family say what --out is for, and it is not given; nothing was judged.",
      remedy: "Add --out FILE, or leave them out.",
    });
  }
  if (target === undefined || family === undefined) {
    throw new ProductError("USAGE", {
      message: "--out needs --target and --family; nothing was judged.",
      remedy:
        "A judge's error holds for the target and family whose answers were labelled, and for no other.",
    });
  }
  requireFolderOf(cwd, out);
}

/** Writes how often a judge is right, when --out asks for it. Whoever writes it states the target and the family: it holds for no other. @throws ProductError OUTPUT_UNWRITABLE */
export function writeCalibration(
  context: CommandContext,
  { out, target, family }: CalibrationOptions,
  measured: MeasuredRows,
): void {
  if (out === undefined || target === undefined || family === undefined) return;
  const { judge, judgeVersion, judged, data } = measured;
  const calibration = calibrationFrom(judged, {
    judge,
    judgeVersion,
    target,
    family,
    purpose: data.labels.purpose,
    data: asDigest(createHash("sha256").update(JSON.stringify(data.rows)).digest("hex")),
  });
  const path = resolve(context.cwd, out);
  try {
    writeFileSync(path, `${JSON.stringify(calibration, null, 2)}\n`);
  } catch (error) {
    throw new ProductError("OUTPUT_UNWRITABLE", { message: `${out} could not be written.`, cause: error });
  }
  context.say(`Wrote ${out}. Adopt it with: probity judge calibrate ${out} --by NAME`);
}
