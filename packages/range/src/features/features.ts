import { actingFeatures } from "./acting.ts";
import { caringFeatures } from "./caring.ts";
import { conversationFeatures } from "./conversation-state.ts";
import { framingFeatures } from "./framing.ts";
import { harmFeatures } from "./harm.ts";
import { measures, type MeasureName } from "./measures.ts";
import { outputFormFeatures } from "./output-form.ts";
import { personFeatures } from "./persons.ts";
import { plausibilityFeatures } from "./plausibility.ts";
import type { Reading } from "./reading.ts";
import { instructionFeatures } from "./seeking-instructions.ts";
import { secretFeatures } from "./seeking-secrets.ts";
import { subjectFeatures } from "./subject.ts";
import { truthfulnessFeatures } from "./truthfulness.ts";
import { untrustedTextFeatures } from "./untrusted-text.ts";
import { writingStyleFeatures } from "./writing-style.ts";

/** Every feature that a condition may name. */
export const features = [
  ...instructionFeatures,
  ...secretFeatures,
  ...framingFeatures,
  ...untrustedTextFeatures,
  ...personFeatures,
  ...actingFeatures,
  ...conversationFeatures,
  ...outputFormFeatures,
  ...harmFeatures,
  ...subjectFeatures,
  ...truthfulnessFeatures,
  ...writingStyleFeatures,
  ...caringFeatures,
  ...plausibilityFeatures,
] as const;

/** Names of the features. */
export type FeatureName = (typeof features)[number]["name"];

/** What was found in one request. */
export interface Observations {
  readonly flags: ReadonlySet<FeatureName>;
  readonly numbers: Readonly<Record<MeasureName, number>>;
}

/** Decides every feature and takes every measure of a reading. */
export function observe(reading: Reading): Observations {
  const flags = new Set(features.filter(({ present }) => present(reading)).map(({ name }) => name));
  const numbers = Object.fromEntries(measures.map(({ name, measure }) => [name, measure(reading)]));
  return { flags, numbers: numbers as Record<MeasureName, number> };
}
