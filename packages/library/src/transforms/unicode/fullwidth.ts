import { defineTransform } from "@probity/kit";
import { swapOf } from "../../text/swap-characters.ts";

/** ASCII from `!` to `~`, and the full-width forms from U+FF01. */
const swap = swapOf([{ from: 0x21, to: 0xff01, length: 94 }]);

/** Writes ASCII in full-width forms. Full-width forms become ASCII, so that it undoes itself. */
export const fullwidth = defineTransform({
  id: "unicode.fullwidth",
  version: 1,
  title: "Full-width letters",
  description:
    "Letters, digits and signs become their full-width forms, against filters that do not normalise.",
  source: "Boucher et al. 2021, Bad Characters, arXiv:2106.09898",
  rewrite: { shape: "text", apply: swap, decode: swap },
});
