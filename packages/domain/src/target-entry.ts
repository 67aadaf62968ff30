import { z } from "zod";

/** A secret as a reference to the environment: `${env:NAME}`. The value is read when needed and stored nowhere. */
export const secretReferenceSchema = z
  .string()
  .regex(
    /^\$\{env:[A-Za-z_][A-Za-z0-9_]*\}$/,
    "write a reference like ${env:MY_API_KEY}; secrets never stand in files",
  );
export type SecretReference = z.infer<typeof secretReferenceSchema>;

/** A value planted where only the system under test can see it, so that its appearance outside proves a leak. */
export const canarySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  value: z.string().min(6, "a canary needs at least 6 characters, or it will appear by chance"),
  where: z.enum(["system-prompt", "document", "tool", "memory", "personal-record"]),
});
export type Canary = z.infer<typeof canarySchema>;

/** How hard a target may be driven. Limits hold across retries. */
export const limitsSchema = z.strictObject({
  concurrency: z.int().min(1).max(512).default(4),
  requestsPerMinute: z.int().min(1).optional(),
  tokensPerMinute: z.int().min(1).optional(),
  timeoutSeconds: z.number().positive().default(60),
  maxAttempts: z.int().min(1).max(10).default(4).describe("Sends of one request, the first included."),
  maxResponseBytes: z.int().min(1024).default(4_000_000),
  stopAfterFailures: z.int().min(1).default(10).describe("Failed trials in a row that stop the campaign."),
});
export type Limits = z.infer<typeof limitsSchema>;

export const pricingSchema = z.strictObject({
  inputUsdPerMillionTokens: z.number().min(0),
  outputUsdPerMillionTokens: z.number().min(0),
});
export type Pricing = z.infer<typeof pricingSchema>;

/**
 * A system under test as `probity.yaml` names it. `kind` names a target adapter, whose own schema
 * checks `settings`.
 */
export const targetEntrySchema = z.strictObject({
  kind: z.string().describe("A target adapter; `probity list targets` names them."),
  settings: z
    .record(z.string(), z.unknown())
    .describe("What the adapter needs; `probity show KIND` explains."),
  canaries: z.array(canarySchema).default([]),
  safeguards: z.array(z.string()).default([]).describe("Safeguards the system is said to have."),
  limits: limitsSchema.default(limitsSchema.parse({})),
  pricing: pricingSchema.optional(),
});
export type TargetEntry = z.infer<typeof targetEntrySchema>;
