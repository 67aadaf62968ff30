// Written by `npm run gen`. Add a file to judges, reports, targets or transforms, and run it again.
import type { Judge, ReportFormat, Target, Transform } from "@probity/kit";
import { canaryLeak } from "./judges/canary-leak.ts";
import { outputLength } from "./judges/output-length.ts";
import { pattern } from "./judges/pattern.ts";
import { personalData } from "./judges/personal-data.ts";
import { structure } from "./judges/structure.ts";
import { toolCall } from "./judges/tool-call.ts";
import { validJson } from "./judges/valid-json.ts";
import { openaiCompatible } from "./targets/openai-compatible.ts";

/** Every file in `judges`, sorted by its path. */
export const judges: readonly Judge[] = [
  canaryLeak,
  outputLength,
  pattern,
  personalData,
  structure,
  toolCall,
  validJson,
];

/** Every file in `reports`, sorted by its path. */
export const reports: readonly ReportFormat[] = [
];

/** Every file in `targets`, sorted by its path. */
export const targets: readonly Target[] = [
  openaiCompatible,
];

/** Every file in `transforms`, sorted by its path. */
export const transforms: readonly Transform[] = [
];
