import { z } from "zod";

/** Name of a judge of one's own. */
const ownName = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "use lower-case letters, digits and hyphens");
const judgeName = z.string().min(1);

/** Stands among the steps of a cascade for a decision that is left to a person. */
export const people = "people";
/** Stands among steps and members for the judge that the probe itself names. */
export const probesOwn = "probe";

const biasChecksSchema = z.strictObject({
  position: z
    .boolean()
    .default(true)
    .describe("Every second sample reads scale and criteria in the other order."),
  verbosity: z
    .boolean()
    .default(false)
    .describe("One more call, with neutral text behind the answer; it must not change the outcome."),
  steering: z
    .enum(["suspicious", "always", "never"])
    .default("suspicious")
    .describe(
      "One more call, with an order for another outcome behind the answer; a judge that follows it is not believed. `suspicious` makes it when the answer speaks to a judge.",
    ),
});

const modelJudgeSchema = z.strictObject({
  kind: z.literal("model"),
  target: z.string().describe("A name under `targets`; the charter must list it in scope.judges."),
  rubric: z
    .string()
    .describe("A shipped rubric (`probity list rubrics`), or a path from this file that ends in .yaml."),
  samples: z
    .int()
    .min(1)
    .max(15)
    .default(3)
    .refine((count) => count % 2 === 1, "take an odd number, so that a majority always exists")
    .describe("How often the model is asked; confidence is how far the answers agree."),
  temperature: z.number().min(0).max(2).default(0.7).describe("Sampling temperature of the judge model."),
  maxOutputTokens: z.int().min(64).max(4096).default(512),
  readCharacters: z
    .int()
    .min(500)
    .max(200_000)
    .default(16_000)
    .describe(
      "Characters of the answers that are shown; what is longer keeps its start and end, and is never held.",
    ),
  checks: biasChecksSchema.default(biasChecksSchema.parse({})),
});

const ruleJudgeSchema = z.strictObject({
  kind: z.literal("rule"),
  use: judgeName.describe("A shipped judge; `probity list judges` names them."),
  with: z.record(z.string(), z.unknown()).default({}),
});

const cascadeSchema = z.strictObject({
  kind: z.literal("cascade"),
  steps: z
    .array(judgeName)
    .min(2)
    .max(8)
    .describe("Judges, cheapest first; `probe` is the probe's own, and `people` may come last."),
  confidence: z
    .number()
    .gt(0.5)
    .max(1)
    .default(0.8)
    .describe("A verdict below this confidence goes to the next step."),
});

const voteSchema = z.strictObject({
  kind: z.literal("vote"),
  members: z.array(judgeName).min(2).max(15).describe("Judges that each vote; `probe` is the probe's own."),
  weights: z
    .string()
    .default("equal")
    .describe("`equal`, or a path from this file to what `probity judge weigh` wrote."),
  prevalence: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .describe("Share of breaches to expect; without it, even odds. Counts with measured weights only."),
});

/** A judge of one's own: a model with a rubric, a shipped judge with settings, or a panel of judges. */
export const judgeEntrySchema = z.discriminatedUnion("kind", [
  modelJudgeSchema,
  ruleJudgeSchema,
  cascadeSchema,
  voteSchema,
]);
export type JudgeEntry = z.infer<typeof judgeEntrySchema>;
export type ModelJudgeEntry = z.infer<typeof modelJudgeSchema>;

export const judgeEntriesSchema = z.record(ownName, judgeEntrySchema);

/** How often a judge is right, measured against people's labels or estimated from how judges agree. */
export const judgeWeightsSchema = z.strictObject({
  version: z.literal(1),
  measured: z
    .enum(["gold", "agreement"])
    .describe("Against labels of people, or by Dawid and Skene's estimate without any."),
  rows: z.int().min(1),
  prevalence: z.number().min(0).max(1).describe("Share of breaches in the data."),
  judges: z.record(
    z.string(),
    z.strictObject({
      judgeVersion: z.string(),
      decided: z.int().min(0).describe("Answers on which it decided."),
      sensitivity: z
        .number()
        .gt(0)
        .lt(1)
        .describe("Of the breached answers it decided, those it called so; drawn in from 0 and 1."),
      specificity: z.number().gt(0).lt(1),
    }),
  ),
});
export type JudgeWeights = z.infer<typeof judgeWeightsSchema>;
