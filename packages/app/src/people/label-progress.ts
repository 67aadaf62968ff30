import type { Label, Purpose, RateCorrection, RecordStore, ReviewEntry, TrialId } from "@probity/domain";
import { labelRun } from "@probity/engine";
import { overallCorrection } from "./label-standing.ts";
import { correctionsFor, type RunReview } from "./run-review.ts";

/** Labels that are made and not recorded yet. */
export type UnrecordedLabels = readonly { readonly trial: TrialId; readonly label: Label }[];

/**
 * Tells the corrected rate of a run's trials of one purpose as it would be with further labels, so that whoever labels sees what each is worth.
 * Verdicts are read once; labels anew at each call.
 */
export function labelProgress(
  store: RecordStore,
  review: RunReview,
  purpose: Purpose,
): (unrecorded: UnrecordedLabels) => RateCorrection {
  const { header } = review.run;
  const correctionWith = correctionsFor(store, review.run);
  return (unrecorded) => {
    const more = unrecorded.map(({ trial, label }): ReviewEntry => ({
      kind: "label",
      at: "",
      run: header.id,
      trial,
      label,
    }));
    const entries = [...store.reviews(header.id), ...more];
    const labelled = labelRun(review.judged, entries);
    return overallCorrection({ labelled }, correctionWith(labelled), purpose);
  };
}
