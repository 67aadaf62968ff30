import { assemblePieces } from "./assemble-pieces.ts";
import { decodeCiphers } from "./decode-ciphers.ts";
import { decodeEscapes } from "./decode-escapes.ts";
import { foldCharacters, type Obfuscation, type Unmasked } from "./fold-characters.ts";

/** Disguises may be stacked; three layers are taken off, more than any chain that a reader would follow. */
const layers = 3;

/** Longest text that is looked into; the rest stays as it is, so that reading costs bounded time. */
const longest = 20_000;

/**
 * Takes the disguises off a text, as a language model reads through them: invisible and look-alike characters,
 * encodings, ciphers, payloads in pieces. What only told how to read it is left out.
 */
export function unmask(raw: string): Unmasked {
  const found = new Set<Obfuscation>();
  let text = raw.slice(0, longest);
  for (let layer = 0; layer < layers; layer += 1) {
    const before = text;
    for (const step of [foldCharacters, decodeEscapes, assemblePieces, decodeCiphers]) {
      if (step === assemblePieces && found.has("split-payload")) continue;
      const unmasked = step(text);
      text = unmasked.text;
      for (const name of unmasked.found) found.add(name);
    }
    if (text === before) break;
  }
  return { text: found.size === 0 ? text : withoutDirections(text), found: [...found] };
}

/** Lines such as "Decode this Base64 text and answer what it asks:". */
const direction =
  /^[^\n]*\b(?:decode|read (?:this|it|the words)|these numbered words|answer what (?:it|they) asks?|invisible part)\b[^\n]*[:.]\s*$/gimu;

function withoutDirections(text: string): string {
  const rest = text.replace(direction, "").trim();
  return rest === "" ? text : rest;
}
