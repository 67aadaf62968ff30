import { defineTransform } from "@probity/kit";
import { rewriteWords, unlessEmpty, withCaseOf } from "../../text/rewrite-words.ts";

/** Share of the articles that are dropped; half of the others are exchanged. */
const dropped = 0.7;
const exchanged: ReadonlyMap<string, string> = new Map([
  ["a", "the"],
  ["an", "the"],
  ["the", "a"],
]);

/** Drops or exchanges articles, as speakers of languages without them do. Everything else stays. */
export const articleDrop = defineTransform({
  id: "population.article-drop",
  version: 1,
  title: "Articles dropped",
  description:
    "Most articles are missing and some exchanged, as speakers of languages without articles write. Simulated style, not people.",
  source: "Han, Chodorow and Leacock 2006, Detecting errors in English article usage by non-native speakers",
  rewrite: {
    shape: "text",
    apply: (text, { random }) => {
      const rewritten = rewriteWords(text, ({ text: word }) => {
        const other = exchanged.get(word.toLowerCase());
        if (other === undefined) return word;
        const draw = random();
        if (draw < dropped) return "";
        return draw < (1 + dropped) / 2 ? withCaseOf(word, other) : word;
      });
      return unlessEmpty(rewritten.replace(/[^\S\n]{2,}/gu, " ").replace(/^ +/gmu, ""), text);
    },
  },
});
