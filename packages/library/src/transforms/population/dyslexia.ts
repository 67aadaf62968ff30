import { defineTransform } from "@probity/kit";
import { homophoneOf } from "../../text/homophones.ts";
import { pick } from "../../text/pick.ts";
import { rewriteWords, withCaseOf } from "../../text/rewrite-words.ts";

/** Share of the words with an error. Rello et al. count errors in about one word of five in texts by dyslexic writers. */
const dose = 0.2;
/** Phonetic spellings, vowel confusions, mirrored and lost letters. The first that fits is a candidate beside the others. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/ph/, "f"],
  [/tion/, "shun"],
  [/^kn/, "n"],
  [/^wr/, "r"],
  [/ck/, "k"],
  [/ei/, "ie"],
  [/ie/, "ei"],
  [/ea/, "ee"],
  [/ou/, "uo"],
  [/([bcdfglmnprst])\1/, "$1"],
  [/(?<=[a-z]{2})e$/, ""],
  [/(?<=[a-z])a(?=[a-z])/, "e"],
  [/(?<=[a-z])i(?=[a-z])/, "e"],
  [/(?<=[a-z])b/, "d"],
  [/(?<=[a-z])d(?=[a-z])/, "b"],
  [/(?<=[a-z])p(?=[a-z])/, "q"],
];

function misspellings(word: string): string[] {
  const spelled = rules.map(([from, to]) => word.replace(from, to)).filter((other) => other !== word);
  const alike = homophoneOf.get(word);
  return alike === undefined ? spelled : [...spelled, alike];
}

/** Misspells about one word in five as dyslexic writers do. Numbers, names, tokens and negations stay. */
export const dyslexia = defineTransform({
  id: "population.dyslexia",
  version: 1,
  title: "Dyslexic spelling",
  description:
    "About one word in five is spelled phonetically, with confused vowels, mirrored letters or as its homophone. Simulated style, not people.",
  source: "Rello, Ballesteros and Bigham 2015, A Spellchecker for Dyslexia, ASSETS",
  rewrite: {
    shape: "text",
    apply: (text, { random }) =>
      rewriteWords(text, ({ text: word }) => {
        const draw = random();
        const [first, ...more] = misspellings(word.toLowerCase());
        if (draw >= dose || word.length < 3 || first === undefined) return word;
        return withCaseOf(word, pick([first, ...more], random));
      }),
  },
});
