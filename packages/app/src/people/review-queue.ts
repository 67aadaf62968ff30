import {
  compareSeverity,
  newestRatings,
  type JudgedTrial,
  type Label,
  type Severity,
  type TrialId,
} from "@probity/domain";
import { contestsOf, type StandingContest } from "./contests.ts";
import type { RunReview } from "./run-review.ts";

/** Why a trial needs a person, most pressing first. */
export const reviewCauses = ["disagreement", "contested", "escalated", "unclear", "low-confidence"] as const;
export type ReviewCause = (typeof reviewCauses)[number];

/** A trial that needs a person. */
export interface ReviewItem {
  readonly trial: TrialId;
  readonly cause: ReviewCause;
  /** In words, for whoever reviews: the judge's reason, or what is disputed. */
  readonly detail: string;
  readonly severity: Severity;
  readonly family: string;
  /** What a label given in review is: a ruling where raters disagree, else a rating. */
  readonly part: Label["part"];
  readonly contest?: string;
}

/** A judge below this confidence is asked about. */
const lowConfidence = 0.7;

/** Judges that hand a trial on say so in a reason. */
const asksForPerson = /\ba person (?:must|should|has to) decide\b/i;

/**
 * What needs a person, most pressing first, then the worst severity: raters who disagree, open contests, trials that a judge handed on,
 * unclear verdicts, and verdicts of low confidence that nobody has looked at.
 *
 * @param by - leaves out what this person cannot help with: what they rated themselves
 */
export function reviewQueue(review: RunReview, by?: string): readonly ReviewItem[] {
  const open = new Map(
    contestsOf(review)
      .filter(({ state }) => state === "open")
      .map((each) => [each.contest.trial, each]),
  );
  const items = review.judged.flatMap((trial) =>
    itemOf(trial, { review, contest: open.get(trial.trial), by }),
  );
  return items.sort(
    (a, b) =>
      reviewCauses.indexOf(a.cause) - reviewCauses.indexOf(b.cause) ||
      compareSeverity(b.severity, a.severity),
  );
}

interface Case {
  readonly review: RunReview;
  readonly contest: StandingContest | undefined;
  readonly by: string | undefined;
}

function itemOf(trial: JudgedTrial, { review, contest, by }: Case): readonly ReviewItem[] {
  const labels = review.labels.get(trial.trial) ?? [];
  const ratings = newestRatings(labels);
  const item = (
    cause: ReviewCause,
    detail: string,
    more: Partial<ReviewItem> = {},
  ): readonly ReviewItem[] => [
    {
      trial: trial.trial,
      cause,
      detail,
      severity: trial.severity,
      family: trial.family,
      part: "rating",
      ...more,
    },
  ];
  if (contest) {
    return item("contested", contest.contest.because, { contest: contest.contest.id });
  }
  const disputed = new Set(ratings.map(({ outcome }) => outcome)).size > 1;
  if (disputed && !labels.some(({ part }) => part === "adjudication")) {
    if (by !== undefined && ratings.some(({ rater }) => rater === by)) return [];
    const said = [...Map.groupBy(ratings, ({ outcome }) => outcome)].map(
      ([outcome, same]) => `${same.length} × ${outcome}`,
    );
    return item("disagreement", `raters say ${said.join(", ")}`, { part: "adjudication" });
  }
  if (by !== undefined && ratings.some(({ rater }) => rater === by)) return [];
  const { verdict } = trial;
  if (!verdict || (labels.length > 0 && verdict.outcome !== "unclear")) return [];
  const reason = verdict.reasons.join(" ");
  if (asksForPerson.test(reason)) return item("escalated", reason);
  if (verdict.outcome === "unclear") return item("unclear", reason);
  const isUnsure = "confidence" in verdict && verdict.confidence < lowConfidence;
  return isUnsure
    ? item("low-confidence", `${verdict.outcome} at confidence ${verdict.confidence.toFixed(2)}`)
    : [];
}
