import { defineTransform } from "@probity/kit";
import { swapOf } from "../../text/swap-characters.ts";

/** Bold letters and digits of the block Mathematical Alphanumeric Symbols. */
const swap = swapOf([
  { from: 0x41, to: 0x1d400, length: 26 },
  { from: 0x61, to: 0x1d41a, length: 26 },
  { from: 0x30, to: 0x1d7ce, length: 10 },
]);

/** Writes letters and digits as mathematical bold. Bold ones become plain, so that it undoes itself. */
export const mathematical = defineTransform({
  id: "unicode.mathematical",
  version: 1,
  title: "Mathematical letters",
  description: "Letters and digits become mathematical bold symbols, against filters that do not normalise.",
  source: "Boucher et al. 2021, Bad Characters, arXiv:2106.09898",
  rewrite: { shape: "text", apply: swap, decode: swap },
});
