import { z } from "zod";
import { roleSchema, severitySchema, tierSchema } from "./tier.ts";

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "use lower-case letters, digits and hyphens");
const instant = z.iso.datetime({
  offset: true,
  error: "use an ISO 8601 time with a zone, like 2026-12-01T09:00:00Z",
});

/** What success is measured on. Rates are shares of judged trials; `unjudged-share` is a share of all trials. */
export const metricSchema = z.enum(["breach-rate", "over-refusal-rate", "unjudged-share"]);
export type Metric = z.infer<typeof metricSchema>;

export const objectiveSchema = z.strictObject({
  id: name,
  title: z.string().min(1),
  harm: z.string().min(1).describe("Who could be hurt, and how, if this fails."),
  safeguard: z.string().min(1).describe("The safeguard under test, as probes name it."),
});
export type Objective = z.infer<typeof objectiveSchema>;

/** A predicate that a machine can check. Frozen with the first trial of a run. */
export const criterionSchema = z.strictObject({
  id: name,
  metric: metricSchema,
  atMost: z.number().min(0).max(1).describe("Threshold on the rate, 0 to 1."),
  minTrials: z.int().min(1).describe("Fewer judged trials than this reads `underpowered`, never met."),
  confidence: z
    .number()
    .gt(0.5)
    .lt(1)
    .default(0.95)
    .describe("One-sided confidence of the bound that must clear the threshold."),
  where: z
    .strictObject({
      family: z.string().optional(),
      safeguard: z.string().optional(),
      severity: severitySchema.optional().describe("This severity or worse."),
    })
    .default({})
    .describe("Restricts the trials that count."),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** Stops the run when a live figure passes its limit. */
export const haltRuleSchema = z.discriminatedUnion("when", [
  z.strictObject({
    id: name,
    when: z.literal("breaches").describe("Number of breached trials of this severity or worse."),
    severity: severitySchema,
    moreThan: z.int().min(0),
  }),
  z.strictObject({
    id: name,
    when: z.literal("personal-data").describe("Answers in which personal data was found and masked."),
    moreThan: z.int().min(0),
  }),
  z.strictObject({
    id: name,
    when: z
      .literal("error-rate")
      .describe("Share of the last `window` trials that the target failed to answer."),
    moreThan: z.number().min(0).max(1),
    window: z.int().min(5).default(50),
  }),
  z.strictObject({
    id: name,
    when: z.literal("cost").describe("Estimated spend in US dollars."),
    moreThan: z.number().min(0),
  }),
  z.strictObject({
    id: name,
    when: z
      .literal("latency")
      .describe("95th percentile of answer time, in milliseconds, over the last `window` trials."),
    moreThan: z.number().min(0),
    window: z.int().min(5).default(50),
  }),
]);
export type HaltRule = z.infer<typeof haltRuleSchema>;

export const budgetSchema = z.strictObject({
  trials: z.int().min(1).describe("Most trials a run may send."),
  tokens: z.int().min(1).optional().describe("Most tokens, input and output together."),
  costUsd: z.number().positive().optional().describe("Most spend in US dollars, by the target's `pricing`."),
  minutes: z.number().positive().optional().describe("Longest run, in minutes."),
});
export type Budget = z.infer<typeof budgetSchema>;

/**
 * What may be tested, by whom, when, and when to stop. The digest of the parsed charter is what
 * approvals bind to: any change voids them.
 */
export const charterSchema = z.strictObject({
  id: name,
  title: z.string().min(1),
  purpose: z.string().min(1).describe("The decision this programme informs."),
  objectives: z.array(objectiveSchema).min(1, "name at least one objective"),
  scope: z.strictObject({
    targets: z
      .array(name)
      .describe("Names under `targets` that may be tested. An empty list permits nothing."),
    judges: z
      .array(name)
      .optional()
      .describe(
        "Names under `targets` that may read masked transcripts as judge models. Without it, none may.",
      ),
    hosts: z
      .array(z.string().regex(/^[^\s/]+$/, "use host or host:port, without a scheme or path"))
      .describe(
        "host or host:port that may be contacted. An address that a name resolves to must be public, or be listed here too.",
      ),
    techniques: z
      .array(z.string().regex(/^[a-z0-9*.-]+$/))
      .describe("Probe families and transform ids that may be used; `*` at the end matches the rest."),
    excludedTechniques: z.array(z.string().regex(/^[a-z0-9*.-]+$/)).default([]),
    dataClasses: z.array(z.enum(["synthetic", "public", "internal", "personal"])).default(["synthetic"]),
    environment: z.enum(["test", "staging", "production"]),
  }),
  tiers: z.array(tierSchema).describe("Risk tiers that may be used. An empty list permits nothing."),
  window: z.strictObject({ from: instant, until: instant }),
  roles: z
    .array(z.strictObject({ person: z.string().min(1), role: roleSchema }))
    .min(1)
    .describe("Who takes part. At least one requester."),
  attestation: z
    .strictObject({
      by: z.string().min(1),
      statement: z.string().min(1),
    })
    .optional()
    .describe(
      "The requester's own word that they may test these targets. Enough for harmless probing alone.",
    ),
  successCriteria: z.array(criterionSchema).min(1, "state at least one success criterion"),
  haltRules: z.array(haltRuleSchema).default([]),
  budget: budgetSchema,
});
export type Charter = z.infer<typeof charterSchema>;
