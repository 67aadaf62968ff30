import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { calibrationFrom, judgeRows } from "@probity/app";
import { asDigest, ProductError } from "@probity/domain";
import type { Judge } from "@probity/kit";
import type { CommandContext } from "./context.ts";
import type { LabelledData } from "./labelled-data.ts";

/** Where a calibration goes, and the target and family that it holds for. */
export interface CalibrationOptions {
  readonly out?: string;
  readonly target?: string;
  readonly family?: string;
}

/**
 * Writes how often a judge is right, when --out asks for it. Whoever writes it states the target and the family: it holds for no other.
 *
 * @throws ProductError USAGE or OUTPUT_UNWRITABLE
 */
export function writeCalibration(
  context: CommandContext,
  { out, target, family }: CalibrationOptions,
  measured: { readonly judge: Judge; readonly settings: unknown; readonly data: LabelledData },
): void {
  if (out === undefined) return;
  if (target === undefined || family === undefined) {
    throw new ProductError("USAGE", {
      message: "--out needs --target and --family; nothing was written.",
      remedy:
        "A judge's error holds for the target and family whose answers were labelled, and for no other.",
    });
  }
  const { judge, settings, data } = measured;
  const calibration = calibrationFrom(judgeRows(data.rows, { judge, settings, labels: data.labels }), {
    judge: judge.id,
    judgeVersion: judge.version,
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
