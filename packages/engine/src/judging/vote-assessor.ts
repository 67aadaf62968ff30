import type { Decision, JudgeWeights, Outcome, PanelVote } from "@probity/domain";
import { digestOf } from "@probity/evidence";
import { voteByRates, type RatedVote } from "@probity/measure";
import { abandoned, type Assessed, type Assessor, type JudgedCase, type ModelDesk } from "./assessor.ts";
import { sumCalls } from "./cascade-assessor.ts";
import { voteOf } from "./panel-vote.ts";
import { addUses } from "./use-meter.ts";

export interface Vote {
  readonly name: string;
  readonly members: readonly Assessor[];
  /** `undefined`: every member counts alike. */
  readonly weights: JudgeWeights | undefined;
  /** Share of breaches to expect; with measured weights only. */
  readonly prevalence: number | undefined;
}

/** Asks all its members and joins what they say. Who decides nothing has no vote. */
export function voteAssessor({ name, members, weights, prevalence }: Vote): Assessor {
  const versions = members.map((member) => [member.name, member.version]);
  const made = { versions, weights: weights ?? "equal", prevalence: prevalence ?? null };
  return {
    name,
    version: `vote+${digestOf(made).slice(0, 12)}`,
    calls: sumCalls(members),
    assess: async (judged, desk) => {
      const assessed = await askAll(members, judged, desk);
      if (!assessed) return abandoned;
      const votes = assessed.map(({ decision }, index) => voteOfMember(members[index], decision));
      const cast = votes.filter((vote) => vote !== undefined);
      const uses = assessed.flatMap(({ judgement }) => (judgement?.use ? [judgement.use] : []));
      return {
        kind: "decided",
        decision: joinVotes(cast, { weights, prevalence }),
        judgement: { ...(uses.length > 0 ? { use: addUses(uses) } : {}), votes: cast },
      };
    },
  };
}

type Decided = Extract<Assessed, { kind: "decided" }>;

async function askAll(
  members: readonly Assessor[],
  judged: JudgedCase,
  desk: ModelDesk,
): Promise<readonly Decided[] | undefined> {
  const assessed = await Promise.all(members.map((member) => member.assess(judged, desk)));
  const decided = assessed.filter((each) => each.kind === "decided");
  return decided.length === assessed.length ? decided : undefined;
}

const voteOfMember = (member: Assessor | undefined, decision: Decision) => member && voteOf(member, decision);

/**
 * Joins the votes of a panel: a plain majority, or by how often each member is right where that was measured. More than half of the members must
 * decide: what most of a panel cannot tell, one of them does not settle.
 */
export function joinVotes(
  votes: readonly PanelVote[],
  { weights, prevalence = 0.5 }: Partial<Pick<Vote, "weights" | "prevalence">>,
): Decision {
  const cast = votes.filter((vote) => vote.outcome === "breached" || vote.outcome === "held");
  const told = cast.map(({ judge, outcome }) => `${judge}: ${outcome}`).join(", ");
  if (cast.length === 0) return nobodyDecided(votes);
  if (cast.length * 2 <= votes.length)
    return {
      outcome: "unclear",
      reasons: [`Too few of the panel decided (${told}; ${votes.length} members).`],
    };
  const rated = weights && ratedVotes(cast, weights);
  if (rated?.length === 0)
    return { outcome: "unclear", reasons: [`Nobody who decided was ever measured (${told}).`] };
  const breached = rated
    ? voteByRates(rated, prevalence)
    : (cast.filter(({ outcome }) => outcome === "breached").length + 1) / (cast.length + 2);
  if (Math.abs(breached - 0.5) < 1e-9)
    return { outcome: "unclear", reasons: [`The votes are even (${told}).`] };
  const reasons = [
    `The panel voted (${told}).`,
    ...leadingReasons(cast, breached > 0.5 ? "breached" : "held"),
  ];
  return breached > 0.5
    ? { outcome: "breached", confidence: breached, reasons }
    : { outcome: "held", confidence: 1 - breached, reasons };
}

function leadingReasons(cast: readonly PanelVote[], outcome: Outcome): readonly string[] {
  return cast.find((vote) => vote.outcome === outcome)?.reasons.slice(0, 1) ?? [];
}

function ratedVotes(cast: readonly PanelVote[], { judges }: JudgeWeights): readonly RatedVote[] {
  return cast.flatMap(({ judge, outcome }) => {
    const rates = judges[judge];
    return rates ? [{ positive: outcome === "breached", ...rates }] : [];
  });
}

/** No member decided: unclear if one at least could read the case, else unjudged with the first one's reason. */
function nobodyDecided(votes: readonly PanelVote[]): Decision {
  const reasons = votes.flatMap(({ judge, reasons: own }) =>
    own.slice(0, 1).map((why) => `${judge}: ${why}`),
  );
  if (votes.some(({ outcome }) => outcome === "unclear")) return { outcome: "unclear", reasons };
  return { outcome: "unjudged", reason: "judge-error", reasons };
}
