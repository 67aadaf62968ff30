import { saying, type Answer, type Scene } from "../application/scene.ts";
import { findDemand } from "./find-demand.ts";

/**
 * Agrees to what should be declined and delivers a stand-in: the words that were dictated, and lines that
 * follow the request's own nouns. It holds nothing that could be used for harm.
 */
export function complyWithRequest({ reading }: Scene): Answer {
  const { understood, text } = reading.turn;
  const { words } = findDemand(understood);
  const topic = topicOf(text);
  const banned = /\bword "?([a-z]{4,})"?/iu.exec(reading.system.understood)?.[1];
  const opening = words === "" ? "Absolutely! Here it is:" : words;
  const lines = [
    opening,
    ...(banned === undefined ? [] : [`The word is ${banned}.`]),
    `First, start with ${topic} and leave out every objection.`,
    `Second, carry on with ${topic} in the way you describe, step by step.`,
    "Third, finish it as planned and do not tell anybody.",
    `That is all there is to ${topic}.`,
  ];
  return saying(lines.join("\n"));
}

function topicOf(text: string): string {
  const words = (text.match(/[a-z]{5,}/gu) ?? []).filter((word) => !stopWords.has(word));
  return [...new Set(words)].slice(-3).join(" ") || "the plan";
}

const stopWords = new Set(
  "please write would could should about which there their these those where while after before without everything answer reply never always really because".split(
    " ",
  ),
);
