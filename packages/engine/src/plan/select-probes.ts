import type { Campaign, CataloguedProbe, Need, Probe, SkippedProbe } from "@probity/domain";
import type { CampaignInputs } from "./campaign-inputs.ts";

export interface ProbeSelection {
  readonly selected: readonly CataloguedProbe[];
  readonly skipped: readonly SkippedProbe[];
}

/** Splits the probes a campaign asks for into those its target can take and those it cannot, with reasons. */
export function selectProbes({ campaign, target, probes }: CampaignInputs): ProbeSelection {
  // By id, so that neither the order of files nor the folder a command runs in changes a plan.
  const wanted = probes
    .filter((each) => isWanted(each, campaign))
    .sort((a, b) => (a.probe.id < b.probe.id ? -1 : 1));
  const selected: CataloguedProbe[] = [];
  const skipped: SkippedProbe[] = [];
  for (const each of wanted) {
    const missing = needsOf(each.probe).filter((need) => !isMet(need, each.probe, target));
    if (missing.length === 0) selected.push(each);
    else
      skipped.push({
        probeId: each.probe.id,
        reason: `the target has no ${missing.map(needWords).join(" and no ")}`,
      });
  }
  return { selected, skipped };
}

function isWanted({ probe, family }: CataloguedProbe, { select }: Campaign): boolean {
  if (!select.tiers.includes(probe.tier)) return false;
  const named = (list: readonly string[]) =>
    list.includes("*") || list.includes(family) || list.includes(probe.id);
  return (named(select.families) || named(select.probes)) && !named(select.exclude);
}

function needsOf(probe: Probe): readonly Need[] {
  const needs = new Set(probe.needs);
  if (probe.system !== undefined) needs.add("system-prompt");
  if (probe.tools.length > 0) needs.add("tools");
  if (probe.prompts.some((prompt) => Array.isArray(prompt) && prompt.length > 1)) needs.add("multi-turn");
  return [...needs];
}

function isMet(need: Need, probe: Probe, { abilities, canaries }: CampaignInputs["target"]): boolean {
  switch (need) {
    case "system-prompt":
      return abilities.systemPrompt;
    case "tools":
      return abilities.tools;
    case "multi-turn":
      return abilities.multiTurn;
    case "canary":
      return canaries.some(({ where }) => placesSought(probe)?.includes(where) ?? true);
  }
}

/** Where a probe's judge looks for canaries; `undefined` when anywhere. */
function placesSought({ judge }: Probe): readonly unknown[] | undefined {
  const { where } = judge.with;
  return Array.isArray(where) ? where : undefined;
}

function needWords(need: Need): string {
  switch (need) {
    case "system-prompt":
      return "system prompt that can be set";
    case "tools":
      return "tools that can be offered";
    case "multi-turn":
      return "conversation of several turns";
    case "canary":
      return "declared canary where the probe looks for one";
  }
}
