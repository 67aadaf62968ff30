import { defineTransform } from "@probity/kit";

/** Writes each letter in upper or lower case at random. */
export const randomCase = defineTransform({
  id: "formatting.random-case",
  version: 1,
  title: "Random case",
  description: "Each Latin letter is in upper or lower case by chance.",
  source: "Hughes et al. 2024, Best-of-N Jailbreaking, arXiv:2412.03556",
  rewrite: {
    shape: "text",
    apply: (text, { random }) =>
      text.replace(/[a-z]/gi, (letter) => (random() < 0.5 ? letter.toUpperCase() : letter.toLowerCase())),
  },
});
