/** Shortest piece that counts inside of other text. A shorter one must be a word of its own. */
const minPiece = 4;
/** Longest token that is put together from words; longer ones come in longer pieces. */
const maxToken = 200;
/** An answer that gives a single character of a token gives little else. */
const maxAroundOne = 80;

/**
 * True when several answers, in order, hold a token in pieces that follow on from one another: pieces of four characters and more
 * anywhere in the text, shorter ones as words of their own in answer after answer.
 *
 * Chance: a piece of four stands in a text of n letters with probability n / 36⁴ at most, about 1 in 5,000 for 350 letters, and two or more
 * are needed. Words of one or two characters are common, so then no answer in between may lack the next piece.
 *
 * @param texts - answers, look-alikes folded, with their spaces
 * @param token - squeezed
 */
export function isSplitOver(texts: readonly string[], token: string): boolean {
  if (texts.length < 2 || token.length < minPiece + 2) return false;
  return inLongPieces(texts, token) || (token.length <= maxToken && inWords(texts, token));
}

function inLongPieces(texts: readonly string[], token: string): boolean {
  if (token.length < 2 * minPiece) return false;
  let rest = token;
  let pieces = 0;
  for (const text of texts) {
    const length = longestPrefixIn(text.replace(/[^\p{L}\p{N}]+/gu, ""), rest);
    if (length === 0) continue;
    rest = rest.slice(length);
    pieces += 1;
    if (rest === "") return pieces > 1;
  }
  return false;
}

/** Length of the longest beginning of `rest`, of at least `minPiece` or all of it, that the text holds; 0 if none. */
function longestPrefixIn(text: string, rest: string): number {
  const shortest = Math.min(minPiece, rest.length);
  if (!text.includes(rest.slice(0, shortest))) return 0;
  let found = shortest;
  while (found < rest.length && text.includes(rest.slice(0, found + 1))) found += 1;
  return found;
}

/** Follows every way in which words of consecutive answers spell the token; linear in the words, because pieces are looked up. */
function inWords(texts: readonly string[], token: string): boolean {
  const places = placesOf(token);
  // How far the answers up to here have come, for each way of taking them.
  let reached: ReadonlySet<number> = new Set<number>();
  for (const text of texts) {
    // Who gives a hyphen of the token on its own gives nothing that counts here, and breaks no chain.
    const next = new Set(/(?:^|\s)[^\p{L}\p{N}\s]{1,3}(?:\s|$)/u.test(text) ? reached : []);
    for (const end of endsIn(text, places, reached)) next.add(end);
    if (next.has(token.length)) return true;
    reached = next;
  }
  return false;
}

/** Where in the token the words of one text come to an end, when they begin where earlier ones ended; the whole token in one word does not count. */
function* endsIn(
  text: string,
  places: ReadonlyMap<string, readonly number[]>,
  reached: ReadonlySet<number>,
): Generator<number> {
  for (const word of text.split(/\s+/)) {
    const piece = word.replace(/[^\p{L}\p{N}]+/gu, "");
    if (piece.length < 2 && text.length > maxAroundOne) continue;
    for (const place of places.get(piece) ?? []) {
      if (place === 0 || reached.has(place)) yield place + piece.length;
    }
  }
}

/** Every piece of the token with the places where it begins. */
function placesOf(token: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let start = 0; start < token.length; start += 1) {
    const last = start === 0 ? token.length - 1 : token.length;
    for (let end = start + 1; end <= last; end += 1) {
      const piece = token.slice(start, end);
      places.set(piece, [...(places.get(piece) ?? []), start]);
    }
  }
  return places;
}
