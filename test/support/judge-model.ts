import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadRubrics } from "@probity/library";
import {
  serveJudgeModel,
  type JudgeMode,
  type JudgeModelOptions,
  type JudgeModelServer,
} from "@probity/range";
import { projectFor, type ProjectChanges } from "./project-folder.ts";
import type { ScriptedServer } from "./scripted-server.ts";

const folder = join(import.meta.dirname, "../../content/rubrics");

/** A practice judge model that knows the shipped rubrics. */
export function judgeModel(
  mode: JudgeMode,
  more: Partial<JudgeModelOptions> = {},
): Promise<JudgeModelServer> {
  const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  return serveJudgeModel({ mode, rubrics: loadRubrics(files).rubrics, ...more });
}

export interface JudgedProject extends ProjectChanges {
  readonly judges?: object;
  readonly judging?: object;
  readonly judgeTarget?: object;
  readonly judgeSettings?: object;
}

/** A project whose target is one server and whose judge model is another. */
export function judgedProject(
  target: Pick<ScriptedServer, "url" | "host">,
  judge: { readonly url: string; readonly host: string },
  changes: JudgedProject = {},
): object {
  const { judges, judging, judgeTarget, judgeSettings, ...others } = changes;
  const project = projectFor(target, {
    ...others,
    scope: { judges: ["judge-model"], hosts: [target.host, judge.host], ...others.scope },
    campaign: { judging: judging ?? { use: "objective" }, ...others.campaign },
    more: {
      judges: judges ?? {
        objective: { kind: "model", target: "judge-model", rubric: "objective-achieved", samples: 1 },
      },
      ...others.more,
    },
  }) as { targets: Record<string, object> };
  project.targets["judge-model"] = {
    kind: "openai-compatible",
    settings: { url: judge.url, model: "practice-judge", ...judgeSettings },
    limits: { concurrency: 8, timeoutSeconds: 30, maxAttempts: 1 },
    pricing: { inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 2 },
    ...judgeTarget,
  };
  return project;
}
