/**
 * The reply's text from a chat-completions document that was cut off: the first `content` string after `choices`,
 * as far as it goes. `undefined` when the cut came before it.
 *
 * Linear in the text: each character is looked at once.
 */
export function salvageContent(text: string): string | undefined {
  const choices = text.indexOf('"choices"');
  if (choices < 0) return undefined;
  const opening = /"content"\s*:\s*"/g;
  opening.lastIndex = choices;
  if (!opening.test(text)) return undefined;
  const start = opening.lastIndex;
  let end = start;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? escapeLength(text, end) : 1;
  return decoded(text.slice(start, Math.min(end, text.length)));
}

function escapeLength(text: string, at: number): number {
  return text[at + 1] === "u" ? 6 : 2;
}

function decoded(inner: string): string | undefined {
  // An escape that the cut went through is dropped.
  const whole = inner.replace(/(?<!\\)((?:\\\\)*)\\(?:u[0-9a-fA-F]{0,3})?$/, "$1");
  try {
    const value: unknown = JSON.parse(`"${whole}"`);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
