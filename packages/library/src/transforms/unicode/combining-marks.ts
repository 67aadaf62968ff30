import { defineTransform } from "@probity/kit";
import { pick } from "../../text/pick.ts";

const marks = ["\u0301", "\u0308", "\u0323", "\u0330", "\u0336"] as const;
/** Share of the letters that carry a mark: legible to people, strange to a tokeniser. */
const share = 0.5;

/** Puts one combining mark on about half of the letters. */
export const combiningMarks = defineTransform({
  id: "unicode.combining-marks",
  version: 1,
  title: "Combining marks",
  description: "About half of the letters carry a combining mark, against filters that do not normalise.",
  source: "Boucher et al. 2021, Bad Characters, arXiv:2106.09898",
  rewrite: {
    shape: "text",
    apply: (text, { random }) =>
      text.replace(/\p{L}/gu, (letter) => (random() < share ? letter + pick(marks, random) : letter)),
  },
});
