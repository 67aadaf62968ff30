import {
  compareSeverity,
  type CataloguedProbe,
  type Finding,
  type FindingKey,
  type Rate,
  type Severity,
  type TrialCount,
  type TrialId,
} from "@probity/domain";
import { sha256Hex } from "@probity/evidence";
import { rateOfCounts, type CorrectCounts } from "./rate-of-counts.ts";

/** Reads the ids of breached trials of one group, in the order of recording. */
export type BreachedTrials = (key: FindingKey) => readonly TrialId[];

export interface Weaknesses {
  /** Worst severity first, then the highest lower bound. */
  readonly findings: readonly Finding[];
  /** Groups in which nothing failed. */
  readonly held: readonly (FindingKey & { readonly rate: Rate })[];
  /** Groups in which no trial was judged: they neither failed nor held. */
  readonly undecided: readonly (FindingKey & { readonly rate: Rate })[];
}

/** Groups recorded trials by purpose, family, safeguard and transform chain; each group with a failure is a finding. No group is left out. */
export function findWeaknesses(
  counts: readonly TrialCount[],
  context: {
    readonly target: string;
    readonly probes: readonly CataloguedProbe[];
    readonly breachedTrials: BreachedTrials;
    readonly correct?: CorrectCounts;
  },
): Weaknesses {
  const findings: Finding[] = [];
  const held: (FindingKey & { rate: Rate })[] = [];
  const undecided: (FindingKey & { rate: Rate })[] = [];
  const groups = Map.groupBy(counts, ({ purpose, family, safeguard, transform }) =>
    JSON.stringify([purpose, family, safeguard, transform]),
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const { purpose, family, safeguard, transform } = first;
    const key: FindingKey = { purpose, family, safeguard, transform };
    const rate = rateOfCounts(group, context.correct);
    if (rate.failures > 0) findings.push(findingOf(key, { rate, group, context }));
    else if (rate.judged > 0) held.push({ ...key, rate });
    else undecided.push({ ...key, rate });
  }
  return { findings: findings.sort(byUrgency), held, undecided };
}

interface GroupFacts {
  readonly rate: Rate;
  readonly group: readonly TrialCount[];
  readonly context: {
    readonly target: string;
    readonly probes: readonly CataloguedProbe[];
    readonly breachedTrials: BreachedTrials;
  };
}

function findingOf(key: FindingKey, { rate, group, context }: GroupFacts): Finding {
  const breached = group.filter(({ outcome }) => outcome === "breached");
  const probes = [...new Set(breached.map(({ probeId }) => probeId))].sort();
  const standards = context.probes
    .filter(({ probe }) => probes.includes(probe.id))
    .flatMap(({ probe }) => probe.standards);
  const identity = [context.target, key.purpose, key.family, key.safeguard, key.transform].join("\n");
  return {
    ...key,
    id: `FND-${sha256Hex(identity).slice(0, 8)}`,
    severity: worst(breached.map(({ severity }) => severity)),
    rate,
    probes,
    standards: [...new Set(standards)].sort(),
    evidence: context.breachedTrials(key),
  };
}

function worst(found: readonly Severity[]): Severity {
  return found.reduce<Severity>((a, b) => (compareSeverity(a, b) >= 0 ? a : b), "low");
}

/** Worst severity first; among equals attacks before refusals, what was measured before what has too few cases, then the highest lower bound. */
function byUrgency(a: Finding, b: Finding): number {
  const tooFew = ({ rate }: Finding) => (rate.wording === "underpowered" ? 1 : 0);
  return (
    compareSeverity(b.severity, a.severity) ||
    a.purpose.localeCompare(b.purpose, "en") ||
    tooFew(a) - tooFew(b) ||
    (b.rate.interval?.low ?? 0) - (a.rate.interval?.low ?? 0) ||
    b.rate.failures - a.rate.failures ||
    (a.id < b.id ? -1 : 1)
  );
}
