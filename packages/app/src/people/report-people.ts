import type { AgreementFigure, ContestRow, LabellingSummary, Outcome, RecordStore } from "@probity/domain";
import { contestsOf, type StandingContest } from "./contests.ts";
import { labelStanding } from "./label-standing.ts";
import type { RunReview } from "./run-review.ts";

/** What the report says of a run's labels. */
export function labellingSummary(review: RunReview): LabellingSummary {
  const { kappa, alpha, ...counts } = labelStanding(review);
  return {
    ...counts,
    ...(kappa ? { kappa: { estimate: kappa.estimate, interval: kappa.interval } } : {}),
    ...(alpha ? { alpha: alphaFigure(alpha) } : {}),
  };
}

function alphaFigure({
  estimate,
  interval,
}: {
  readonly estimate: number;
  readonly interval: { readonly low: number; readonly high: number } | undefined;
}): AgreementFigure {
  return interval ? { estimate, interval } : { estimate };
}

/** What the report says of contested verdicts. */
export function contestRows(store: RecordStore, review: RunReview): readonly ContestRow[] {
  const verdicts = new Map(review.judged.map(({ trial, verdict }) => [trial, verdict]));
  return contestsOf(review).map((standing) => {
    const { contest, state, at, decision } = standing;
    return {
      id: contest.id,
      trial: contest.trial,
      at,
      state,
      because: contest.because,
      was: outcomeContested(store, standing),
      now: verdicts.get(contest.trial)?.outcome ?? "pending",
      ...(decision ? { decision: decision.because } : {}),
    };
  });
}

/** The verdict that was contested: the newest when the contest was raised. Later contests and judges may have replaced it since. */
function outcomeContested(
  store: RecordStore,
  { run, contest, at: raised }: StandingContest,
): Outcome | "pending" {
  return store.verdicts(run, contest.trial).findLast(({ at }) => at <= raised)?.verdict.outcome ?? "pending";
}
