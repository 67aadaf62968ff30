import { expect, test } from "vitest";
import { asDigest, campaignSchema, charterSchema, probeSchema, type Standing } from "@probity/domain";
import { defineJudge, defineTransform } from "@probity/kit";
import { z } from "zod";
import { planCampaign } from "../plan/plan-campaign.ts";
import { runCampaign } from "../run/run-campaign.ts";
import { authorisePlan } from "./authorise-plan.ts";

const judge = defineJudge({
  id: "never",
  version: "1.0.0",
  title: "Never",
  description: "Holds everything.",
  settings: z.unknown(),
  examples: [],
  decide: () => ({ outcome: "held", confidence: 1, reasons: [] }),
});
const shout = defineTransform({
  id: "formatting.shout",
  version: 1,
  title: "Shout",
  description: "Upper case.",
  rewrite: { shape: "text", apply: (text) => text.toUpperCase() },
});
const probe = (id: string, tier: "harmless" | "sensitive") => ({
  family: id.split(".")[0] ?? id,
  packId: "p",
  packVersion: "1.0.0",
  probe: probeSchema.parse({
    id,
    tier,
    title: "t",
    objective: "o",
    harm: "h",
    severity: "low",
    safeguard: "s",
    technique: "t",
    standards: ["LLM01:2026"],
    prompts: ["say it"],
    judge: { use: "never" },
    examples: { breached: ["a"], held: ["b"] },
  }),
});

const plan = planCampaign({
  campaign: campaignSchema.parse({
    target: "desk",
    select: { families: ["*"], tiers: ["harmless", "sensitive"] },
    transforms: [[], ["formatting.shout"]],
    repetitions: 3,
  }),
  target: {
    name: "desk",
    configuration: asDigest("c".repeat(64)),
    abilities: { systemPrompt: true, tools: true, multiTurn: true },
    canaries: [],
  },
  probes: [probe("bias.one", "harmless"), probe("leak.two", "sensitive")],
  transforms: new Map([[shout.id, shout]]),
  judges: new Map([[judge.id, judge]]),
});

function standing(techniques: readonly string[]): Standing {
  const charter = charterSchema.parse({
    id: "acme",
    title: "Acme",
    purpose: "Decide.",
    objectives: [{ id: "a", title: "A", harm: "h", safeguard: "s" }],
    scope: { targets: ["desk"], hosts: ["desk.example:443"], techniques, environment: "test" },
    tiers: ["harmless", "sensitive"],
    window: { from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z" },
    roles: [{ person: "ana", role: "requester" }],
    attestation: { by: "ana", statement: "I may." },
    successCriteria: [{ id: "few", metric: "breach-rate", atMost: 0.05, minTrials: 60 }],
    budget: { trials: 100 },
  });
  return {
    charter,
    charterDigest: asDigest("a".repeat(64)),
    approvals: [],
    now: new Date("2026-11-15T00:00:00Z"),
    spent: { trials: 0, tokens: 0, costUsd: 0, minutes: 0 },
    halted: false,
  };
}

test("one sensitive probe in a plan makes the whole plan wait for its approval; each reason is told once", () => {
  const decision = authorisePlan(plan, standing(["*"]), ["desk.example:443"]);
  expect(decision.kind === "denied" && decision.denials.map(({ rule, subject }) => [rule, subject])).toEqual([
    ["approval", "sensitive by compliance"],
  ]);
});

test("a transform that is out of scope is found wherever in the plan it stands", () => {
  const decision = authorisePlan(plan, standing(["bias", "leak"]), ["desk.example:443"]);
  expect(decision.kind === "denied" && decision.denials.map(({ subject }) => subject)).toContain(
    "formatting.shout",
  );
});

test("the runner does not take a plan that nobody authorised", () => {
  // @ts-expect-error a plan is not an authorised plan
  const run = () => runCampaign(plan, undefined as never);
  expect(typeof run).toBe("function");
});
