export { loadWorld } from "./world/load-world.ts";
export { worldSchema, type World } from "./world/world-schema.ts";
export { weaknessFamilies, type Weakness } from "./world/weakness.ts";
export type { Condition } from "./world/condition.ts";
export {
  createApplication,
  type Application,
  type ApplicationOptions,
  type ApplicationRequest,
  type GivenAnswer,
  type WorldOverrides,
} from "./application/create-application.ts";
export type { Answer, OfferedTool, OutgoingCall, Deed } from "./application/scene.ts";
export type { LedgerEntry } from "./application/ledger.ts";
export { serveRange, type RangeServer, type ServeRangeOptions } from "./http/serve-range.ts";
export {
  scoreDetection,
  type DeclaredWeakness,
  type DetectionInput,
  type DetectionScore,
  type TrialVerdict,
} from "./scoring/score-detection.ts";
export {
  serveJudgeModel,
  type JudgeModelOptions,
  type JudgeModelServer,
} from "./judge-model/serve-judge-model.ts";
export { judgeModes, judgeModeWords, type JudgeMode, type KnownRubric } from "./judge-model/judge-modes.ts";
