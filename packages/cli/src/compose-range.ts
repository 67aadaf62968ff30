import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ProductError } from "@probity/domain";
import {
  loadWorld,
  serveJudgeModel,
  serveRange,
  type JudgeMode,
  type JudgeModelServer,
  type RangeServer,
  type World,
} from "@probity/range";
import { contentFolder } from "./compose.ts";
import { openRubrics } from "./compose-judging.ts";

export { judgeModes, judgeModeWords, type JudgeMode } from "@probity/range";
export { scoreDetection, type DetectionScore, type RangeServer, type World } from "@probity/range";

/** Reads a shipped world by name, or a world file. @throws ProductError UNKNOWN_NAME or CONTENT_INVALID */
export function openWorld(cwd: string, name: string): World {
  const shipped = join(contentFolder, "worlds", `${name}.yaml`);
  const path = existsSync(shipped) ? shipped : resolve(cwd, name);
  if (!existsSync(path))
    throw new ProductError("UNKNOWN_NAME", {
      message: `There is no world "${name}".`,
      remedy: "`probity list worlds` names those that are shipped; a file is named by its path.",
    });
  return loadWorld(readFileSync(path, "utf8"), existsSync(shipped) ? path : relative(cwd, path) || path);
}

export interface RangeTask {
  readonly world: World;
  readonly hardened: boolean;
  readonly seed: number;
  readonly port: number;
  readonly latencyMs: number;
}

/** Serves a world on 127.0.0.1. @throws ProductError RANGE_UNAVAILABLE when the port is taken */
export function openRange(task: RangeTask): Promise<RangeServer> {
  return serveRange(task);
}

/** Serves a practice judge model on 127.0.0.1; it knows the shipped rubrics. @throws ProductError RANGE_UNAVAILABLE when the port is taken */
export function openJudgeModel(task: {
  readonly mode: JudgeMode;
  readonly port: number;
  readonly latencyMs: number;
}): Promise<JudgeModelServer> {
  return serveJudgeModel({ ...task, rubrics: openRubrics() });
}
