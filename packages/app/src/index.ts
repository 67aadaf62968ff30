export type { Programme, Runtime } from "./programme.ts";
export { checkProject, readProjectDocument } from "./read-project.ts";
export { nearest } from "./nearest-name.ts";
export { denialProblems, prepareCampaign, type PreparedCampaign } from "./prepare-campaign.ts";
export { previewCampaign, type PlannedCampaign } from "./preview-campaign.ts";
export { startRun, type StartInputs } from "./start-run.ts";
export { resumeRun, type ResumeInputs } from "./resume-run.ts";
export type { ConductedRun, RunWatcher } from "./conduct-run.ts";
export { findRun } from "./find-run.ts";
export { haltRun } from "./halt-run.ts";
export { reportRun } from "./report-run.ts";
export { describeEvent, describeHalt } from "./describe-event.ts";
export { verifyEarlierHead, verifyEvidence, type SoundEvidence } from "./verify-evidence.ts";
export { approveCharter, type ApprovalInputs } from "./approve-charter.ts";
export { replayTrial, type ReplayedTrial, type ReplayInputs } from "./replay-trial.ts";
export {
  labelMapSchema,
  plainLabels,
  readLabelledRows,
  type LabelledRow,
  type LabelMap,
} from "./judge-evaluation/labelled-rows.ts";
export { readyLabelMaps, type ReadyLabelMap } from "./judge-evaluation/ready-label-maps.ts";
export { judgeRows, type JudgedRow } from "./judge-evaluation/judge-rows.ts";
export {
  evaluateJudge,
  measureJudge,
  type JudgedRows,
  type JudgeEvaluation,
  type JudgeQuality,
} from "./judge-evaluation/evaluate-judge.ts";
export { assessRows, type AssessedRow } from "./judge-evaluation/assess-rows.ts";
export { biasRates, totalUse, type BiasRate } from "./judge-evaluation/bias-rates.ts";
export { noJudgingContent, type JudgingContent } from "./own-judges/judging-content.ts";
export { buildAssessor } from "./own-judges/build-assessor.ts";
export { openModelAccess, type ModelAccess } from "./own-judges/model-access.ts";
export { compareJudges, type JudgeComparison } from "./judge-evaluation/compare-judges.ts";
export { seededRandom } from "@probity/engine";
export { requireRater } from "./people/who-may.ts";
export { correctionOf, findTrial, readRunReview, type RunReview } from "./people/run-review.ts";
export { recordLabel, type LabelInputs } from "./people/record-label.ts";
export {
  choiceOf,
  nextLabels,
  secondRatings,
  type AskedTrial,
  type NextInputs,
} from "./people/next-labels.ts";
export { importLabels, type ImportedLabels, type ImportInputs } from "./people/import-labels.ts";
export { labelStanding, overallCorrection, type LabelStanding } from "./people/label-standing.ts";
export { labelProgress, type UnrecordedLabels } from "./people/label-progress.ts";
export { reviewQueue, type ReviewCause, type ReviewItem } from "./people/review-queue.ts";
export {
  contestsOf,
  decideContest,
  raiseContest,
  type ContestInputs,
  type DecisionInputs,
  type StandingContest,
} from "./people/contests.ts";
export { adoptCalibration, calibrationFrom, type CalibrationScope } from "./people/calibrations.ts";
export { attackOwnJudge, attackRule, type OwnAttack } from "./judge-attack/attack-by-name.ts";
export type { AttackReport, AttackResult } from "./judge-attack/attack-judge.ts";
export { rejudgeRun, planRejudging, type RejudgePlan, type Rejudged } from "./rejudge-run.ts";
export { weighJudges, type JudgedBy } from "./judge-evaluation/weigh-judges.ts";
export { membersOf } from "./own-judges/find-circle.ts";
