const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/**
 * Undoes the escapes that formats use for single characters: `%41`, `\x41`, `\u0041`, `\u{41}`, `&#65;`, `&#x41;`, `&amp;`.
 *
 * One pass, linear; whatever is not a valid escape stays as it is. Bytes above 7F are read as Latin-1.
 */
export function undoEscapes(text: string): string {
  return text.replace(
    /%([0-9a-f]{2})|\\x([0-9a-f]{2})|\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos|nbsp);/gi,
    (whole, ...groups: (string | undefined)[]) => {
      const [percent, hex, braced, unicode, hexEntity, decimal, name] = groups;
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const point =
        decimal === undefined
          ? Number.parseInt(percent ?? hex ?? braced ?? unicode ?? hexEntity ?? "", 16)
          : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
