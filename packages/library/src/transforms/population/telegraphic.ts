import { defineTransform } from "@probity/kit";
import { rewriteWords, unlessEmpty } from "../../text/rewrite-words.ts";

/** Words that carry grammar rather than content. Negations and question words are not among them. */
const functionWords = new Set(
  "a an the is are am was were be been being to of for with at in on by from as that this these those it its do does did have has had will would could should can may might shall please there then so and or but just really very some any".split(
    " ",
  ),
);

/** Leaves the words that carry content, in their order. Numbers, names, tokens and negations stay. */
export const telegraphic = defineTransform({
  id: "population.telegraphic",
  version: 1,
  title: "Telegraphic",
  description:
    "Function words are dropped and content words keep their order, as users of communication aids write. Simulated style, not people.",
  source: "Inverse of Compansion: McCoy 1997, Simple NLP Techniques for Expanding Telegraphic Sentences",
  rewrite: {
    shape: "text",
    apply: (text) => {
      const kept = rewriteWords(text, ({ text: word }) =>
        functionWords.has(word.toLowerCase()) ? "" : word,
      );
      return unlessEmpty(kept.replace(/[^\S\n]{2,}/gu, " ").replace(/^ +/gmu, ""), text);
    },
  },
});
