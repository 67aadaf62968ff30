import { defineTransform } from "@probity/kit";

/** Zero-width space: breaks words for a filter and shows nothing. */
const zeroWidthSpace = "\u200b";

/** Puts zero-width spaces between the letters of words. */
export const zeroWidth = defineTransform({
  id: "unicode.zero-width",
  version: 1,
  title: "Zero-width spaces",
  description: "Zero-width spaces stand between all letters, against filters that match words.",
  source: "Boucher et al. 2021, Bad Characters, arXiv:2106.09898",
  rewrite: {
    shape: "text",
    apply: (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, zeroWidthSpace),
  },
});
