import { z } from "zod";
import { features, type FeatureName } from "../features/features.ts";
import { measures, type MeasureName } from "../features/measures.ts";

/**
 * A boolean expression over the features of a request.
 *
 * A bare name is true when the feature is present; `all`, `any` and `not` combine; `measure` compares a number.
 */
export type Condition =
  | FeatureName
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | {
      readonly measure: MeasureName;
      readonly atLeast?: number | undefined;
      readonly atMost?: number | undefined;
    };

const featureName = z
  .enum(features.map(({ name }) => name))
  .describe("True when the request has this feature, after disguises are taken off.");
const measureName = z.enum(measures.map(({ name }) => name));

/** Schema of a condition. It is recursive; names are checked against the features there are. */
export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      featureName,
      z.strictObject({ all: z.array(conditionSchema).min(1) }).describe("True when every part is."),
      z.strictObject({ any: z.array(conditionSchema).min(1) }).describe("True when at least one part is."),
      z.strictObject({ not: conditionSchema }).describe("True when the part is not."),
      z
        .strictObject({ measure: measureName, atLeast: z.number().optional(), atMost: z.number().optional() })
        .describe("Compares a number, bounds included."),
    ]),
  )
  .meta({
    id: "Condition",
    title: "Condition",
    description: "A boolean expression over the features of a request.",
  });
