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
export { criterionStatement, judgeCriterion } from "./judge-criterion.ts";
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
