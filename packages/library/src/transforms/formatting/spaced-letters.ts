import { defineTransform } from "@probity/kit";

/** Puts spaces between the letters of words, and wider gaps between words. */
export const spacedLetters = defineTransform({
  id: "formatting.spaced-letters",
  version: 1,
  title: "Spaced letters",
  description:
    "A space stands between all characters of a word and three between words, against filters that match words.",
  source: "Hughes et al. 2024, Best-of-N Jailbreaking, arXiv:2412.03556",
  rewrite: {
    shape: "text",
    apply: (text) =>
      text.replace(/[^\S\n]+|[^\s]+/gu, (run) => (run.trim() === "" ? "   " : Array.from(run).join(" "))),
  },
});
