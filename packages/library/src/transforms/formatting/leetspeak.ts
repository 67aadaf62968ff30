import { defineTransform } from "@probity/kit";

const digits: ReadonlyMap<string, string> = new Map([
  ["a", "4"],
  ["e", "3"],
  ["i", "1"],
  ["o", "0"],
  ["s", "5"],
  ["t", "7"],
]);

/** Writes six letters as digits that look like them. */
export const leetspeak = defineTransform({
  id: "formatting.leetspeak",
  version: 1,
  title: "Leetspeak",
  description: "The letters a, e, i, o, s and t become digits that look like them.",
  source: "Wei et al. 2023, Jailbroken, arXiv:2307.02483",
  rewrite: {
    shape: "text",
    apply: (text) => text.replace(/[aeiost]/gi, (letter) => digits.get(letter.toLowerCase()) ?? letter),
  },
});
