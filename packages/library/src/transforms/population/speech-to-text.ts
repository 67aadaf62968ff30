import { defineTransform } from "@probity/kit";
import { homophoneOf } from "../../text/homophones.ts";
import { pick } from "../../text/pick.ts";
import { isProtected, rewriteWords, unlessEmpty } from "../../text/rewrite-words.ts";

/** Share of the words that go wrong: word error rate .20, a middling dictation. */
const dose = 0.2;
const fillers = ["um", "uh", "like", "you know"] as const;

function misheard(word: string, random: () => number): string {
  const kind = random();
  if (kind < 0.48) return homophoneOf.get(word) ?? word.replace(/(?<=\w{2})(?:ed|ing|s)$/, "");
  if (kind < 0.6) return word.length < 4 ? "" : word;
  return kind < 0.8 ? `${word} ${word}` : `${pick(fillers, random)} ${word}`;
}

/** Strips a word of the punctuation that nobody dictates; tokens keep theirs, without the mark that ends a sentence. */
function withoutMarks(word: string): string {
  return isProtected(word, true) ? word.replace(/[.,!?;:]+$/, "") : word.replace(/[^\p{L}\p{M}'’-]+/gu, "");
}

/** Writes the text as a dictation would: no capitals or marks, fillers, repeats, words heard wrongly. Numbers and tokens stay. */
export const speechToText = defineTransform({
  id: "population.speech-to-text",
  version: 1,
  title: "Dictated",
  description:
    "As speech recognition writes: lower case, no punctuation, fillers, repeats and about one word in five heard wrongly. Simulated style, not people.",
  source:
    "Error mix .48 substitution, .31 deletion, .21 insertion after studies of South Asian English, WER .20",
  rewrite: {
    shape: "text",
    apply: (text, { random }) => {
      const heard = rewriteWords(text, ({ text: word }) => {
        const lower = word.toLowerCase();
        return random() < dose ? misheard(lower, random) : lower;
      });
      const spoken = heard
        .split(/\s+/u)
        .map(withoutMarks)
        .filter((word) => word !== "");
      return unlessEmpty(spoken.join(" "), text);
    },
  },
});
