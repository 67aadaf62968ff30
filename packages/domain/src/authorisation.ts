import type { Approval } from "./approval.ts";
import type { Charter } from "./charter.ts";
import type { Digest } from "./ids.ts";
import { approvalsNeeded, type Role, type Tier } from "./tier.ts";

/** Rules of the gate, in the order they are asked. */
export type GateRule =
  | "attestation"
  | "approval"
  | "veto"
  | "window"
  | "target"
  | "judge"
  | "host"
  | "technique"
  | "tier"
  | "budget"
  | "halt";

/** What someone wants to do. */
export interface Action {
  readonly target: string;
  /** `host:port` pairs that the target adapter says it will contact. */
  readonly hosts: readonly string[];
  /** Probe family and transform ids. */
  readonly techniques: readonly string[];
  readonly tier: Tier;
}

/** What the gate knows when it is asked. Figures come from the recorded trials. */
export interface Standing {
  readonly charter: Charter;
  readonly charterDigest: Digest;
  readonly approvals: readonly Approval[];
  /** UTC. */
  readonly now: Date;
  readonly spent: {
    readonly trials: number;
    readonly tokens: number;
    readonly costUsd: number;
    readonly minutes: number;
  };
  readonly halted: boolean;
}

const permitted: unique symbol = Symbol("permit");
/** Leave to do one action, now. Only `decide` makes one; a wire sends nothing without it. */
export interface Permit {
  readonly [permitted]: true;
  readonly target: string;
  readonly hosts: readonly string[];
  /** The charter's scope, for judging the addresses that names resolve to. */
  readonly approvedHosts: readonly string[];
  /** End of the charter's window, in milliseconds since the epoch. */
  readonly validUntil: number;
}

/** A refusal: the rule, what was denied, and what would have to change. */
export interface Denial {
  readonly rule: GateRule;
  /** What was denied, e.g. a host, a technique or a tier. */
  readonly subject: string;
  readonly message: string;
  readonly remedy: string;
}

export type GateDecision =
  | { readonly kind: "permit"; readonly permit: Permit }
  | { readonly kind: "denied"; readonly denials: readonly Denial[] };

/**
 * Decides whether an action is inside the approved charter, now. Deny by default: whatever is missing denies.
 *
 * All rules are asked, so that the reader sees every reason at once.
 */
export function decide(action: Action, standing: Standing): GateDecision {
  const denials = [
    ...attestationDenials(action, standing),
    ...approvalDenials(action, standing),
    ...windowDenials(standing),
    ...scopeDenials(action, standing),
    ...spendingDenials(standing),
  ];
  if (denials.length > 0) return { kind: "denied", denials };
  return { kind: "permit", permit: permitFor(action.target, action.hosts, standing.charter) };
}

/** What a judge model would be asked to do: read masked transcripts. */
export interface JudgingAction {
  /** Its name under `targets`. */
  readonly judge: string;
  /** `host:port` pairs that it is reached at. */
  readonly hosts: readonly string[];
}

/**
 * Decides whether a judge model may read a masked transcript, now. Deny by default, like `decide`.
 *
 * Nothing is tried on the judge, so tier and technique are not asked about. The charter itself must stand: attested by a requester or
 * approved, without a veto, within its window; and the judge, its hosts and the budget of tokens, cost and time must be in it.
 */
export function decideJudging(action: JudgingAction, standing: Standing): GateDecision {
  const { charter } = standing;
  const current = standingApprovals(standing);
  const inForce =
    isRequester(charter, charter.attestation?.by ?? "") ||
    current.some(({ decision }) => decision === "approved");
  const denials = [
    ...(inForce ? [] : attestationDenials({ target: action.judge, tier: "harmless" }, standing)),
    ...vetoDenials(charter, current),
    ...windowDenials(standing),
    ...judgeDenials(action, standing),
    ...hostDenials(action.judge, action.hosts, charter),
    ...spendingDenials(standing).filter(({ subject }) => subject !== "trials"),
  ];
  if (denials.length > 0) return { kind: "denied", denials };
  return { kind: "permit", permit: permitFor(action.judge, action.hosts, charter) };
}

