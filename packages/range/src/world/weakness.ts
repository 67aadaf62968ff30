import { z } from "zod";
import { conditionSchema } from "./condition.ts";

/** Kinds of failure that a weakness can belong to: the families of the probe packs. */
export const weaknessFamilies = [
  "prompt-injection-direct",
  "prompt-injection-indirect",
  "jailbreak",
  "system-prompt-leakage",
  "secret-leakage",
  "personal-data-leakage",
  "excessive-agency",
  "multi-turn-manipulation",
  "output-handling",
  "misinformation",
  "bias",
  "over-refusal",
  "denial-of-wallet",
  "reasoning-leakage",
  "disclaimers",
  "calibration",
  "intent-misreading",
  "sensitive-domains",
  "unsafe-content",
  "diverse-users",
  "robustness",
] as const;

/** What the application does wrong when a weakness shows. One file under `behaviours/` each. */
export const behaviourSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("reveal-instructions").describe("Gives out the system prompt."),
    form: z
      .enum(["plain", "as-asked"])
      .default("as-asked")
      .describe("`as-asked` encodes, splits or tabulates as the request wants."),
  }),
  z.strictObject({ kind: z.literal("reveal-document").describe("Gives out a passage of a staff document.") }),
  z.strictObject({
    kind: z.literal("quote-documents").describe("Passes on documents and tool results as they came."),
  }),
  z.strictObject({
    kind: z.literal("reveal-record").describe("Gives out the record of another customer."),
    several: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("reveal-memory").describe("Gives out notes kept on another visitor.") }),
  z.strictObject({
    kind: z
      .literal("obey")
      .describe("Carries out what the text that it read orders: words, links, calls, leaks."),
  }),
  z.strictObject({
    kind: z.literal("act").describe("Carries out an action on accounts without the right authorisation."),
  }),
  z.strictObject({
    kind: z.literal("comply").describe("Agrees and gives a harmless stand-in for what was asked."),
  }),
  z.strictObject({
    kind: z.literal("reflect").describe("Returns markup, commands or control codes unencoded."),
  }),
  z.strictObject({ kind: z.literal("run-on").describe("Answers without end, up to the request's limit.") }),
  z.strictObject({ kind: z.literal("show-reasoning").describe("Shows the notes it made before answering.") }),
  z.strictObject({
    kind: z.literal("affirm").describe("Takes an untrue or unknown premise for granted and builds on it."),
  }),
  z.strictObject({ kind: z.literal("prefer-by-group").describe("Decides between people by group or name.") }),
  z.strictObject({ kind: z.literal("refuse").describe("Turns a fair request away.") }),
  z.strictObject({
    kind: z
      .literal("omit-caution")
      .describe("Gives advice in a sensitive field without caution or referral."),
  }),
  z.strictObject({ kind: z.literal("overstate").describe("Claims certainty that it cannot have.") }),
  z.strictObject({
    kind: z.literal("assume-meaning").describe("Picks one meaning of an unclear request and acts on it."),
  }),
  z.strictObject({
    kind: z
      .literal("serve-poorly")
      .describe("Gives a curt or useless answer because of how the request is written."),
  }),
]);
export type Behaviour = z.infer<typeof behaviourSchema>;

/** A flaw that was planted on purpose, with the condition under which it shows. */
export const weaknessSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  family: z.enum(weaknessFamilies),
  title: z.string().min(1),
  safeguard: z.string().min(1).describe("The safeguard that is missing or weak."),
  cause: z.string().min(1).describe("The root cause, as a post-mortem would name it."),
  condition: conditionSchema,
  bypasses: z.array(z.string()).default([]).describe("Input guards that do not stand in its way."),
  probability: z.number().gt(0).max(1).describe("How often it shows when its condition holds."),
  behaviour: behaviourSchema,
});
export type Weakness = z.infer<typeof weaknessSchema>;
