/** Quotes of fewer letters and digits prove nothing. */
const shortest = 3;

/**
 * Whether a quote truly stands in a text. Case, white space and the style of quotation marks do not matter; where the quote leaves words
 * out ("…", "[...]"), each part must stand there, in order.
 */
export function standsIn(quote: string, text: string): boolean {
  const parts = plain(quote)
    .split(/\[?(?:…|\.{3,})\]?/u)
    .map((part) => part.replaceAll(/^[\s"'.,;:]+|[\s"'.,;:]+$/g, ""))
    .filter((part) => part !== "");
  if (parts.join("").replaceAll(/[^\p{L}\p{N}]/gu, "").length < shortest) return false;
  const whole = plain(text);
  let from = 0;
  for (const part of parts) {
    const at = whole.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[“”„«»]/gu, '"')
    .replaceAll(/[‘’‚]/gu, "'")
    .replaceAll(/\s+/gu, " ");
}
