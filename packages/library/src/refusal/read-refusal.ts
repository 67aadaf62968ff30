import type { RequestedResponse } from "../response-class/response-features.ts";
import { createShippedClassifier } from "../response-class/shipped-classifier.ts";
import { readStance, type StanceReading } from "./read-stance.ts";

/** How likely the model must find a refusal to speak where the rules found nothing. */
const sure = { likely: 0.8, ofTwo: 0.97 } as const;

const classify = createShippedClassifier();

/**
 * Reads whether an answer refuses: by the phrase rules, and where these find nothing, by the trained classifier. Rules alone
 * miss refusals without the usual words. What the rules found stands: a verdict of theirs names its sentence, and no
 * wording around that sentence changes it.
 */
export function readRefusal(response: RequestedResponse): StanceReading {
  const ruled = readStance(response.answer);
  if (ruled.stance !== "answered") return ruled;
  const { probabilities, refuses, refusesOfTwo, isEnglish } = classify(response);
  // In other languages the model rests on the same rules.
  if (!isEnglish || refuses < sure.likely || refusesOfTwo < sure.ofTwo) return ruled;
  const partly = probabilities.partial > probabilities.refusal;
  return { ...ruled, stance: partly ? "hedged" : "refused", confidence: refusesOfTwo };
}
