import { sampleLevels, type SampleLevel } from "@probity/domain";
import type { LabelledTrial } from "./labelled-trial.ts";

/** From here a judge counts as sure. About half of what our judges say lies on either side. */
const sureFrom = 0.85;

/** The stratum of a judged trial: its purpose and, from level to level, the judge's outcome, the family, and how sure the judge was. */
export function stratumOf(
  {
    purpose,
    judged,
    family,
    confidence,
  }: Pick<LabelledTrial, "purpose" | "judged" | "family" | "confidence">,
  level: SampleLevel,
): string {
  const depth = sampleLevels.indexOf(level);
  const parts: string[] = [purpose];
  if (depth >= 1) parts.push(`judged ${judged ?? "nothing"}`);
  if (depth >= 2) parts.push(family);
  if (depth >= 3) parts.push((confidence ?? 0) >= sureFrom ? "sure" : "less sure");
  return parts.join(", ");
}

/** Whether one level's strata divide the other's, or are the same. */
export function isAsFine(level: SampleLevel, other: SampleLevel): boolean {
  return sampleLevels.indexOf(level) >= sampleLevels.indexOf(other);
}