function permitFor(target: string, hosts: readonly string[], { scope, window }: Charter): Permit {
  return {
    [permitted]: true,
    target,
    hosts,
    approvedHosts: scope.hosts,
    validUntil: spanOf(window).until,
  };
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** Asked for every trial, so what a charter says is read once. */
const spans = new WeakMap<Charter["window"], Span>();

/** A window in milliseconds since the epoch. */
function spanOf(window: Charter["window"]): Span {
  const known = spans.get(window);
  if (known) return known;
  const span = { from: Date.parse(window.from), until: Date.parse(window.until) };
  spans.set(window, span);
  return span;
}

function judgeDenials({ judge }: JudgingAction, { charter }: Standing): readonly Denial[] {
  if (charter.scope.judges?.includes(judge)) return none;
  return [
    {
      rule: "judge",
      subject: judge,
      message: `Target "${judge}" is not in charter.scope.judges, so it may not read transcripts as a judge.`,
      remedy:
        "Add it to charter.scope.judges, and have the changed charter approved where it needs approval.",
    },
  ];
}

/** Asked for every trial, so a rule that has nothing to say makes nothing. */
const none: readonly Denial[] = [];

function isRequester(charter: Charter, name: string): boolean {
  return charter.roles.some(({ person, role }) => role === "requester" && person === name);
}

function attestationDenials(
  action: Pick<Action, "target" | "tier">,
  { charter }: Standing,
): readonly Denial[] {
  if (approvalsNeeded[action.tier].length > 0) return none;
  const by = charter.attestation?.by;
  if (by !== undefined && isRequester(charter, by)) return none;
  return [
    {
      rule: "attestation",
      subject: charter.id,
      message:
        by === undefined
          ? `Nobody has attested that ${action.target} may be tested.`
          : `The attestation is by "${by}", who is not a requester of this charter.`,
      remedy:
        "Add charter.attestation with `by` naming a requester and a `statement` that they may test the target.",
    },
  ];
}

/** Approvals that stand: on this charter's digest, not ended, not by a requester, by a person who holds the role, not taken back. */
function standingApprovals({ charter, charterDigest, approvals, now }: Standing): readonly Approval[] {
  if (approvals.length === 0) return approvals;
  const latest = new Map<string, Approval>();
  for (const approval of approvals) {
    if (approval.charterDigest === charterDigest)
      latest.set(`${approval.role}\u0000${approval.by}`, approval);
  }
  return [...latest.values()].filter(
    (approval) =>
      Date.parse(approval.expiresAt) > now.getTime() &&
      !isRequester(charter, approval.by) &&
      charter.roles.some(({ person, role }) => person === approval.by && role === approval.role),
  );
}

/** @param current - approvals that stand */
function vetoDenials({ id }: Charter, current: readonly Approval[]): readonly Denial[] {
  const veto = current.find(({ decision }) => decision === "vetoed");
  if (!veto) return none;
  return [
    {
      rule: "veto",
      subject: id,
      // Without the name: reports give it, and may be of a charter that did not name the person yet.
      message: `This charter was vetoed (${veto.role}): "${veto.reason}".`,
      remedy: "Change the charter to meet the objection; a changed charter is decided on afresh.",
    },
  ];
}

function approvalDenials(action: Action, standing: Standing): readonly Denial[] {
  const current = standingApprovals(standing);
  if (current.length === 0 && approvalsNeeded[action.tier].length === 0) return none;
  const denials = [...vetoDenials(standing.charter, current)];
  for (const role of missingRoles(action.tier, current)) {
    denials.push({
      rule: "approval",
      subject: `${action.tier} by ${role}`,
      message: `Tier "${action.tier}" needs approval by ${role}; none is recorded for this version of the charter.`,
      remedy: `Run: probity approve --as ${role} --by NAME --because "reason"`,
    });
  }
  return denials;
}

/** Roles still missing. One person counts for one role only. */
function missingRoles(tier: Tier, current: readonly Approval[]): readonly Role[] {
  const used = new Set<string>();
  return approvalsNeeded[tier].filter((role) => {
    const found = current.find((a) => a.role === role && a.decision === "approved" && !used.has(a.by));
    if (found) used.add(found.by);
    return found === undefined;
  });
}

function windowDenials({ charter, now }: Standing): readonly Denial[] {
  const { from, until } = spanOf(charter.window);
  const time = now.getTime();
  if (time >= from && time < until) return none;
  const side = time < from ? `opens at ${charter.window.from}` : `closed at ${charter.window.until}`;
  return [
    {
      rule: "window",
      subject: charter.id,
      message: `The charter's window ${side}; it is ${now.toISOString()} now.`,
      remedy: "Wait for the window, or have the charter's window changed and approved.",
    },
  ];
}

function scopeDenials(action: Action, { charter }: Standing): readonly Denial[] {
  const { scope, tiers } = charter;
  const inScope =
    scope.targets.includes(action.target) &&
    action.hosts.length > 0 &&
    action.hosts.every((each) => hostInScope(each, scope.hosts)) &&
    action.techniques.every((each) => techniqueInScope(each, charter)) &&
    tiers.includes(action.tier);
  return inScope ? none : outOfScope(action, charter);
}

function outOfScope(action: Action, charter: Charter): readonly Denial[] {
  const { scope, tiers } = charter;
  const denials: Denial[] = [];
  if (!scope.targets.includes(action.target)) {
    denials.push({
      rule: "target",
      subject: action.target,
      message: `Target "${action.target}" is not in charter.scope.targets.`,
      remedy: "Test a target in scope, or have the scope changed and approved.",
    });
  }
  denials.push(...hostDenials(action.target, action.hosts, charter));
  for (const technique of action.techniques.filter((each) => !techniqueInScope(each, charter))) {
    denials.push({
      rule: "technique",
      subject: technique,
      message: `Technique "${technique}" is not allowed by charter.scope.techniques.`,
      remedy: "Leave it out of the campaign, or have the scope changed and approved.",
    });
  }
  if (!tiers.includes(action.tier)) {
    denials.push({
      rule: "tier",
      subject: action.tier,
      message: `Tier "${action.tier}" is not among charter.tiers.`,
      remedy: "Leave these probes out of the campaign, or have the charter changed and approved.",
    });
  }
  return denials;
}

function hostDenials(target: string, hosts: readonly string[], { scope }: Charter): readonly Denial[] {
  if (hosts.length === 0)
    return [
      {
        rule: "host",
        subject: target,
        message: `Target "${target}" names no host.`,
        remedy: "Give the target a URL.",
      },
    ];
  return hosts
    .filter((each) => !hostInScope(each, scope.hosts))
    .map((host) => ({
      rule: "host",
      subject: host,
      message: `Host ${host} is not in charter.scope.hosts.`,
      remedy: "Point the target at an approved host, or have the scope changed and approved.",
    }));
}

function spendingDenials(standing: Standing): readonly Denial[] {
  const { budget } = standing.charter;
  const { spent, halted } = standing;
  const isWithin = (used: number, limit: number | undefined) => limit === undefined || used < limit;
  const mayGoOn =
    !halted &&
    isWithin(spent.trials, budget.trials) &&
    isWithin(spent.tokens, budget.tokens) &&
    isWithin(spent.costUsd, budget.costUsd) &&
    isWithin(spent.minutes, budget.minutes);
  return mayGoOn ? none : overspent(standing);
}

function overspent({ charter: { budget }, spent, halted }: Standing): readonly Denial[] {
  const denials: Denial[] = [];
  const limits = [
    ["trials", spent.trials, budget.trials],
    ["tokens", spent.tokens, budget.tokens],
    ["cost", spent.costUsd, budget.costUsd],
    ["minutes", spent.minutes, budget.minutes],
  ] as const;
  for (const [what, used, limit] of limits) {
    if (limit === undefined || used < limit) continue;
    denials.push({
      rule: "budget",
      subject: what,
      message: `The charter's budget of ${limit} ${what === "cost" ? "US dollars" : what} is spent.`,
      remedy: "Have charter.budget raised and approved, then start a new run.",
    });
  }
  if (halted) {
    denials.push({
      rule: "halt",
      subject: "run",
      message: "The run is halted.",
      remedy: "Resume it with a recorded decision.",
    });
  }
  return denials;
}

/** True when `host:port` is listed, with or without its port. Case does not matter. */
export function hostInScope(host: string, approved: readonly string[]): boolean {
  const wanted = host.toLowerCase();
  const bare = wanted.replace(/:\d+$/, "");
  return approved.some((entry) => {
    const listed = entry.toLowerCase();
    return listed === wanted || listed === bare;
  });
}

function techniqueInScope(technique: string, { scope }: Charter): boolean {
  const matches = (pattern: string) =>
    pattern.endsWith("*") ? technique.startsWith(pattern.slice(0, -1)) : technique === pattern;
  return scope.techniques.some(matches) && !scope.excludedTechniques.some(matches);
}
