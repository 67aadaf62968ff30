import { asDigest, charterSchema, decide, type Permit } from "@probity/domain";

export interface PermitWishes {
  /** `host:port` pairs the target will contact. */
  readonly hosts: readonly string[];
  /** The charter's host list; the same hosts unless given. */
  readonly approvedHosts?: readonly string[];
}

/** End of the charter that `permitFor` writes, in milliseconds since the epoch. */
export const charterEnd = Date.parse("2099-01-01T00:00:00Z");

/** A permit for tests, from the gate itself, under a charter that allows these hosts. */
export function permitFor({ hosts, approvedHosts = hosts }: PermitWishes): Permit {
  const charter = charterSchema.parse({
    id: "loopback",
    title: "Loopback",
    purpose: "Prove what a permit allows",
    objectives: [{ id: "reach", title: "Reach", harm: "None", safeguard: "none" }],
    scope: {
      targets: ["loopback"],
      hosts: approvedHosts,
      techniques: ["*"],
      environment: "test",
    },
    tiers: ["harmless"],
    window: { from: "2020-01-01T00:00:00Z", until: new Date(charterEnd).toISOString() },
    roles: [{ person: "Ada", role: "requester" }],
    attestation: { by: "Ada", statement: "These servers are mine." },
    successCriteria: [{ id: "any", metric: "breach-rate", atMost: 1, minTrials: 1 }],
    budget: { trials: 1 },
  });
  const decision = decide(
    { target: "loopback", hosts, techniques: ["any"], tier: "harmless" },
    {
      charter,
      charterDigest: asDigest("0".repeat(64)),
      approvals: [],
      now: new Date("2026-01-01T00:00:00Z"),
      spent: { trials: 0, tokens: 0, costUsd: 0, minutes: 0 },
      halted: false,
    },
  );
  if (decision.kind === "denied") throw new Error(decision.denials.map(({ message }) => message).join(" "));
  return decision.permit;
}
