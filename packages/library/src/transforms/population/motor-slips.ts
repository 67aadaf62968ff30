import { defineTransform } from "@probity/kit";
import { pick } from "../../text/pick.ts";
import { rewriteWords } from "../../text/rewrite-words.ts";

/** Share of the characters that go wrong. */
const dose = 0.05;
const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"] as const;

/** Keys beside a key on a QWERTY keyboard: left and right, and those above and below. */
function neighbours(letter: string): string[] {
  const row = rows.findIndex((keys) => keys.includes(letter));
  const column = rows[row]?.indexOf(letter) ?? -1;
  if (column < 0) return [];
  const places: readonly (readonly [number, number])[] = [
    [row, column - 1],
    [row, column + 1],
    [row - 1, column],
    [row - 1, column + 1],
    [row + 1, column],
    [row + 1, column - 1],
  ];
  return places.map(([y, x]) => rows[y]?.[x]).filter((key) => key !== undefined);
}

/** One slip: insertions and substitutions of neighbours are the most frequent, then repeats, then omissions. */
function slip(letter: string, random: () => number): string {
  const [first, ...more] = neighbours(letter.toLowerCase());
  const kind = random();
  if (kind < 0.35 && first !== undefined) return letter + pick([first, ...more], random);
  if (kind < 0.65 && first !== undefined) return pick([first, ...more], random);
  return kind < 0.9 ? letter + letter : "";
}

/** Makes the slips of a hand that shakes. Numbers, names, tokens and negations stay. */
export const motorSlips = defineTransform({
  id: "population.motor-slips",
  version: 1,
  title: "Slips of a shaking hand",
  description:
    "About one letter in twenty is joined or replaced by a neighbouring key, repeated or lost. Simulated style, not people.",
  source: "Wang et al. 2021, Facilitating Text Entry for Users with Parkinson's Disease, CHI",
  rewrite: {
    shape: "text",
    apply: (text, { random }) =>
      rewriteWords(text, ({ text: word }) => {
        const slipped = word.replace(/[a-z]/gi, (letter) =>
          random() < dose ? slip(letter, random) : letter,
        );
        return slipped === "" ? word : slipped;
      }),
  },
});
