import {
  decideJudging,
  probesOwn,
  type Campaign,
  type Denial,
  type Standing,
  type TrialOrder,
} from "@probity/domain";
import type { Assessor, InsteadJudge } from "@probity/engine";
import { buildAssessor } from "./build-assessor.ts";
import type { JudgeSources } from "./judge-sources.ts";
import { judgeTargetFacts, type JudgeTargetFacts } from "./judge-targets.ts";

/** Who judges a campaign's trials, looked up. Empty when the probes' own judges do. */
export interface CampaignJudging {
  readonly assessors: ReadonlyMap<string, Assessor>;
  /** Models that these judges ask. */
  readonly targets: readonly JudgeTargetFacts[];
  readonly instead: (family: string, purpose: TrialOrder["purpose"]) => InsteadJudge | undefined;
}

/** Looks up the judges that a campaign chooses. Expects a checked project. */
export function prepareJudges(campaign: Campaign, sources: JudgeSources): CampaignJudging {
  const { judging } = campaign;
  const names = judging ? [judging.use, judging.benign, ...Object.values(judging.families)] : [];
  const chosen = new Map([...new Set(names)].map((name) => [name, insteadOf(name, sources)]));
  const assessors = new Map(
    [...chosen.values()].flatMap((each) =>
      each?.kind === "own" ? [[each.name, buildAssessor(each.name, sources)] as const] : [],
    ),
  );
  return {
    assessors,
    targets: targetsOf([...assessors.values()], sources),
    instead: (family, purpose) => {
      if (!judging) return undefined;
      return chosen.get(purpose === "benign" ? judging.benign : (judging.families[family] ?? judging.use));
    },
  };
}

/** What a name stands for in a plan. Rules decide at once, so they take the place of the probe's own judge. */
function insteadOf(name: string, { project }: JudgeSources): InsteadJudge | undefined {
  if (name === probesOwn) return undefined;
  const entry = project.judges[name];
  if (!entry) return { kind: "rule", choice: { use: name, with: {} } };
  return entry.kind === "rule"
    ? { kind: "rule", choice: { use: entry.use, with: entry.with } }
    : { kind: "own", name };
}

/** The models behind some judges, each once. */
export function targetsOf(
  assessors: readonly Assessor[],
  sources: JudgeSources,
): readonly JudgeTargetFacts[] {
  const names = new Set(assessors.flatMap(({ calls }) => [...calls.keys()]));
  return [...names].map((name) => judgeTargetFacts(name, sources));
}

/** Why the gate would not let these models judge now; empty when it would. */
export function judgingDenials(targets: readonly JudgeTargetFacts[], standing: Standing): readonly Denial[] {
  return allDenials(
    ...targets.map(({ name, hosts }) => {
      const decision = decideJudging({ judge: name, hosts }, standing);
      return decision.kind === "permit" ? [] : decision.denials;
    }),
  );
}

/** Denials from several questions, each once. */
export function allDenials(...lists: readonly (readonly Denial[])[]): readonly Denial[] {
  const denials = new Map(lists.flat().map((denial) => [`${denial.rule} ${denial.subject}`, denial]));
  return [...denials.values()];
}
