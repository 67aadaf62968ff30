import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { noJudgingContent, type JudgingContent } from "@probity/app";
import {
  injectionPackSchema,
  judgeWeightsSchema,
  ProductError,
  type InjectionPack,
  type JudgeWeights,
  type Problem,
  type Project,
  type Rubric,
} from "@probity/domain";
import { readDocument, type ReadDocument } from "@probity/kit";
import { loadRubrics } from "@probity/library";

const rubricFolder = fileURLToPath(new URL("../../../content/rubrics", import.meta.url));
const shippedAttacks = fileURLToPath(
  new URL("../../../content/judge-injection/judge-injection.yaml", import.meta.url),
);

/** The shipped pack of attacks on judges, or one's own. @throws ProductError USAGE or CONTENT_INVALID */
export function openInjectionPack(cwd: string, own: string | undefined): InjectionPack {
  const path = own === undefined ? shippedAttacks : resolve(cwd, own);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new ProductError("USAGE", {
      message: `${own ?? path} could not be read; nothing was tried.`,
      remedy: "Name a pack of attacks, or leave --pack out for the shipped one.",
      cause: error,
    });
  }
  const read = readDocument({ text, file: own ?? relative(cwd, path), schema: injectionPackSchema });
  if (read.kind === "ok") return read.value;
  throw new ProductError("CONTENT_INVALID", {
    message: `${own ?? path} is no pack of attacks on judges; nothing was tried.`,
    problems: read.problems,
    remedy: "Mend the places named, or leave --pack out for the shipped pack, which is an example too.",
  });
}

/** The shipped rubrics. They are checked when they are built, so a problem is a fault of ours. */
export function openRubrics(): readonly Rubric[] {
  const files = readdirSync(rubricFolder)
    .filter((name) => name.endsWith(".yaml"))
    .map((path) => ({ path, text: readFileSync(join(rubricFolder, path), "utf8") }));
  return loadRubrics(files).rubrics;
}

/** Reads the files that a document's judges refer to. What is wrong with them comes back as problems, so that all is told at once. */
export function openJudging(
  document: ReadDocument<Project>,
  configPath: string,
  cwd: string,
): JudgingContent {
  const entries = Object.entries(document.value.judges);
  if (entries.length === 0) return noJudgingContent;
  const rubrics = new Map(openRubrics().map((rubric) => [rubric.id, rubric]));
  const weights = new Map<string, JudgeWeights>();
  const problems: Problem[] = [];
  const read = (path: readonly string[], named: string): FileText | undefined => {
    const full = resolve(dirname(configPath), named);
    try {
      return { file: relative(cwd, full) || full, text: readFileSync(full, "utf8") };
    } catch {
      problems.push({
        place: document.placeOf([...path]),
        path: path.join("."),
        message: `${named} could not be read.`,
        remedy: "Give a path from this file.",
      });
      return undefined;
    }
  };
  for (const [name, entry] of entries) {
    if (entry.kind === "model" && entry.rubric.endsWith(".yaml") && !rubrics.has(entry.rubric)) {
      const file = read(["judges", name, "rubric"], entry.rubric);
      const loaded = file && loadRubrics([{ path: file.file, text: file.text }]);
      problems.push(...(loaded?.problems ?? []));
      for (const rubric of loaded?.rubrics ?? []) rubrics.set(entry.rubric, rubric);
    }
    if (entry.kind === "vote" && entry.weights.endsWith(".yaml") && !weights.has(entry.weights)) {
      const file = read(["judges", name, "weights"], entry.weights);
      const loaded = file && readDocument({ ...file, schema: judgeWeightsSchema });
      if (loaded?.kind === "problems") problems.push(...loaded.problems);
      if (loaded?.kind === "ok") weights.set(entry.weights, loaded.value);
    }
  }
  return { rubrics, weights, problems };
}

interface FileText {
  readonly file: string;
  readonly text: string;
}
