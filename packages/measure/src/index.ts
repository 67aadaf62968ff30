export type { Count, Interval } from "./interval.ts";
export { wilsonBounds, wilsonInterval } from "./wilson-interval.ts";
export { clopperPearson } from "./clopper-pearson.ts";
export { jeffreys } from "./jeffreys.ts";
export { zeroFailureBound } from "./zero-failure-bound.ts";
export {
  clusteredBounds,
  clusteredInterval,
  clusteredRate,
  type Cluster,
  type ClusteredRate,
  type RateWeight,
} from "./clustered-rate.ts";
export {
  rateFromClusters,
  rateOf,
  unjudgedShareOf,
  type JudgedCluster,
  type Observation,
  type RateOptions,
} from "./breach-rate.ts";
export { formatExcluded, formatPercent, formatRate } from "./format-rate.ts";
export { formatCorrection, whyNotCorrected } from "./format-correction.ts";
export { formatWithoutVerdict } from "./format-without-verdict.ts";
export { criterionStatement, judgeCriterion, type MeasuredCriterion } from "./judge-criterion.ts";
export { logGamma } from "./special/log-gamma.ts";
export { incompleteBeta, inverseIncompleteBeta, type BetaShape } from "./special/incomplete-beta.ts";
export { normalQuantile } from "./special/normal-quantile.ts";
export { studentTQuantile } from "./special/student-t-quantile.ts";
export { normalUpperTail } from "./special/normal-upper-tail.ts";
export type { Estimated } from "./estimated.ts";
export { sampleQuantile } from "./resampling/sample-quantile.ts";
export { bootstrapInterval, type BootstrapOptions } from "./resampling/bootstrap-interval.ts";
export { confusionOf, type Confusion, type LabelPair } from "./quality/confusion.ts";
export { oneAgainstRest, type OneAgainstRest } from "./quality/one-against-rest.ts";
export { labelQuality, type LabelQuality } from "./quality/label-quality.ts";
export {
  averageQuality,
  type AverageOptions,
  type Averaging,
  type Measure,
} from "./quality/average-quality.ts";
export {
  classifierQuality,
  type AveragedQuality,
  type ClassifierQuality,
} from "./quality/classifier-quality.ts";
export type { Bounds } from "./bounds.ts";
export { cohenKappa, type CohenKappa } from "./agreement/cohen-kappa.ts";
export { fleissKappa } from "./agreement/fleiss-kappa.ts";
export {
  krippendorffAlpha,
  type KrippendorffAlpha,
  type MeasurementLevel,
  type RatedCase,
} from "./agreement/krippendorff-alpha.ts";
export { mcNemar, type DiscordantPairs, type McNemar } from "./agreement/mcnemar.ts";
export { pairedDifference, type PairedCount } from "./agreement/paired-difference.ts";
export { unpairedDifference, type RateDifference } from "./agreement/unpaired-difference.ts";
export type { Forecast } from "./calibration/forecast.ts";
export {
  reliabilityBins,
  type Binning,
  type BinOptions,
  type ReliabilityBin,
} from "./calibration/reliability-bins.ts";
export {
  binnedError,
  calibrationError,
  type BinnedError,
  type CalibrationError,
} from "./calibration/calibration-error.ts";
export { brierScore, type BrierScore } from "./calibration/brier-score.ts";
export { logLoss } from "./calibration/log-loss.ts";
export { rocArea, type ScoredCase } from "./calibration/roc-area.ts";
export { riskCoverage, type ConfidentDecision, type RiskCoverage } from "./calibration/risk-coverage.ts";
export { applyIsotonic, fitIsotonic, type IsotonicFit } from "./calibration/isotonic-fit.ts";
export { applyPlatt, fitPlatt, type PlattFit } from "./calibration/platt-fit.ts";
export { judgeErrors, type JudgeErrors } from "./correction/judge-errors.ts";
export { sampledErrors, type DecidedStratum } from "./correction/sampled-errors.ts";
export { roganGladen, type JudgedRate, type RoganGladen } from "./correction/rogan-gladen.ts";
export {
  allocateCalibrationLabels,
  type LabelAllocation,
  type LabelPlan,
} from "./correction/label-allocation.ts";
export {
  predictionPoweredMean,
  type PoweredOptions,
  type PredictionPowered,
  type ScoredPair,
} from "./correction/prediction-powered.ts";
export {
  correctedRate,
  type CorrectedRate,
  type CorrectionEvidence,
  type CorrectionOptions,
  type NotCorrectable,
} from "./correction/corrected-rate.ts";
export {
  stratifiedRate,
  type LabelledStratum,
  type StratifiedOptions,
  type StratifiedRate,
} from "./sampling/stratified-rate.ts";
export {
  allocateLabels,
  type LabelBudget,
  type LabelOrder,
  type OpenStratum,
} from "./sampling/allocate-labels.ts";
export { combineRates, type CombinedRate, type RatePart } from "./sampling/combine-rates.ts";
export { labelledStrata, type LabelledStrata, type SampledTrial } from "./sampling/labelled-strata.ts";
export { roundsRate, type RoundLabels, type RoundsRate, type StratumRounds } from "./sampling/rounds-rate.ts";
export { weightedRate, type DrawnLabel, type WeightedRate } from "./sampling/weighted-rate.ts";
export { dawidSkene, type DawidSkene, type DawidSkeneOptions, type PanelLabel } from "./panel/dawid-skene.ts";
export { voteByRates, type RatedVote } from "./panel/vote-by-rates.ts";
export { weightedVote, type VoteOptions, type VoteResult, type WeighedVote } from "./panel/weighted-vote.ts";
export {
  simulateCoverage,
  type Coverage,
  type CoverageResult,
  type SimulatedCampaign,
  type SimulationOptions,
} from "./simulation/simulate-coverage.ts";
