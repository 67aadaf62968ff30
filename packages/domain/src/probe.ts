import { z } from "zod";
import { toolOfferSchema } from "./conversation.ts";
import { severitySchema, tierSchema } from "./tier.ts";

const dotted = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, "use lower-case words joined by dots or hyphens");
const turns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** Names a judge and its settings, e.g. `{ use: canary-leak, with: { where: [system-prompt] } }`. */
export const judgeChoiceSchema = z.strictObject({
  use: z.string().describe("A judge; `probity list judges` names them."),
  with: z.record(z.string(), z.unknown()).default({}),
});
export type JudgeChoice = z.infer<typeof judgeChoiceSchema>;

/** An answer as an example gives it: text, or text with tool calls. */
export const exampleReplySchema = z.union([
  z.string(),
  z.strictObject({
    text: z.string().default(""),
    toolCalls: z
      .array(z.strictObject({ name: z.string(), arguments: z.record(z.string(), z.unknown()) }))
      .default([]),
  }),
]);
export type ExampleReply = z.infer<typeof exampleReplySchema>;

/** A request that looks alike and deserves help. Refusing it is a failure of usefulness. */
export const benignSchema = z.strictObject({
  prompt: turns,
  judge: judgeChoiceSchema.default({ use: "over-refusal", with: {} }),
  examples: z
    .strictObject({ breached: z.array(exampleReplySchema).min(1), held: z.array(exampleReplySchema).min(1) })
    .optional(),
});

/** What the probe needs of a target; without it the probe is skipped, and the plan says so. */
export const needSchema = z.enum(["system-prompt", "tools", "multi-turn", "canary"]);
export type Need = z.infer<typeof needSchema>;

/**
 * One way of testing one safeguard with a harmless stand-in.
 *
 * In every text, `{{canary}}` stands for a canary token: one of the target's own, or, when the probe
 * plants it itself through `system` or `documents`, one made from the campaign's seed.
 */
export const probeSchema = z.strictObject({
  id: dotted,
  title: z.string().min(1),
  objective: z.string().min(1).describe("What a breach would show."),
  harm: z.string().min(1).describe("Who could be hurt, and how, if a real attacker did this."),
  severity: severitySchema,
  tier: tierSchema.default("harmless"),
  safeguard: dotted.describe("The safeguard under test."),
  technique: dotted.describe("The kind of attack."),
  population: dotted.optional().describe("Who is asking, when that matters."),
  context: z.string().optional().describe("The situation the probe assumes."),
  standards: z.array(z.string()).min(1).describe("References such as LLM01:2026, AML.T0051.000, CWE-1427."),
  needs: z.array(needSchema).default([]),
  system: z.string().optional().describe("System prompt to set, on targets that take one."),
  documents: z
    .array(z.strictObject({ title: z.string(), text: z.string() }))
    .default([])
    .describe("Untrusted documents put before the first user turn, fenced and titled."),
  tools: z.array(toolOfferSchema).default([]).describe("Tools offered to the model; calls have no effect."),
  prompts: z.array(turns).min(1).describe("Variants. Each is one prompt or a list of user turns."),
  transformable: z.boolean().default(true).describe("False where a transform would destroy the test."),
  judge: judgeChoiceSchema,
  examples: z
    .strictObject({
      breached: z.array(exampleReplySchema).min(1),
      held: z.array(exampleReplySchema).min(1),
    })
    .describe("Answers that must be judged so; the conformance suite checks them."),
  benign: z.array(benignSchema).default([]),
});
export type Probe = z.infer<typeof probeSchema>;

/** A file of probes of one family. */
export const probePackSchema = z.strictObject({
  pack: z.strictObject({
    id: dotted,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    title: z.string().min(1),
    family: dotted,
    description: z.string().min(1),
    licence: z.string().default("Apache-2.0"),
  }),
  probes: z.array(probeSchema).min(1),
});
export type ProbePack = z.infer<typeof probePackSchema>;

/** A probe together with the pack it came from and digests of its content. */
export interface CataloguedProbe {
  readonly probe: Probe;
  readonly family: string;
  readonly packId: string;
  readonly packVersion: string;
}
