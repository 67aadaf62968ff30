/** Replaces characters by their partners and partners by the characters, so that doing it twice changes nothing. */
export type SwapCharacters = (text: string) => string;

/** Two runs of code points of equal length, each given by its first. */
export interface CodePointRun {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Makes a swap out of runs. The runs must not overlap, or the swap would not undo itself. */
export function swapOf(runs: readonly CodePointRun[]): SwapCharacters {
  const partner = new Map<string, string>();
  for (const { from, to, length } of runs) {
    for (let offset = 0; offset < length; offset += 1) {
      const plain = String.fromCodePoint(from + offset);
      const dressed = String.fromCodePoint(to + offset);
      partner.set(plain, dressed);
      partner.set(dressed, plain);
    }
  }
  return (text) => Array.from(text, (character) => partner.get(character) ?? character).join("");
}
