// Walks a plan of a million trials, composing every thousandth, and prints how many there were and the peak memory of the process.
import { asDigest, campaignSchema, probeSchema, type CataloguedProbe } from "@probity/domain";
import { defineJudge, defineTransform, type Transform } from "@probity/kit";
import { z } from "zod";
import { planCampaign } from "./plan-campaign.ts";

const probes = Array.from({ length: 250 }, (_, index): CataloguedProbe => ({
  family: `family-${index % 20}`,
  packId: "pack",
  packVersion: "1.0.0",
  probe: probeSchema.parse({
    id: `probe.n${index}`,
    title: "t",
    objective: "o",
    harm: "h",
    severity: "low",
    safeguard: "s",
    technique: "t",
    standards: ["LLM01:2026"],
    prompts: [`wording one of ${index} `.repeat(20), `wording two of ${index} `.repeat(20)],
    judge: { use: "never" },
    examples: { breached: ["a"], held: ["b"] },
  }),
}));
const transforms = Array.from({ length: 20 }, (_, index): Transform =>
  defineTransform({
    id: `formatting.t${index}`,
    version: 1,
    title: "t",
    description: "d",
    rewrite: { shape: "text", apply: (text) => `${text}${index}` },
  }),
);
const judge = defineJudge({
  id: "never",
  version: "1.0.0",
  title: "t",
  description: "d",
  settings: z.unknown(),
  examples: [],
  decide: () => ({ outcome: "held", confidence: 1, reasons: [] }),
});

const plan = planCampaign({
  campaign: campaignSchema.parse({
    target: "desk",
    select: { families: ["*"] },
    transforms: transforms.map(({ id }) => [id]),
    repetitions: 100,
  }),
  target: {
    name: "desk",
    configuration: asDigest("c".repeat(64)),
    abilities: { systemPrompt: true, tools: true, multiTurn: true },
    canaries: [],
  },
  probes,
  transforms: new Map(transforms.map((each) => [each.id, each])),
  judges: new Map([[judge.id, judge]]),
});
let trials = 0;
for (const { compose } of plan.trials()) {
  trials += 1;
  if (trials % 1000 === 0) compose();
}
process.stdout.write(JSON.stringify({ trials, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
