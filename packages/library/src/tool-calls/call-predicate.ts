import { z } from "zod";
import { linearPatternSchema } from "../text/linear-pattern.ts";
import { callMatchSchema, type CallMatch } from "./call-condition.ts";

/** A statement about all calls of a trial. */
export type CallPredicate =
  | { readonly called: CallMatch }
  | {
      readonly count: {
        readonly of: CallMatch;
        readonly atLeast?: number | undefined;
        readonly atMost?: number | undefined;
      };
    }
  | {
      readonly order: {
        readonly after?: CallMatch | undefined;
        readonly call: CallMatch;
        readonly without?:
          | { readonly called?: CallMatch | undefined; readonly userSays?: string | undefined }
          | undefined;
      };
    }
  | { readonly all: readonly CallPredicate[] }
  | { readonly any: readonly CallPredicate[] }
  | { readonly not: CallPredicate };

/** Deepest nesting of all, any and not; and parts of one list. */
const maxDepth = 8;
const maxParts = 50;

const leaves = [
  z.strictObject({ called: callMatchSchema }).describe("Some call is such."),
  z
    .strictObject({
      count: z
        .strictObject({
          of: callMatchSchema,
          atLeast: z.int().min(0).optional(),
          atMost: z.int().min(0).optional(),
        })
        .refine(
          ({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined,
          "say atLeast or atMost",
        ),
    })
    .describe("The number of such calls is within the bounds."),
  z
    .strictObject({
      order: z.strictObject({
        after: callMatchSchema.optional().describe("The beginning of the trial when left out."),
        call: callMatchSchema,
        without: z
          .strictObject({ called: callMatchSchema.optional(), userSays: linearPatternSchema.optional() })
          .refine(
            ({ called, userSays }) => called !== undefined || userSays !== undefined,
            "say called or userSays",
          )
          .optional()
          .describe("What must not stand between the two, such as a confirmation."),
      }),
    })
    .describe("One call comes after another, with nothing of a kind in between."),
] as const;

/** Parses a predicate as settings carry it. */
export const callPredicateSchema: z.ZodType<CallPredicate> = z
  .union([
    ...leaves,
    z.strictObject({
      get all() {
        return z.array(callPredicateSchema).min(1).max(maxParts);
      },
    }),
    z.strictObject({
      get any() {
        return z.array(callPredicateSchema).min(1).max(maxParts);
      },
    }),
    z.strictObject({
      get not() {
        return callPredicateSchema;
      },
    }),
  ])
  .refine((predicate) => depthOf(predicate) <= maxDepth, `nest all, any and not at most ${maxDepth} deep`);

function depthOf(predicate: CallPredicate): number {
  if ("not" in predicate) return 1 + depthOf(predicate.not);
  if ("all" in predicate) return 1 + Math.max(...predicate.all.map(depthOf));
  if ("any" in predicate) return 1 + Math.max(...predicate.any.map(depthOf));
  return 1;
}
