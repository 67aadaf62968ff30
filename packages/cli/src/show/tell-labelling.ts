import {
  correctionOf,
  labelStanding,
  overallCorrection,
  readRunReview,
  type LabelStanding,
} from "@probity/app";
import type { RecordStore, RunRecord } from "@probity/domain";
import { formatCorrection } from "@probity/measure";

/** How a run's labelling stands, after some were given. */
export function tellLabelling(
  store: RecordStore,
  run: RunRecord,
  done?: { readonly recorded: number; readonly skipped: number },
): string {
  const review = readRunReview(store, run);
  const correct = correctionOf(store, review);
  const rates = (["attack", "benign"] as const).flatMap((purpose) => {
    const correction = overallCorrection(review, correct, purpose);
    if (correction.kind === "not-corrected" && correction.reason === "nothing-judged") return [];
    return [
      `  ${purpose === "attack" ? "attempts      " : "fair requests "} ${formatCorrection(correction)}`,
    ];
  });
  const counted = done ? [`${done.recorded} recorded, ${done.skipped} skipped.`] : [];
  return [...counted, `Run ${run.header.id}: ${standingWords(labelStanding(review))}`, ...rates].join("\n");
}

/** Counts of labels and the agreement of raters, in words. */
export function standingWords(standing: LabelStanding): string {
  const { labelled, drawn, waiting, byHand, unclear, disputed, raters } = standing;
  const parts = [
    labelled === 0
      ? "no trial is labelled"
      : `${labelled === 1 ? "1 trial" : `${labelled} trials`} labelled by ${raters === 1 ? "1 person" : `${raters} people`}`,
    ...(drawn > 0 ? [`${drawn} drawn, ${waiting} of them waiting`] : []),
    ...(byHand > 0
      ? [`${byHand} chosen by hand, which ${byHand === 1 ? "corrects" : "correct"} no rate`]
      : []),
    ...(unclear > 0 ? [`${unclear} unclear`] : []),
    ...(disputed > 0 ? [`${disputed} in dispute`] : []),
  ];
  return `${parts.join("; ")}.${agreementWords(standing)}`;
}

function agreementWords({ ratedTwice, kappa, alpha }: LabelStanding): string {
  if (ratedTwice === 0) return "";
  const figures = [
    ...(kappa ? [`kappa ${kappa.estimate.toFixed(2)}`] : []),
    ...(alpha ? [`alpha ${alpha.estimate.toFixed(2)}`] : []),
  ];
  const told =
    figures.length === 0 ? "too alike or too few to tell agreement from chance" : figures.join(", ");
  return ` ${ratedTwice} rated twice: ${told}.`;
}
