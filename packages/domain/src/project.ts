import { z } from "zod";
import { campaignSchema } from "./campaign.ts";
import { charterSchema } from "./charter.ts";
import { judgeEntriesSchema } from "./judge-entry.ts";
import { targetEntrySchema } from "./target-entry.ts";

/** The whole of `probity.yaml`. */
export const projectSchema = z.strictObject({
  version: z.literal(1),
  charter: charterSchema,
  targets: z.record(z.string(), targetEntrySchema),
  campaigns: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), campaignSchema),
  judges: judgeEntriesSchema
    .default({})
    .describe("Judges of your own: models with a rubric, and panels. A campaign chooses one with `judging`."),
  packs: z
    .array(z.string())
    .default([])
    .describe("Your own probe packs, as paths from this file. The shipped packs are always there."),
  storage: z
    .strictObject({
      path: z
        .string()
        .default(".probity")
        .describe("Folder for the store, keys and reports, from this file."),
      maxMegabytes: z.number().positive().optional().describe("Largest size of the store."),
    })
    .default({ path: ".probity" }),
});
export type Project = z.infer<typeof projectSchema>;
