import {
  ProductError,
  type Campaign,
  type Denial,
  type Digest,
  type Problem,
  type Standing,
  type TargetEntry,
} from "@probity/domain";
import { planCampaign, type Plan } from "@probity/engine";
import { digestOf } from "@probity/evidence";
import type { Target } from "@probity/kit";
import { nearest } from "./nearest-name.ts";
import { prepareJudges, type CampaignJudging } from "./own-judges/campaign-judging.ts";
import type { Programme, Runtime } from "./programme.ts";

/** A campaign with everything it names looked up, and its plan. */
export interface PreparedCampaign {
  readonly name: string;
  readonly campaign: Campaign;
  readonly charterDigest: Digest;
  readonly plan: Plan;
  readonly judging: CampaignJudging;
  readonly target: {
    readonly name: string;
    readonly entry: TargetEntry;
    readonly adapter: Target;
    /** Parsed, secrets still as references. */
    readonly settings: unknown;
    readonly hosts: readonly string[];
    readonly configuration: Digest;
  };
}

/** Looks up a campaign and plans it. @throws ProductError UNKNOWN_NAME, TARGET_SETTINGS or NOTHING_PLANNED */
export function prepareCampaign(programme: Programme, name: string): PreparedCampaign {
  const { project, catalogue } = programme;
  const campaign = project.campaigns[name];
  if (!campaign) throw noSuchCampaign(name, Object.keys(project.campaigns));
  const entry = project.targets[campaign.target];
  const adapter = entry && catalogue.targets.get(entry.kind);
  if (!entry || !adapter)
    throw new ProductError("UNKNOWN_NAME", { message: `There is no target "${campaign.target}".` });
  const parsed = adapter.settings.safeParse(entry.settings);
  if (!parsed.success)
    throw new ProductError("TARGET_SETTINGS", {
      message: `The settings of ${campaign.target} do not fit ${entry.kind}: ${parsed.error.message}`,
    });
  const configuration = digestOf({ kind: entry.kind, settings: parsed.data, canaries: entry.canaries });
  const judging = prepareJudges(campaign, programme);
  const plan = planCampaign({
    judgeInstead: judging.instead,
    campaign,
    target: {
      name: campaign.target,
      configuration,
      abilities: adapter.abilities(parsed.data),
      canaries: entry.canaries,
    },
    probes: catalogue.probes,
    transforms: catalogue.transforms,
    judges: catalogue.judges,
  });
  const target = {
    name: campaign.target,
    entry,
    adapter,
    settings: parsed.data,
    hosts: adapter.hosts(parsed.data),
    configuration,
  };
  return { name, campaign, charterDigest: digestOf(project.charter), plan, judging, target };
}

function noSuchCampaign(name: string, known: readonly string[]): ProductError {
  const guess = nearest(name, known);
  const remedy = guess ? `Did you mean "${guess}"?` : `The file names: ${known.join(", ") || "none"}.`;
  return new ProductError("UNKNOWN_NAME", {
    message: `There is no campaign "${name}"; nothing was done.`,
    remedy,
  });
}

/** What the gate knows before a run has used anything. */
export function freshStanding(
  { project: { charter } }: Programme,
  charterDigest: Digest,
  { store, clock }: Runtime,
): Standing {
  return {
    charter,
    charterDigest,
    approvals: store.approvals(charterDigest),
    now: clock(),
    spent: { trials: 0, tokens: 0, costUsd: 0, minutes: 0 },
    halted: false,
  };
}

/** Denials as problems, each at the place in the file whose change would lift it. */
export function denialProblems(
  { document }: Programme,
  campaign: string,
  denials: readonly Denial[],
): readonly Problem[] {
  const paths: Readonly<Record<Denial["rule"], readonly string[]>> = {
    attestation: ["charter", "attestation"],
    approval: ["charter", "tiers"],
    veto: ["charter"],
    window: ["charter", "window"],
    target: ["campaigns", campaign, "target"],
    judge: ["charter", "scope", "judges"],
    host: ["charter", "scope", "hosts"],
    technique: ["charter", "scope", "techniques"],
    tier: ["charter", "tiers"],
    budget: ["charter", "budget"],
    halt: ["campaigns", campaign],
  };
  return denials.map(({ rule, message, remedy }) => ({
    place: document.placeOf([...paths[rule]]),
    path: `gate rule "${rule}"`,
    message,
    remedy,
  }));
}
