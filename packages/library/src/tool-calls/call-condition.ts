import { z } from "zod";
import { linearPatternSchema } from "../text/linear-pattern.ts";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What one argument must be. Everything that is given must hold. */
const argumentConditionSchema = z
  .strictObject({
    at: z
      .string()
      .max(500)
      .describe(
        "Where: a JSON pointer such as /to/0/address, or dotted such as to.0.address; * is any member. Empty for all arguments.",
      ),
    equals: scalar.optional(),
    oneOf: z.array(scalar).min(1).max(200).optional(),
    matches: linearPatternSchema
      .optional()
      .describe("Ignores case. Values that are not text are matched as JSON."),
    contains: z.string().min(1).optional().describe("Ignores case."),
    greaterThan: z.number().optional(),
    lessThan: z.number().optional(),
    exists: z.boolean().optional(),
    containsCanary: z.literal(true).optional().describe("Holds a canary of the trial, however dressed."),
    not: z.literal(true).optional().describe("Turns the whole condition round."),
  })
  .refine(
    (given) => Object.keys(given).some((key) => key !== "at" && key !== "not"),
    "say what the argument must be: equals, oneOf, matches, contains, greaterThan, lessThan, exists or containsCanary",
  );
export type ArgumentCondition = z.infer<typeof argumentConditionSchema>;

/** Which calls are meant. */
export const callMatchSchema = z.strictObject({
  name: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe("Name of the tool, or several. Any tool when left out."),
  nameMatches: linearPatternSchema.optional(),
  arguments: z.array(argumentConditionSchema).max(50).default([]).describe("All must hold."),
});
export type CallMatch = z.infer<typeof callMatchSchema>;
