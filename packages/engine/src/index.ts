export { planCampaign, type Plan } from "./plan/plan-campaign.ts";
export type { CampaignInputs } from "./plan/campaign-inputs.ts";
export { estimatePlan, estimateTokens, type PlanEstimate } from "./plan/estimate-plan.ts";
export { selectProbes, type ProbeSelection } from "./plan/select-probes.ts";
export { seededRandom } from "./plan/seeded-random.ts";
export { actionOf, authorisePlan, type AuthorisedPlan, type PlanDecision } from "./gate/authorise-plan.ts";
export { createChannel, type Channel } from "./channel/create-channel.ts";
export { haltGraceMs, runCampaign, type CampaignPorts, type RunEnding } from "./run/run-campaign.ts";
export { runTrial, type TrialPorts } from "./run/run-trial.ts";
export { prepareJudging, type Judging } from "./run/judge-transcript.ts";
export type { Mask, MaskFor } from "./run/mask-transcript.ts";
export { trackSpending, type Spending } from "./run/spending.ts";
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
