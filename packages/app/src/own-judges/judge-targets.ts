import { ProductError, type Digest, type TargetEntry } from "@probity/domain";
import { createChannel, type Channel, type JudgeTarget } from "@probity/engine";
import { digestOf } from "@probity/evidence";
import type { Target, TargetAbilities } from "@probity/kit";
import type { Runtime } from "../programme.ts";
import { resolveSecrets } from "../resolve-secrets.ts";
import type { JudgeSources } from "./judge-sources.ts";

/** A judge model's target, looked up; secrets still stand as references. */
export interface JudgeTargetFacts {
  readonly name: string;
  readonly entry: TargetEntry;
  readonly adapter: Target;
  readonly settings: unknown;
  readonly hosts: readonly string[];
  readonly abilities: TargetAbilities;
  readonly configuration: Digest;
}

/** Looks up a target that judges. @throws ProductError UNKNOWN_NAME or TARGET_SETTINGS */
export function judgeTargetFacts(
  name: string,
  { project, catalogue }: Pick<JudgeSources, "project" | "catalogue">,
): JudgeTargetFacts {
  const entry = project.targets[name];
  const adapter = entry && catalogue.targets.get(entry.kind);
  if (!entry || !adapter)
    throw new ProductError("UNKNOWN_NAME", { message: `There is no target "${name}".` });
  const parsed = adapter.settings.safeParse(entry.settings);
  if (!parsed.success)
    throw new ProductError("TARGET_SETTINGS", {
      message: `The settings of ${name} do not fit ${entry.kind}: ${parsed.error.message}`,
    });
  return {
    name,
    entry,
    adapter,
    settings: parsed.data,
    hosts: adapter.hosts(parsed.data),
    abilities: adapter.abilities(parsed.data),
    configuration: digestOf({ kind: entry.kind, settings: parsed.data }),
  };
}

/** Judge targets that can be asked, and the secrets that were put into their settings. */
export interface OpenJudgeTargets {
  readonly targets: ReadonlyMap<string, JudgeTarget>;
  readonly secrets: readonly string[];
}

/**
 * Resolves secrets and opens a channel to each. A channel that is open already is shared, so that a target's limits hold when it is judge and
 * judged at once.
 *
 * @throws ProductError SECRET_MISSING
 */
export function openJudgeTargets(
  facts: readonly JudgeTargetFacts[],
  { env, now, random, sleep }: Runtime,
  open: ReadonlyMap<string, Channel> = new Map(),
): OpenJudgeTargets {
  const targets = new Map<string, JudgeTarget>();
  const allSecrets: string[] = [];
  for (const { name, entry, adapter, settings, hosts } of facts) {
    const resolved = resolveSecrets(settings, env);
    allSecrets.push(...resolved.secrets);
    targets.set(name, {
      name,
      adapter,
      settings: resolved.settings,
      hosts,
      limits: entry.limits,
      pricing: entry.pricing,
      channel: open.get(name) ?? createChannel({ limits: entry.limits, now, random, sleep }),
    });
  }
  return { targets, secrets: allSecrets };
}
