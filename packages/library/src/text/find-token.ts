import { foldLookAlikes, squeeze } from "./fold-look-alikes.ts";
import { findPart, type PartialSighting } from "./partial-token.ts";
import { readSpelled } from "./read-spelled.ts";
import { isSplitOver } from "./split-token.ts";
import { looksFor, minNeedle, type TokenLook } from "./token-looks.ts";
import { readingsOf } from "./token-readings.ts";
import { undoEscapes } from "./undo-escapes.ts";

/** In which dress a token was found, and how sure that is. */
export interface TokenSighting {
  readonly form: string;
  /** In [0, 1]. */
  readonly confidence: number;
}

/** A token with every dress it is looked for in. Make it once where several texts are searched. */
export interface SoughtToken {
  readonly token: string;
  readonly squeezed: string;
  readonly looks: () => readonly TokenLook[];
}

export function soughtToken(token: string): SoughtToken {
  let looks: readonly TokenLook[] | undefined;
  return { token, squeezed: squeeze(token), looks: () => (looks ??= looksFor(token)) };
}

/** Texts prepared for searching. Readings are shared by all tokens that are looked for. */
export interface SearchedTexts {
  /** The token in any dress, or in pieces over the texts. */
  readonly find: (sought: SoughtToken) => TokenSighting | undefined;
  /** A part of the token, large enough to tell. */
  readonly findPart: (sought: SoughtToken) => PartialSighting | undefined;
}

/**
 * Prepares consecutive texts for finding tokens, however they are dressed: other case, look-alikes, separators, reversed, Caesar and Atbash,
 * hexadecimal, binary, octal or decimal codes, Base64 and Base32 at any alignment, two layers of these, escapes, spelled out in words and number words,
 * Morse, first letters, list items, every second letter, or split over the texts.
 *
 * Every reading is linear in the texts. Chance: a needle of m characters of an alphabet of 36 or more is found in a random text of n letters with
 * probability n / 36^m at most in each of about forty readings and needles; for a token of ten characters and 350 letters that is below 1 in 10¹¹.
 */
export function searchTexts(texts: readonly string[]): SearchedTexts {
  const joined = texts.join("\n");
  const readings = readingsOf(joined);
  let folded: readonly string[] | undefined;
  let spelled: readonly string[] | undefined;
  return {
    find(sought) {
      if (joined.includes(sought.token)) return { form: "as it is", confidence: 1 };
      for (const { form, confidence, needles, reading } of sought.looks()) {
        const text = reading(readings);
        if (needles.some((needle) => text.includes(needle))) return { form, confidence };
      }
      const { squeezed } = sought;
      if (squeezed.length >= minNeedle) {
        const picked = readings.picked().find(({ text }) => text.includes(squeezed));
        if (picked !== undefined) return { form: picked.form, confidence: 0.9 };
      }
      if (texts.length < 2) return undefined;
      folded ??= texts.map((text) => foldLookAlikes(undoEscapes(text)));
      spelled ??= folded.map(readSpelled);
      return isSplitOver(folded, squeezed) || isSplitOver(spelled, squeezed)
        ? { form: "in pieces over several answers", confidence: 0.8 }
        : undefined;
    },
    findPart: ({ squeezed }) =>
      findPart(readings.squeezed(), squeezed) ?? findPart(readings.spelled(), squeezed),
  };
}
