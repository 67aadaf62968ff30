import type { Decision, Judgement, PanelVote } from "@probity/domain";
import { digestOf } from "@probity/evidence";
import { answersOf } from "@probity/kit";
import { abandoned, type Assessed, type Assessor, type JudgedCase, type ModelDesk } from "./assessor.ts";
import { voteOf } from "./panel-vote.ts";
import { speaksToJudge } from "./speaks-to-judge.ts";
import { addUses } from "./use-meter.ts";

export interface Cascade {
  readonly name: string;
  /** Cheapest first. */
  readonly steps: readonly Assessor[];
  /** A verdict below this goes on to the next step. */
  readonly confidence: number;
  /** What no step decides is left to a person. */
  readonly people: boolean;
}

/**
 * Asks one judge after the other until one is sure enough. Without people at the end, the last step's verdict stands as it is.
 *
 * An answer that speaks to its judge passes the steps that have no guard against that, however sure they are: models have one, rules are
 * only hard to steer.
 */
export function cascadeAssessor({ name, steps, confidence, people }: Cascade): Assessor {
  const versions = steps.map((step) => [step.name, step.version]);
  return {
    name,
    version: `cascade+${digestOf({ versions, confidence, people }).slice(0, 12)}`,
    calls: sumCalls(steps),
    assess: (judged, desk) => climb({ steps, confidence, people }, judged, desk),
  };
}

/** Calls of all members; a cascade often takes fewer. */
export function sumCalls(members: readonly Assessor[]): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  for (const member of members)
    for (const [target, count] of member.calls) calls.set(target, (calls.get(target) ?? 0) + count);
  return calls;
}

async function climb(
  { steps, confidence, people }: Omit<Cascade, "name">,
  judged: JudgedCase,
  desk: ModelDesk,
): Promise<Assessed> {
  const votes: PanelVote[] = [];
  const uses: NonNullable<Judgement["use"]>[] = [];
  let last: Decision = { outcome: "unclear", reasons: ["No step decided."] };
  const guarded = answersOf(judged.input).some(({ message }) => speaksToJudge(message.content, []));
  const hasGuard = ({ calls }: Assessor) =>
    !guarded || calls.size > 0 || !steps.some((step) => step.calls.size > 0);
  for (const step of steps) {
    const assessed = await step.assess(judged, desk);
    if (assessed.kind === "abandoned") return abandoned;
    last = assessed.decision;
    votes.push(voteOf(step, last));
    if (assessed.judgement?.use) uses.push(assessed.judgement.use);
    if ("confidence" in last && last.confidence >= confidence && hasGuard(step))
      return { kind: "decided", decision: last, judgement: traceOf(votes, uses) };
  }
  if (!people) return { kind: "decided", decision: last, judgement: traceOf(votes, uses) };
  const decision: Decision = {
    outcome: "unclear",
    reasons: ["A person must decide: no judge of the cascade was sure enough.", ...last.reasons],
  };
  return { kind: "decided", decision, judgement: { awaits: "people", ...traceOf(votes, uses) } };
}

function traceOf(votes: readonly PanelVote[], uses: readonly NonNullable<Judgement["use"]>[]): Judgement {
  return { ...(uses.length > 0 ? { use: addUses(uses) } : {}), votes };
}
