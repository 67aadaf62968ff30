import { digestOf, sha256Hex } from "@probity/evidence";
import {
  asTrialId,
  ProductError,
  type Digest,
  type JudgeChoice,
  type PlannedTrial,
  type Probe,
  type Purpose,
  type SkippedProbe,
  type TrialOrder,
} from "@probity/domain";
import type { Transform } from "@probity/kit";
import type { CampaignInputs } from "./campaign-inputs.ts";
import { composeConversation } from "./compose-conversation.ts";
import { selectProbes } from "./select-probes.ts";

/**
 * A campaign's trials, as a stream that can be walked any number of times.
 *
 * No trial is in it twice. Two machines with equal inputs get equal plans: same digest, same trials in the same order with the same
 * ids. Repetitions come outermost, so that a run that stops early has tried everything about equally often.
 */
export interface Plan {
  readonly digest: Digest;
  readonly target: string;
  readonly size: number;
  readonly skipped: readonly SkippedProbe[];
  readonly trials: () => Generator<PlannedTrial>;
}

/** What tells a trial from the others of its case. */
type Turn = Pick<TrialOrder, "id" | "position" | "repetition" | "seed">;

/** One root prompt under one transform chain: what a repetition repeats. */
interface Case {
  readonly order: Omit<TrialOrder, keyof Turn>;
  readonly probe: Probe;
  readonly prompt: string | readonly string[];
  readonly chain: readonly Transform[];
  readonly identity: string;
}

/**
 * Plans a campaign.
 *
 * @throws ProductError UNKNOWN_NAME for a transform or judge that does not exist
 * @throws ProductError NOTHING_PLANNED when no trial remains
 */
export function planCampaign(inputs: CampaignInputs): Plan {
  const { campaign, target } = inputs;
  const { selected, skipped } = selectProbes(inputs);
  const { chains, skippedChains } = resolveChains(inputs);
  const cases = withoutRepeats(
    selected.flatMap(({ probe, family }) => casesOf({ probe, family, chains, inputs })),
  );
  const allSkipped = [...skipped, ...skippedChains];
  if (cases.length === 0) throw nothingPlanned(allSkipped);
  const sampling = [campaign.seed, campaign.temperature ?? null, campaign.maxOutputTokens];
  return {
    digest: digestOf({
      cases: cases.map(({ identity }) => identity),
      repetitions: campaign.repetitions,
      sampling,
    }),
    target: target.name,
    size: cases.length * campaign.repetitions,
    skipped: allSkipped,
    trials: () => streamTrials(cases, inputs),
  };
}

/** A chain that is listed twice, or a prompt, is no second case: trials that would have one id are one trial. */
function withoutRepeats(cases: readonly Case[]): readonly Case[] {
  const byIdentity = new Map<string, Case>();
  for (const each of cases) if (!byIdentity.has(each.identity)) byIdentity.set(each.identity, each);
  return [...byIdentity.values()];
}

function* streamTrials(cases: readonly Case[], { campaign }: CampaignInputs): Generator<PlannedTrial> {
  const sampling = `${campaign.seed}/${campaign.temperature ?? ""}/${campaign.maxOutputTokens}`;
  let position = 0;
  for (let repetition = 0; repetition < campaign.repetitions; repetition += 1) {
    for (const { order, probe, prompt, chain, identity } of cases) {
      const id = asTrialId(sha256Hex(`probity-trial/1\n${identity}\n${sampling}\n${repetition}`));
      const seed = Number.parseInt(id.slice(0, 7), 16);
      yield {
        order: orderOf(order, { id, position, repetition, seed }),
        compose: () => composeConversation({ probe, prompt, chain, campaign, randomSeed: id }),
      };
      position += 1;
    }
  }
}

/** Keys in the order of canonical JSON, so that recording a trial need not sort them. */
function orderOf(order: Case["order"], { id, position, repetition, seed }: Turn): TrialOrder {
  return {
    family: order.family,
    id,
    judge: order.judge,
    ...(order.judgedBy === undefined ? {} : { judgedBy: order.judgedBy }),
    ...(order.population === undefined ? {} : { population: order.population }),
    position,
    probeDigest: order.probeDigest,
    probeId: order.probeId,
    purpose: order.purpose,
    repetition,
    rootPrompt: order.rootPrompt,
    safeguard: order.safeguard,
    seed,
    severity: order.severity,
    target: order.target,
    technique: order.technique,
    tier: order.tier,
    transforms: order.transforms,
  };
}

