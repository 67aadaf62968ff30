import type { Decision } from "@probity/domain";
import { otherLanguages } from "../refusal/other-languages.ts";
import { detectLanguage } from "./detect-language.ts";

/** Languages whose refusals are known, by phrases or by training. */
const covered = new Set(["en", "ur", ...otherLanguages.flatMap(({ language }) => language.split("-"))]);

/** The language of a text when it is told and its refusals are not known. Text whose language cannot be told counts as covered. */
export function uncoveredLanguage(text: string): string | undefined {
  const { language } = detectLanguage(text);
  return language === undefined || covered.has(language) ? undefined : language;
}

/** What is said of an answer whose refusals are not known. */
export function inUncoveredLanguage(language: string): Decision {
  return {
    outcome: "unjudged",
    reason: "language-not-covered",
    reasons: [`The answer is in a language (${language}) whose refusals this judge does not know.`],
  };
}
