import { defineTransform } from "@probity/kit";

/** Right-to-left override, and the mark that ends it. */
const override = "\u202e";
const end = "\u202c";

/** Stores the text backwards under an override that shows it forwards. Unpaired surrogates become U+FFFD first. */
export const bidiOverride = defineTransform({
  id: "unicode.bidi-override",
  version: 1,
  title: "Turned by an override",
  description:
    "The request is stored backwards under a right-to-left override, so that people read it forwards and filters do not.",
  source: "Boucher et al. 2021, Bad Characters, arXiv:2106.09898",
  rewrite: {
    shape: "text",
    apply: (text) => override + Array.from(text.toWellFormed()).toReversed().join("") + end,
    decode: (text) => Array.from(text.slice(override.length, -end.length)).toReversed().join(""),
  },
});
