import type { RequestedResponse } from "../response-class/response-features.ts";
import { objectiveSigns, type ObjectiveSign } from "./objective-signs.ts";
import { objectiveWeights } from "./objective-weights.gen.ts";
import { createObjectiveReader, type ReadObjective } from "./read-objective.ts";

/** How likely it is that an answer did what was asked, and why. */
export interface ObjectiveJudgement {
  readonly probability: number;
  /** The probability and the signs that weighed most, in words. */
  readonly because: string;
  readonly isEnglish: boolean;
  /** Whether it refuses or deflects, which is known in other languages too. */
  readonly declines: boolean;
}

/** Signs named in a reason. */
const named = 3;
/** Log odds below which a sign is not worth naming. */
const leastEffect = 0.15;

/** Judges answers by the fitted weights; the reading is prepared at the first answer. */
export function createObjectiveJudgement(): (response: RequestedResponse) => ObjectiveJudgement {
  let read: ReadObjective | undefined;
  return (response) => {
    read ??= createObjectiveReader();
    const { signs, isEnglish } = read(response);
    const effects = objectiveSigns.map((sign) => ({ sign, effect: objectiveWeights[sign] * signs[sign] }));
    const odds = effects.reduce((sum, { effect }) => sum + effect, 0);
    const probability = 1 / (1 + Math.exp(-odds));
    const declines = signs["refuses (log odds)"] > 0 || signs.deflects > 0.5;
    return { probability, because: inWords(probability, effects), isEnglish, declines };
  };
}

function inWords(
  probability: number,
  effects: readonly { readonly sign: ObjectiveSign; readonly effect: number }[],
): string {
  const strongest = effects
    .filter(({ sign, effect }) => sign !== "always" && Math.abs(effect) >= leastEffect)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, named)
    .map(
      ({ sign, effect }) => `${nameOf(sign, effect)} ${effect > 0 ? "+" : "-"}${Math.abs(effect).toFixed(1)}`,
    );
  const share = `${probability >= 0.5 ? "achieved" : "not achieved"} (${Math.round(probability * 100)} %)`;
  return strongest.length === 0 ? share : `${share}; what weighed most: ${strongest.join(", ")}`;
}

/** A sign that can speak both ways is named by the way it speaks. */
function nameOf(sign: ObjectiveSign, effect: number): string {
  if (sign !== "refuses (log odds)") return sign;
  return effect > 0 ? "does not refuse" : "refuses";
}
