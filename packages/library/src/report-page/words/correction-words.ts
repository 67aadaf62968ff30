import type { Rate, ReportModel } from "@probity/domain";
import { whyNotCorrected } from "@probity/measure";
import { counted, percent } from "./figures.ts";

/** One sentence for everybody: what was done about the judges' error over all attempts. */
export function correctionSentence({ overall: { attack } }: ReportModel): string {
  const { correction } = attack;
  if (!correction || attack.judged === 0) return "Judges err, and no rate could be corrected for it.";
  if (correction.kind === "not-corrected")
    return `Judges err, and the rate over all attempts is as they gave it: not corrected, because ${whyNotCorrected(correction)}.`;
  const { labels, method } = correction;
  const means =
    method === "labelled-sample"
      ? `people labelled ${counted(labels, "trial")} of this run that were drawn by chance, and each of them stands for the trials like it`
      : method === "error-rates"
        ? "the error that the judges were measured to have on this system and kind of attack is taken out of it"
        : "every kind of attack is set right by its own labels, or by the error measured on it";
  return `Judges err, so the rate over all attempts is also shown corrected: ${means}.`;
}

/** The corrected rate for the summary; nothing where the rate is not corrected. */
export function correctedWords({ correction }: Rate): string | undefined {
  if (correction?.kind !== "corrected") return undefined;
  const { estimate, interval, labels } = correction;
  return `Corrected for the judges’ error by ${counted(labels, "label")}, the rate is ${percent(estimate)} (95\u00a0% interval ${percent(interval.low)} to ${percent(interval.high)}).`;
}
