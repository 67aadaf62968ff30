export { planCampaign, type Plan } from "./plan/plan-campaign.ts";
export type { CampaignInputs, InsteadJudge } from "./plan/campaign-inputs.ts";
export { estimatePlan, estimateTokens, type PlanEstimate } from "./plan/estimate-plan.ts";
export { selectProbes, type ProbeSelection } from "./plan/select-probes.ts";
export { seededRandom } from "./plan/seeded-random.ts";
export { actionOf, authorisePlan, type AuthorisedPlan, type PlanDecision } from "./gate/authorise-plan.ts";
export { createChannel, type Channel } from "./channel/create-channel.ts";
export { haltGraceMs, runCampaign, type CampaignPorts, type RunEnding } from "./run/run-campaign.ts";
export { runTrial, type TrialPorts } from "./run/run-trial.ts";
export { prepareJudging, type Judging } from "./run/judge-transcript.ts";
export type { Mask, MaskFor } from "./run/mask-transcript.ts";
export { costOf, trackSpending, type Spending } from "./run/spending.ts";
export {
  type Assessed,
  type Assessor,
  type JudgedCase,
  type ModelAnswer,
  type ModelDesk,
} from "./judging/assessor.ts";
export { rubricAssessor, type RubricJudge } from "./judging/rubric-assessor.ts";
export { probesOwnAssessor, ruleAssessor } from "./judging/rule-assessor.ts";
export { cascadeAssessor, type Cascade } from "./judging/cascade-assessor.ts";
export { joinVotes, voteAssessor, type Vote } from "./judging/vote-assessor.ts";
export { createModelDesk, type DeskPorts, type JudgeTarget } from "./judging/model-desk.ts";
export { judgeLater, type LaterInputs } from "./judging/judge-later.ts";
export type { LateJudges } from "./judging/late-judging.ts";
export { judgedTokens, type JudgedTokens } from "./judging/judged-tokens.ts";
export { watchHaltRules, type HaltWatch } from "./run/halt-watch.ts";
export { tallyOf } from "./findings/tally.ts";
export { minimumCases, rateOfCounts, type CorrectCounts } from "./findings/rate-of-counts.ts";
export { findWeaknesses, type BreachedTrials, type Weaknesses } from "./findings/find-weaknesses.ts";
export { judgeCriteria } from "./findings/judge-criteria.ts";
export {
  labelRun,
  labelsByTrial,
  type JudgedOutcome,
  type LabelledRun,
  type LabelledTrial,
} from "./correction/labelled-trial.ts";
export { chanceOf, drawSample, type SampleRequest } from "./correction/draw-sample.ts";
export { prepareCorrection, type CorrectionInputs, type CorrectRate } from "./correction/correct-rates.ts";
export type { ErrorSource } from "./correction/known-errors.ts";
export { coverageTable, tableCampaigns } from "./simulation/coverage-table.ts";
