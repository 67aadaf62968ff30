import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { adoptCalibration } from "@probity/app";
import { ProductError } from "@probity/domain";
import type { CommandAction } from "../context.ts";
import { withPeople } from "../people-context.ts";
import { safeText } from "../show/safe-text.ts";

/** Records how often a judge is right on a target and family, for reports to correct rates with. */
export const judgeCalibrate: CommandAction<{ by: string }> = (context, [file = ""], { by }) =>
  withPeople(context, ({ programme, runtime }) => {
    const text = readText(resolve(context.cwd, file), file);
    const calibration = adoptCalibration(programme, runtime, { text, file, by });
    if (context.options.json) context.out(JSON.stringify(calibration, null, 2));
    else {
      const { judge, judgeVersion, target, family, sensitivity, specificity } = calibration;
      context.out(
        safeText(
          `Recorded: judge ${judge} ${judgeVersion} on target ${target} as configured now, family ${family}: ` +
            `calls ${sensitivity.right} of ${sensitivity.cases} breached answers breached, ${specificity.right} of ${specificity.cases} held ones held.`,
        ),
      );
    }
    return 0;
  });

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ProductError("USAGE", {
      message: `${file} could not be read; nothing was recorded.`,
      remedy: "Name a file that `probity judge evaluate --out` wrote.",
      cause: error,
    });
  }
}
