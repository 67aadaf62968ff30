/**
 * Decodes Ascii85 as PostScript and Adobe write it: five characters from `!` to `u` for four bytes, `z` for four zeros.
 *
 * @returns the text, or nothing when the run is no Ascii85 or no UTF-8
 */
export function decodeAscii85(run: string): string | undefined {
  const digits = run.replace(/^<~/u, "").replace(/~>$/u, "").replaceAll(/\s/gu, "").replaceAll("z", "!!!!!");
  if (!/^[!-u]+$/u.test(digits)) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < digits.length; at += 5) {
    const group = digits.slice(at, at + 5);
    let value = 0;
    for (const digit of group.padEnd(5, "u")) value = value * 85 + digit.charCodeAt(0) - 33;
    for (let place = 3; place > 4 - group.length; place -= 1)
      bytes.push(Math.floor(value / 256 ** place) % 256);
  }
  const text = Buffer.from(bytes).toString("utf8");
  return text.includes("\uFFFD") ? undefined : text;
}