interface ResolvedChains {
  readonly chains: readonly (readonly Transform[])[];
  readonly skippedChains: readonly SkippedProbe[];
}

function resolveChains({ campaign, transforms, target }: CampaignInputs): ResolvedChains {
  const chains: (readonly Transform[])[] = [];
  const skippedChains: SkippedProbe[] = [];
  for (const ids of campaign.transforms) {
    const chain = ids.map((id) => transforms.get(id) ?? unknownName("transform", id));
    const splits = chain.find(({ rewrite }) => rewrite.shape === "turns");
    if (splits && !target.abilities.multiTurn) {
      skippedChains.push({
        probeId: "*",
        reason: `transform ${splits.id} needs a conversation of several turns, which the target has not`,
      });
    } else chains.push(chain);
  }
  return { chains, skippedChains };
}

function unknownName(kind: string, id: string): never {
  throw new ProductError("UNKNOWN_NAME", {
    message: `There is no ${kind} "${id}"; nothing was planned.`,
    remedy: `\`probity list ${kind}s\` names them all.`,
  });
}

interface CaseInputs {
  readonly probe: Probe;
  readonly family: string;
  readonly chains: readonly (readonly Transform[])[];
  readonly inputs: CampaignInputs;
}

function casesOf({ probe, family, chains, inputs }: CaseInputs): readonly Case[] {
  const asWritten: readonly Transform[] = [];
  const probeDigest = digestOf(probe);
  const attackChains = probe.transformable ? chains : [asWritten];
  const attacks = probe.prompts.flatMap((prompt, variant) =>
    attackChains.map((chain) =>
      caseOf({
        probe,
        probeDigest,
        family,
        inputs,
        prompt,
        chain,
        purpose: "attack",
        root: `${probe.id}#${variant}`,
        judge: probe.judge,
      }),
    ),
  );
  if (!inputs.campaign.benign) return attacks;
  // Fair requests are also asked in other people's voices, never in an attacker's disguise.
  const voices = [
    asWritten,
    ...chains.filter((chain) => chain.length > 0 && chain.every(({ id }) => id.startsWith("population."))),
  ];
  const benign = probe.benign.flatMap(({ prompt, judge }, variant) =>
    voices.map((chain) =>
      caseOf({
        probe,
        probeDigest,
        family,
        inputs,
        prompt,
        chain,
        purpose: "benign",
        root: `${probe.id}#benign-${variant}`,
        judge,
      }),
    ),
  );
  return [...attacks, ...benign];
}

interface CaseParts {
  readonly probe: Probe;
  readonly probeDigest: Digest;
  readonly family: string;
  readonly inputs: CampaignInputs;
  readonly prompt: string | readonly string[];
  readonly chain: readonly Transform[];
  readonly purpose: Purpose;
  readonly root: string;
  readonly judge: JudgeChoice;
}

function caseOf(parts: CaseParts): Case {
  const { probe, probeDigest, family, inputs, prompt, chain, purpose, root, judge } = parts;
  const instead = inputs.judgeInstead?.(family, purpose);
  const chosen = instead?.kind === "rule" ? instead.choice : judge;
  if (!inputs.judges.has(chosen.use)) unknownName("judge", chosen.use);
  const request = { prompt, system: probe.system ?? null, documents: probe.documents, tools: probe.tools };
  const steps = chain.map(({ id, version }) => `${id}@${version}`);
  return {
    probe,
    prompt,
    chain,
    identity: digestOf({ probe: probe.id, purpose, request, steps, target: inputs.target.configuration }),
    order: {
      purpose,
      probeId: probe.id,
      probeDigest,
      family,
      safeguard: purpose === "attack" ? probe.safeguard : "helpfulness",
      technique: probe.technique,
      severity: purpose === "attack" ? probe.severity : "low",
      tier: probe.tier,
      ...(probe.population === undefined ? {} : { population: probe.population }),
      rootPrompt: root,
      transforms: chain.map(({ id }) => id),
      target: inputs.target.name,
      judge: chosen,
      ...(instead?.kind === "own" ? { judgedBy: instead.name } : {}),
    },
  };
}

function nothingPlanned(skipped: readonly SkippedProbe[]): ProductError {
  const reasons = new Set(skipped.map(({ reason }) => reason));
  const why =
    skipped.length > 0
      ? ` ${skipped.length} probes were skipped: ${[...reasons].join("; ")}.`
      : " The selection matches no probe.";
  return new ProductError("NOTHING_PLANNED", {
    message: `The campaign plans no trial; nothing was sent.${why}`,
  });
}
