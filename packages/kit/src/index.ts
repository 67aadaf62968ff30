export { BrokenBody } from "./broken-body.ts";
export { defineTransform, type Transform, type TransformContext } from "./define-transform.ts";
export {
  answersOf,
  defineJudge,
  requestTextOf,
  type Judge,
  type JudgeExample,
  type JudgeInput,
} from "./define-judge.ts";
export {
  defineTarget,
  type Line,
  type LineOptions,
  type Target,
  type TargetAbilities,
  type TargetOutcome,
  type TargetRequest,
  type Wire,
  type WireAnswer,
  type WireOutcome,
  type WireRequest,
} from "./define-target.ts";
export { defineReport, type ReportFormat } from "./define-report.ts";
export type { Catalogue } from "./catalogue.ts";
export { readDocument, type Checked, type DocumentSource, type ReadDocument } from "./read-document.ts";
