import { people, ProductError, probesOwn, type JudgeWeights } from "@probity/domain";
import {
  cascadeAssessor,
  probesOwnAssessor,
  rubricAssessor,
  ruleAssessor,
  voteAssessor,
  type Assessor,
} from "@probity/engine";
import type { JudgeSources } from "./judge-sources.ts";
import { judgeTargetFacts } from "./judge-targets.ts";

/** Builds a judge by name: one of one's own, the probe's own, or a shipped one. Expects a project that was checked. @throws ProductError UNKNOWN_NAME; CONFIG_INVALID when weights are of another version */
export function buildAssessor(name: string, sources: JudgeSources): Assessor {
  const { project, catalogue, judging } = sources;
  const entry = project.judges[name];
  if (name === probesOwn) return probesOwnAssessor(catalogue.judges);
  if (!entry) {
    if (catalogue.judges.has(name)) return ruleAssessor(name, { use: name, with: {} }, catalogue.judges);
    throw new ProductError("UNKNOWN_NAME", { message: `There is no judge "${name}".` });
  }
  const member = (each: string) => buildAssessor(each, sources);
  switch (entry.kind) {
    case "model": {
      const rubric = judging.rubrics.get(entry.rubric);
      if (!rubric)
        throw new ProductError("UNKNOWN_NAME", { message: `There is no rubric "${entry.rubric}".` });
      const { configuration, abilities } = judgeTargetFacts(entry.target, sources);
      return rubricAssessor({
        name,
        entry,
        rubric,
        targetConfiguration: configuration,
        systemPrompt: abilities.systemPrompt,
      });
    }
    case "rule":
      return ruleAssessor(name, { use: entry.use, with: entry.with }, catalogue.judges);
    case "cascade":
      return cascadeAssessor({
        name,
        steps: entry.steps.filter((step) => step !== people).map(member),
        confidence: entry.confidence,
        people: entry.steps.at(-1) === people,
      });
    case "vote": {
      const weights = judging.weights.get(entry.weights);
      const members = entry.members.map(member);
      if (weights) refuseStale(entry.weights, weights, members);
      return voteAssessor({ name, members, weights, prevalence: entry.prevalence });
    }
  }
}

/** A judge that has changed since it was measured has no known weight. */
function refuseStale(file: string, { judges }: JudgeWeights, members: readonly Assessor[]): void {
  for (const { name, version } of members) {
    const measured = judges[name]?.judgeVersion;
    if (measured === undefined || measured === version) continue;
    throw new ProductError("CONFIG_INVALID", {
      message: `${file} measured ${name} ${measured}; it is ${version} now. Nothing was done.`,
      remedy: "Measure the members again with `probity judge weigh`.",
    });
  }
}
