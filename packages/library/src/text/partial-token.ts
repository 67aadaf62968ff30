/** A part of a token that got out. */
export interface PartialSighting {
  /** Share of the distinctive part that stands in one piece, in (0, 1). */
  readonly share: number;
  readonly characters: number;
}

/** Least share of the distinctive part that is worth telling. */
const minShare = 0.5;
/** Least information in the piece, so that chance does not explain it. */
const minBits = 24;
/** Hits that are followed up; a text with more of them repeats itself. */
const maxHits = 500;

/**
 * Finds the longest piece of a token's distinctive part in a text; `undefined` when it is less than half, or so short that chance could
 * explain it: 24 bits at least, so that a given text of n random characters has one with probability n × m / 2²⁴ at most (m: characters of the token);
 * for 350 characters and a token of 12 that is 1 in 4,000, and ordinary prose is far from random.
 *
 * @param text - squeezed
 * @param token - squeezed
 */
export function findPart(text: string, token: string): PartialSighting | undefined {
  const part = distinctivePart(token);
  const wanted = Math.max(Math.ceil(part.length * minShare), Math.ceil(minBits / bitsPerCharacter(part)));
  if (wanted >= part.length) return undefined;
  const longest = longestRun(text, part, wanted);
  return longest < wanted ? undefined : { share: longest / part.length, characters: longest };
}

/** What is left of a token without a leading word, which many tokens share, where enough is left. */
function distinctivePart(token: string): string {
  const rest = token.replace(/^[a-z]{2,6}(?=[a-z]*\d)/, "");
  return rest.length >= 8 ? rest : token;
}

function bitsPerCharacter(part: string): number {
  if (/^\d+$/.test(part)) return Math.log2(10);
  if (/^[0-9a-f]+$/.test(part)) return 4;
  // Words: about what a reader could not have guessed (Shannon 1951).
  return /\d/.test(part) ? Math.log2(36) : 1.5;
}

/** A run of `wanted` characters contains a whole aligned block of half that length, so only blocks are searched and then extended. */
function longestRun(text: string, part: string, wanted: number): number {
  const block = Math.max(1, Math.floor((wanted + 1) / 2));
  let longest = 0;
  let hits = 0;
  for (let start = 0; start + block <= part.length; start += block) {
    const needle = part.slice(start, start + block);
    for (let at = text.indexOf(needle); at >= 0 && hits < maxHits; at = text.indexOf(needle, at + 1)) {
      hits += 1;
      longest = Math.max(longest, runAround({ text, at }, { part, start, block }));
    }
  }
  return longest;
}

function runAround(
  { text, at }: { readonly text: string; readonly at: number },
  { part, start, block }: { readonly part: string; readonly start: number; readonly block: number },
): number {
  let before = 0;
  while (
    before < Math.min(at, start) &&
    text.charCodeAt(at - before - 1) === part.charCodeAt(start - before - 1)
  )
    before += 1;
  let after = block;
  while (start + after < part.length && text.charCodeAt(at + after) === part.charCodeAt(start + after))
    after += 1;
  return before + after;
}
