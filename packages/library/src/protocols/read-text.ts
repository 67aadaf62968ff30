/**
 * Reads a body whole, or its first `mostCharacters` when only the start matters.
 *
 * @throws BrokenBody when the connection breaks first
 */
export async function readText(
  body: AsyncIterable<string>,
  mostCharacters = Number.POSITIVE_INFINITY,
): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of body) {
    pieces.push(piece);
    length += piece.length;
    if (length >= mostCharacters) break;
  }
  const text = pieces.length === 1 ? (pieces[0] ?? "") : pieces.join("");
  return text.length > mostCharacters ? text.slice(0, mostCharacters) : text;
}
