import { z } from "zod";
import { tierSchema } from "./tier.ts";

/** Which probes a campaign takes: all that match any of the lists. `*` alone takes every probe. */
export const selectionSchema = z.strictObject({
  families: z.array(z.string()).default([]),
  probes: z.array(z.string()).default([]),
  exclude: z.array(z.string()).default([]).describe("Families or probe ids left out."),
  tiers: z.array(tierSchema).default(["harmless"]),
});
export type Selection = z.infer<typeof selectionSchema>;

/** Who judges a campaign's trials. `probe` is the judge that each probe names. */
export const judgingSchema = z.strictObject({
  use: z.string().default("probe").describe("A name under `judges`, a shipped judge, or `probe`."),
  families: z
    .record(z.string(), z.string())
    .default({})
    .describe("Another judge for the attacks of one family."),
  benign: z.string().default("probe").describe("Who judges the answers to fair requests."),
});
export type JudgingChoice = z.infer<typeof judgingSchema>;

/** One campaign: what to send to which target, how often. Everything here is part of the plan's identity. */
export const campaignSchema = z.strictObject({
  target: z.string(),
  select: selectionSchema,
  transforms: z
    .array(z.array(z.string()))
    .default([[]])
    .describe("Chains of transforms, applied left to right. An empty chain sends the probe as written."),
  repetitions: z.int().min(1).max(1000).default(1).describe("How often each prompt is sent."),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
  benign: z
    .boolean()
    .default(true)
    .describe("Also send each probe's benign counterparts, to measure over-refusal."),
  judging: judgingSchema
    .optional()
    .describe("Who judges instead of the probes' own judges. No part of a trial's id."),
  temperature: z.number().min(0).max(2).optional(),
  maxOutputTokens: z.int().min(1).default(512),
});
export type Campaign = z.infer<typeof campaignSchema>;
