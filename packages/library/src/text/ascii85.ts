/** Ascii85 as Adobe writes it (PostScript Language Reference, section 3.13.3), without `<~` and `~>`. */
export function toAscii85(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const group = bytes.subarray(at, at + 4);
    const value = [0, 1, 2, 3].reduce((sum, place) => sum * 256 + (group[place] ?? 0), 0);
    text += value === 0 && group.length === 4 ? "z" : digitsOf(value).slice(0, group.length + 1);
  }
  return text;
}

/** Bytes of Ascii85 text that `toAscii85` wrote. */
export function fromAscii85(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const [run] of text.matchAll(/z|[!-u]{1,5}/g)) {
    const padded = run === "z" ? "!!!!!" : run.padEnd(5, "u");
    const value = Array.from(padded).reduce((sum, digit) => sum * 85 + (digit.charCodeAt(0) - 33), 0);
    const group = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
    bytes.push(...group.slice(0, run === "z" ? 4 : run.length - 1));
  }
  return Uint8Array.from(bytes);
}

/** Five digits to the base 85, most significant first. */
function digitsOf(value: number): string {
  return [85 ** 4, 85 ** 3, 85 ** 2, 85, 1]
    .map((place) => String.fromCharCode((Math.floor(value / place) % 85) + 33))
    .join("");
}
