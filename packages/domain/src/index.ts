export { errorCatalogue, type CatalogueEntry, type ErrorCode } from "./errors/catalogue.ts";
export {
  ProductError,
  formatProblem,
  type Place,
  type Problem,
  type ProductErrorDetail,
} from "./errors/product-error.ts";
export { asDigest, asRunId, asTrialId, type Digest, type RunId, type TrialId } from "./ids.ts";
export {
  toolOfferSchema,
  type Message,
  type Reply,
  type ToolCall,
  type ToolOffer,
  type Usage,
} from "./conversation.ts";
export {
  approvalsNeeded,
  compareSeverity,
  roles,
  roleSchema,
  severities,
  severitySchema,
  tiers,
  tierSchema,
  type Role,
  type Severity,
  type Tier,
} from "./tier.ts";
export {
  budgetSchema,
  charterSchema,
  criterionSchema,
  haltRuleSchema,
  metricSchema,
  objectiveSchema,
  type Budget,
  type Charter,
  type Criterion,
  type HaltRule,
  type Metric,
  type Objective,
} from "./charter.ts";
export {
  campaignSchema,
  judgingSchema,
  selectionSchema,
  type Campaign,
  type JudgingChoice,
  type Selection,
} from "./campaign.ts";
export {
  judgeEntrySchema,
  judgeWeightsSchema,
  people,
  probesOwn,
  type JudgeEntry,
  type JudgeWeights,
  type ModelJudgeEntry,
} from "./judge-entry.ts";
export { rubricSchema, type Rubric } from "./rubric.ts";
export { injectionPackSchema, type Injection, type InjectionPack } from "./injection-pack.ts";
export {
  canarySchema,
  limitsSchema,
  pricingSchema,
  secretReferenceSchema,
  targetEntrySchema,
  type Canary,
  type Limits,
  type Pricing,
  type SecretReference,
  type TargetEntry,
} from "./target-entry.ts";
export { projectSchema, type Project } from "./project.ts";
export {
  exampleReplySchema,
  judgeChoiceSchema,
  needSchema,
  probePackSchema,
  probeSchema,
  type CataloguedProbe,
  type ExampleReply,
  type JudgeChoice,
  type Need,
  type Probe,
  type ProbePack,
} from "./probe.ts";
export type { PlannedConversation, PlannedTrial, Purpose, SkippedProbe, TrialOrder } from "./trial.ts";
export { isRetryable, type Fault } from "./fault.ts";
export type { Ending, Exchange, Transcript } from "./transcript.ts";
export {
  outcomes,
  personJudge,
  type BiasCheck,
  type Decision,
  type Judgement,
  type JudgingUse,
  type Outcome,
  type PanelVote,
  type Span,
  type UnjudgedReason,
  type Verdict,
  unjudgedWords,
} from "./verdict.ts";
export type { Approval } from "./approval.ts";
export {
  nextRunState,
  runStates,
  type HaltCause,
  type RunEvent,
  type RunHeader,
  type RunState,
} from "./run.ts";
export {
  decide,
  decideJudging,
  hostInScope,
  type Action,
  type Denial,
  type GateDecision,
  type GateRule,
  type JudgingAction,
  type Permit,
  type Standing,
} from "./authorisation.ts";
export type { NotCorrectedReason, Rate, RateCorrection, Tally } from "./rate.ts";
export {
  labelOutcomes,
  labellingRole,
  labellingRoles,
  sampleLevels,
  type JudgeCalibration,
  type Label,
  type LabelChoice,
  type LabelOutcome,
  type LabelSample,
  type SampleDesign,
  type SampleLevel,
} from "./label.ts";
export { newestRatings, settleLabels, type SettledLabel } from "./settled-label.ts";
export {
  barFromDeciding,
  nextContestState,
  type Contest,
  type ContestDecision,
  type ContestMove,
  type ContestState,
  type Hands,
} from "./contest.ts";
export type { CriterionResult, Finding, FindingKey } from "./finding.ts";
export type {
  AgreementFigure,
  ContestRow,
  LabellingSummary,
  RateRow,
  ReportModel,
  ReportTrial,
  TimelineEntry,
} from "./report.ts";
export type {
  AppendedEntry,
  CampaignLock,
  JudgedTrial,
  Recorder,
  RecordStore,
  RunRecord,
  StoredEntry,
  StoredHead,
  TrialCount,
  TrialFacts,
  TrialFilter,
  TrialRecord,
} from "./record-store.ts";
export type { CalibrationEntry, LogEntry, LogEntryKind, ReviewEntry } from "./log-entry.ts";
