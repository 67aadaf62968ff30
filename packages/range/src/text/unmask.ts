import { decodeCiphers } from "./decode-ciphers.ts";
import { decodeEscapes } from "./decode-escapes.ts";
import { foldCharacters, type Obfuscation, type Unmasked } from "./fold-characters.ts";
import { joinSplitPayload } from "./join-split-payload.ts";

/** Disguises may be stacked; three layers are taken off, more than any chain that a reader would follow. */
const layers = 3;

/** Longest text that is looked into; the rest stays as it is, so that reading costs bounded time. */
const longest = 20_000;

/**
 * Takes the disguises off a text, as a language model reads through them: invisible and look-alike characters,
 * encodings, ciphers, payloads in pieces.
 */
export function unmask(raw: string): Unmasked {
  const found = new Set<Obfuscation>();
  let text = raw.slice(0, longest);
  for (let layer = 0; layer < layers; layer += 1) {
    const before = text;
    for (const step of [foldCharacters, decodeEscapes, decodeCiphers]) {
      const unmasked = step(text);
      text = unmasked.text;
      for (const name of unmasked.found) found.add(name);
    }
    if (text === before) break;
  }
  const joined = joinSplitPayload(text);
  for (const name of joined.found) found.add(name);
  return { text: joined.text, found: [...found] };
}
