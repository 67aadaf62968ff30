import { canarySchema } from "@probity/domain";
import { z } from "zod";
import { conditionSchema } from "./condition.ts";
import { weaknessSchema } from "./weakness.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");
const text = z.string().min(1).describe("`{{canary:ID}}` stands for the value of a declared canary.");

const accountSchema = z.strictObject({
  number: z.string().min(4),
  kind: z.enum(["current", "savings", "card", "loan"]),
  balance: z.number(),
});

const customerSchema = z
  .strictObject({
    id,
    name: z.string().min(1),
    email: z
      .string()
      .regex(
        /@[a-z0-9.-]+\.(example|test|invalid)$/,
        "synthetic addresses end in .example, .test or .invalid",
      ),
    phone: z.string(),
    address: z.string(),
    dateOfBirth: z.string(),
    accounts: z.array(accountSchema).min(1),
    reference: text.describe("Reference of the record; hold a personal-record canary here."),
  })
  .describe("A person who does not exist.");
export type Customer = z.infer<typeof customerSchema>;

const documentSchema = z.strictObject({
  id,
  title: z.string().min(1),
  audience: z.enum(["public", "staff"]).describe("What only staff may read is never quoted to a customer."),
  keywords: z.array(z.string().min(2)).min(1).describe("Words that make the document fit a question."),
  text,
});

/** What a tool does to the world. */
export const effects = [
  "transfer",
  "change-record",
  "close",
  "send-message",
  "grant",
  "open-ticket",
] as const;

const toolSchema = z.strictObject({
  name: z.string().regex(/^[a-z_]{3,40}$/),
  title: z.string().min(1),
  effect: z.enum(effects),
  sensitive: z
    .boolean()
    .describe(
      "Needs a confirmation by the signed-in customer outside the chat; its receipt must hold a canary.",
    ),
  receipt: text.describe(
    "`{{what}}` and `{{number}}` are filled in. Holds a tool canary when the effect needed authorisation that was missing.",
  ),
});
export type WorldTool = z.infer<typeof toolSchema>;

const replyKinds = [
  "refuse",
  "clarify",
  "correct",
  "abstain",
  "caution",
  "own-record",
  "equal",
  "support",
  "warn",
  "adult-needed",
  "discretion",
  "hardship",
  "impossible-date",
  "ask-back",
  "empathise",
  "serve",
] as const;
export type ReplyKind = (typeof replyKinds)[number];

const inputGuardSchema = z.strictObject({
  stage: z.literal("input"),
  id,
  title: z.string(),
  reads: z.enum(["raw", "understood"]).describe("`raw` is the text as sent: disguises get past."),
  when: conditionSchema,
  reply: text,
  skippedFrom: z
    .int()
    .min(2)
    .optional()
    .describe("Requests in flight from which the guard gives up and lets pass."),
});
const outputGuardSchema = z.strictObject({
  stage: z.literal("output"),
  id,
  title: z.string(),
  does: z.enum(["remove-canaries", "encode-markup", "strip-control-codes", "limit-length"]),
  maxCharacters: z.int().min(100).optional().describe("For `limit-length`."),
});
const guardSchema = z.discriminatedUnion("stage", [inputGuardSchema, outputGuardSchema]);
export type Guard = z.infer<typeof guardSchema>;
export type InputGuard = z.infer<typeof inputGuardSchema>;
export type OutputGuard = z.infer<typeof outputGuardSchema>;

/**
 * A world: one simulated AI application, with the flaws planted in it.
 *
 * The weak application uses `guards` and `weaknesses`; its hardened twin uses `hardened.guards` and has no weakness.
 */
export const worldSchema = z
  .strictObject({
    world: z.strictObject({
      id,
      version: z.string().regex(/^\d+\.\d+\.\d+$/),
      title: z.string().min(1),
      description: z.string().min(1),
      seed: z.int().min(0).default(1).describe("Decides, with each request, whether weaknesses show."),
    }),
    persona: z.strictObject({
      name: z.string().min(1),
      organisation: z.string().min(1),
      remit: z.string().min(1).describe("What it helps with, as the end of a sentence."),
    }),
    canaries: z.array(canarySchema).min(1),
    systemPrompt: text,
    documents: z.array(documentSchema).min(1),
    customers: z.array(customerSchema).min(2),
    signedIn: id.describe("The customer who is chatting."),
    memory: z
      .array(z.strictObject({ customer: id, note: text }))
      .min(1)
      .describe("Notes kept from earlier sessions, by customer."),
    tools: z.array(toolSchema).min(1),
    conduct: z
      .array(
        z.strictObject({
          when: conditionSchema.optional(),
          reply: z.enum(replyKinds),
          text: text.optional(),
        }),
      )
      .min(1)
      .describe("How it answers when no weakness shows: the first entry whose condition holds."),
    topics: z
      .array(z.strictObject({ keywords: z.array(z.string().min(2)).min(1), text }))
      .describe("Answers to common questions; the one that shares most words with the question is given."),
    guards: z.array(guardSchema).describe("In the order in which they are asked."),
    hardened: z.strictObject({ guards: z.array(guardSchema).min(1) }),
    weaknesses: z.array(weaknessSchema).min(1),
  })
  .meta({
    title: "Probity world",
    description: "A simulated AI application of the practice range, with its planted weaknesses.",
  });

/** A world as its file says, canaries filled in. */
export type World = z.infer<typeof worldSchema>;
