/**
 * Text from outside, made safe for a terminal: control characters, escape sequences, bidirectional overrides and zero-width characters
 * become visible marks, and long text is cut with its length named.
 */
export function safeText(text: string, most = 2000): string {
  const cut = text.length > most ? `${text.slice(0, most)}… [${text.length} characters]` : text;
  return cut.replace(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
