const base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Base32 of UTF-8 bytes, RFC 4648 section 6, without padding. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += base32Alphabet[(pending >>> bits) & 31] ?? "";
    }
    pending &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + (base32Alphabet[(pending << (5 - bits)) & 31] ?? "");
}

/** Bytes of Base32 text without padding. Characters outside of the alphabet end the reading. */
export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let pending = 0;
  let bits = 0;
  for (const character of text) {
    const value = base32Alphabet.indexOf(character);
    if (value < 0) break;
    pending = (pending << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((pending >>> bits) & 255);
    }
    pending &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

/** Turns letters by 13 places; everything else stays. Its own inverse. */
export function rotateBy13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}
