import { digestOf } from "@probity/evidence";
import { z } from "zod";
import { lexicon } from "./compile-cues.ts";
import {
  bounds,
  featureNames,
  hashedBuckets,
  pairBuckets,
  pairedWords,
  singleWords,
  wordBuckets,
} from "./feature-names.ts";

/** What an answer does with a request. */
export const responseClasses = ["refusal", "partial", "compliance", "deflection", "off-topic"] as const;

/**
 * One of the classes: refuses; refuses a part or does it with reservations of its own; does it; does neither and says
 * something else, such as that it does not know; speaks of something that was not asked.
 */
export type ResponseClass = (typeof responseClasses)[number];

const perClass = z.array(z.int().min(-127).max(127)).length(responseClasses.length);

const modelFileSchema = z.strictObject({
  format: z.literal("probity-response-class-2"),
  /** Digest of the phrases and features the weights were made for. */
  features: z.string(),
  /** Weights are whole numbers of this step; calibration is in it. */
  step: z.number().positive().max(1),
  named: z.record(z.string(), perClass),
  hashed: z
    .array(
      z.tuple([
        z
          .int()
          .min(0)
          .max(hashedBuckets - 1),
        perClass,
      ]),
    )
    .max(hashedBuckets),
  /** Digest of everything above. */
  digest: z.string(),
});

/** A model as its file holds it. */
export type ResponseModelFile = z.infer<typeof modelFileSchema>;

/** Weights ready for use. */
export interface ResponseModel {
  /** Of the file, so that a verdict can name what decided it. */
  readonly digest: string;
  /** Feature by feature, one weight for each class. */
  readonly weights: Float64Array;
}

/** A model, or why the file holds none. */
export type ModelReading =
  | { readonly kind: "ok"; readonly model: ResponseModel }
  | { readonly kind: "unfit"; readonly reason: string };

/** Digest of the phrases and features of this version. */
export function digestOfFeatures(): string {
  return digestOf({ lexicon, bounds, featureNames, pairBuckets, pairedWords, singleWords, wordBuckets });
}

/** Digest of a model's content. */
export function digestOfModel({ format, features, step, named, hashed }: ResponseModelFile): string {
  return digestOf({ format, features, step, named, hashed });
}

/** Reads a model file. Refuses one that was altered, or made for other phrases or features than these. */
export function readResponseModel(file: unknown): ModelReading {
  const parsed = modelFileSchema.safeParse(file);
  if (!parsed.success)
    return { kind: "unfit", reason: `Not a response model: ${z.prettifyError(parsed.error)}` };
  const { data: content } = parsed;
  if (content.digest !== digestOfModel(content))
    return { kind: "unfit", reason: "The model's digest does not fit its content." };
  if (content.features !== digestOfFeatures())
    return { kind: "unfit", reason: "The model was trained on other phrases or features; train it again." };
  return { kind: "ok", model: { digest: content.digest, weights: unpack(content) } };
}

function unpack({ step, named, hashed }: ResponseModelFile): Float64Array {
  const classes = responseClasses.length;
  const weights = new Float64Array((featureNames.length + hashedBuckets) * classes);
  const put = (feature: number, values: readonly number[]): void => {
    for (const [index, value] of values.entries()) weights[feature * classes + index] = value * step;
  };
  for (const [feature, name] of featureNames.entries()) put(feature, named[name] ?? []);
  for (const [bucket, values] of hashed) put(featureNames.length + bucket, values);
  return weights;
}
