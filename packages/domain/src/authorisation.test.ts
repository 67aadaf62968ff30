import { describe, expect, test } from "vitest";
import {
  decide,
  decideJudging,
  hostInScope,
  type Action,
  type GateRule,
  type Standing,
} from "./authorisation.ts";
import type { Approval } from "./approval.ts";
import { charterSchema, type Charter } from "./charter.ts";
import { asDigest } from "./ids.ts";

const digest = asDigest("a".repeat(64));

function charterWith(changes: Partial<Charter> = {}): Charter {
  return {
    ...charterSchema.parse({
      id: "acme",
      title: "Acme desk",
      purpose: "Decide on the release.",
      objectives: [
        { id: "secrets", title: "Keeps secrets", harm: "Customers", safeguard: "secret-confidentiality" },
      ],
      scope: {
        targets: ["desk"],
        hosts: ["desk.example:443"],
        techniques: ["*"],
        excludedTechniques: ["denial-of-wallet"],
        environment: "test",
      },
      tiers: ["harmless", "sensitive", "harm-capable"],
      window: { from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z" },
      roles: [
        { person: "ana", role: "requester" },
        { person: "bo", role: "compliance" },
        { person: "cy", role: "legal" },
        { person: "di", role: "overseer" },
        { person: "cy", role: "overseer" },
      ],
      attestation: { by: "ana", statement: "I may test it." },
      successCriteria: [{ id: "few", metric: "breach-rate", atMost: 0.05, minTrials: 60 }],
      budget: { trials: 100, tokens: 1000, costUsd: 5, minutes: 30 },
    }),
    ...changes,
  };
}

const harmless: Action = {
  target: "desk",
  hosts: ["desk.example:443"],
  techniques: ["jailbreak", "encoding.base64"],
  tier: "harmless",
};

function standing(changes: Partial<Standing> = {}): Standing {
  return {
    charter: charterWith(),
    charterDigest: digest,
    approvals: [],
    now: new Date("2026-11-15T12:00:00Z"),
    spent: { trials: 0, tokens: 0, costUsd: 0, minutes: 0 },
    halted: false,
    ...changes,
  };
}

function approval(by: string, role: Approval["role"], changes: Partial<Approval> = {}): Approval {
  return {
    charterDigest: digest,
    by,
    role,
    decision: "approved",
    reason: "fine",
    at: "2026-11-10T00:00:00Z",
    expiresAt: "2026-11-30T00:00:00Z",
    ...changes,
  };
}

function rulesThatDeny(action: Action, given: Standing): GateRule[] {
  const decision = decide(action, given);
  return decision.kind === "permit" ? [] : decision.denials.map(({ rule }) => rule);
}

describe("the gate", () => {
  test("permits a harmless probe of an attested target inside scope, window and budget", () => {
    const decision = decide(harmless, standing());
    expect(decision.kind).toBe("permit");
    if (decision.kind === "permit") expect(decision.permit.hosts).toEqual(["desk.example:443"]);
  });

  test.each<[string, Partial<Action>, Partial<Standing>, GateRule]>([
    ["a target that is not in scope", { target: "other" }, {}, "target"],
    ["a host that is not in scope", { hosts: ["evil.example:443"] }, {}, "host"],
    ["an approved host on another port", { hosts: ["desk.example:8443"] }, {}, "host"],
    ["a target that names no host", { hosts: [] }, {}, "host"],
    ["an excluded technique", { techniques: ["denial-of-wallet"] }, {}, "technique"],
    ["an action before the window", {}, { now: new Date("2026-10-31T23:59:59Z") }, "window"],
    ["an action at the very end of the window", {}, { now: new Date("2026-12-01T00:00:00Z") }, "window"],
    ["a spent trial budget", {}, { spent: { trials: 100, tokens: 0, costUsd: 0, minutes: 0 } }, "budget"],
    ["a spent token budget", {}, { spent: { trials: 0, tokens: 1000, costUsd: 0, minutes: 0 } }, "budget"],
    ["a spent cost budget", {}, { spent: { trials: 0, tokens: 0, costUsd: 5, minutes: 0 } }, "budget"],
    ["a spent time budget", {}, { spent: { trials: 0, tokens: 0, costUsd: 0, minutes: 30 } }, "budget"],
    ["a halted run", {}, { halted: true }, "halt"],
    ["a tier without its approval", { tier: "sensitive" }, {}, "approval"],
  ])("denies %s", (_, action, given, rule) => {
    expect(rulesThatDeny({ ...harmless, ...action }, standing(given))).toEqual([rule]);
  });

  test("empty lists permit nothing", () => {
    const scope = { ...charterWith().scope, targets: [], hosts: [], techniques: [] };
    expect(rulesThatDeny(harmless, standing({ charter: charterWith({ scope, tiers: [] }) }))).toEqual([
      "target",
      "host",
      "technique",
      "technique",
      "tier",
    ]);
  });

  test("denies harmless probing that nobody attested, or that a non-requester attested", () => {
    const { attestation: _, ...rest } = charterWith();
    expect(rulesThatDeny(harmless, standing({ charter: rest }))).toEqual(["attestation"]);
    expect(
      rulesThatDeny(
        harmless,
        standing({ charter: charterWith({ attestation: { by: "bo", statement: "sure" } }) }),
      ),
    ).toEqual(["attestation"]);
  });

  test("tells every reason at once, each with a remedy", () => {
    const decision = decide(
      { ...harmless, target: "x", hosts: ["y:1"], tier: "sensitive" },
      standing({ halted: true }),
    );
    expect(
      decision.kind === "denied" && decision.denials.map(({ rule, remedy }) => [rule, remedy.length > 0]),
    ).toEqual([
      ["approval", true],
      ["target", true],
      ["host", true],
      ["halt", true],
    ]);
  });
});

describe("approvals", () => {
  const sensitive: Action = { ...harmless, tier: "sensitive" };
  const harmCapable: Action = { ...harmless, tier: "harm-capable" };

  test("a tier opens with the approval of the role it needs", () => {
    expect(rulesThatDeny(sensitive, standing({ approvals: [approval("bo", "compliance")] }))).toEqual([]);
  });

  test.each<[string, Approval]>([
    ["by a requester", approval("ana", "compliance")],
    ["by a person who does not hold the role", approval("cy", "compliance")],
    ["that has ended", approval("bo", "compliance", { expiresAt: "2026-11-15T12:00:00Z" })],
    [
      "of another version of the charter",
      approval("bo", "compliance", { charterDigest: asDigest("b".repeat(64)) }),
    ],
    ["that is a rejection", approval("bo", "compliance", { decision: "revoked" })],
  ])("does not count an approval %s", (_, given) => {
    expect(rulesThatDeny(sensitive, standing({ approvals: [given] }))).toEqual(["approval"]);
  });

  test("a later revocation takes an approval back", () => {
    const approvals = [approval("bo", "compliance"), approval("bo", "compliance", { decision: "revoked" })];
    expect(rulesThatDeny(sensitive, standing({ approvals }))).toEqual(["approval"]);
  });

  test("one person cannot stand for two roles", () => {
    const alone = [approval("cy", "legal"), approval("cy", "overseer")];
    expect(rulesThatDeny(harmCapable, standing({ approvals: alone }))).toEqual(["approval"]);
    expect(
      rulesThatDeny(harmCapable, standing({ approvals: [...alone, approval("di", "overseer")] })),
    ).toEqual([]);
  });

  test("a veto stops even harmless probing until it ends", () => {
    const veto = approval("di", "overseer", { decision: "vetoed", reason: "not on production data" });
    expect(rulesThatDeny(harmless, standing({ approvals: [veto] }))).toEqual(["veto"]);
    expect(
      rulesThatDeny(harmless, standing({ approvals: [veto], now: new Date("2026-11-30T12:00:00Z") })),
    ).toEqual([]);
  });
});

test("a listed host without a port covers every port; case does not matter", () => {
  expect(hostInScope("API.example:8443", ["api.example"])).toBe(true);
  expect(hostInScope("api.example:8443", ["api.example:443"])).toBe(false);
  expect(hostInScope("notapi.example:443", ["api.example"])).toBe(false);
  expect(hostInScope("[::1]:8080", ["[::1]"])).toBe(true);
});

describe("the gate before a judge model", () => {
  const scoped = (judges: string[] | undefined) => {
    const charter = charterWith();
    const { judges: _, ...scope } = charter.scope;
    return { ...charter, scope: judges ? { ...scope, judges } : scope };
  };
  const asked = { judge: "desk-judge", hosts: ["desk.example:443"] };
  const rules = (action: typeof asked, given: Standing) => {
    const decision = decideJudging(action, given);
    return decision.kind === "permit" ? [] : decision.denials.map(({ rule }) => rule);
  };

  test("lets it read only when the charter names it; without a list, none may", () => {
    expect(rules(asked, standing({ charter: scoped(["desk-judge"]) }))).toEqual([]);
    expect(rules(asked, standing({ charter: scoped(undefined) }))).toEqual(["judge"]);
    expect(rules(asked, standing({ charter: scoped([]) }))).toEqual(["judge"]);
    // To be tested is not to be asked.
    expect(rules({ ...asked, judge: "desk" }, standing({ charter: scoped(["desk-judge"]) }))).toEqual([
      "judge",
    ]);
  });

  test("the permit reaches the judge's hosts and no others", () => {
    const decision = decideJudging(asked, standing({ charter: scoped(["desk-judge"]) }));
    expect(decision.kind === "permit" && decision.permit).toMatchObject({
      target: "desk-judge",
      hosts: ["desk.example:443"],
    });
  });

  test.each<[string, Partial<Standing>, GateRule]>([
    ["outside the window", { now: new Date("2026-12-24T00:00:00Z") }, "window"],
    ["after a veto", { approvals: [approval("di", "overseer", { decision: "vetoed" })] }, "veto"],
    ["when the tokens are spent", { spent: { trials: 0, tokens: 1000, costUsd: 0, minutes: 0 } }, "budget"],
    ["when the money is spent", { spent: { trials: 0, tokens: 0, costUsd: 5, minutes: 0 } }, "budget"],
    ["when the run is halted", { halted: true }, "halt"],
  ])("denies it %s", (_, changes, rule) => {
    expect(rules(asked, standing({ charter: scoped(["desk-judge"]), ...changes }))).toEqual([rule]);
  });

  test("denies a host that is not in scope, and no host at all", () => {
    const given = standing({ charter: scoped(["desk-judge"]) });
    expect(rules({ ...asked, hosts: ["judge.example:443"] }, given)).toEqual(["host"]);
    expect(rules({ ...asked, hosts: [] }, given)).toEqual(["host"]);
  });

  test("spent trials do not keep recorded transcripts from being judged", () => {
    const spent = { trials: 100, tokens: 0, costUsd: 0, minutes: 0 };
    expect(rules(asked, standing({ charter: scoped(["desk-judge"]), spent }))).toEqual([]);
  });

  test("a charter that nobody stands for permits none; an approval stands for it as an attestation does", () => {
    const { attestation: _, ...unattested } = scoped(["desk-judge"]);
    expect(rules(asked, standing({ charter: unattested }))).toEqual(["attestation"]);
    expect(
      rules(asked, standing({ charter: unattested, approvals: [approval("bo", "compliance")] })),
    ).toEqual([]);
  });
});
