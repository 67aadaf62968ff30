/** What a character that cannot be seen is called, shortly and in full. */
export interface CharacterName {
  readonly label: string;
  readonly meaning: string;
}

const c0 = (
  "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI " +
  "DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"
).split(" ");

const named: Readonly<Record<number, CharacterName>> = {
  0x00ad: { label: "SHY", meaning: "soft hyphen" },
  0x034f: { label: "CGJ", meaning: "combining grapheme joiner" },
  0x061c: { label: "ALM", meaning: "Arabic letter mark" },
  0x200b: { label: "ZWSP", meaning: "zero width space" },
  0x200c: { label: "ZWNJ", meaning: "zero width non-joiner" },
  0x200d: { label: "ZWJ", meaning: "zero width joiner" },
  0x200e: { label: "LRM", meaning: "left-to-right mark" },
  0x200f: { label: "RLM", meaning: "right-to-left mark" },
  0x2028: { label: "LSEP", meaning: "line separator" },
  0x2029: { label: "PSEP", meaning: "paragraph separator" },
  0x202a: { label: "LRE", meaning: "left-to-right embedding" },
  0x202b: { label: "RLE", meaning: "right-to-left embedding" },
  0x202c: { label: "PDF", meaning: "pop directional formatting" },
  0x202d: { label: "LRO", meaning: "left-to-right override" },
  0x202e: { label: "RLO", meaning: "right-to-left override" },
  0x2060: { label: "WJ", meaning: "word joiner" },
  0x2066: { label: "LRI", meaning: "left-to-right isolate" },
  0x2067: { label: "RLI", meaning: "right-to-left isolate" },
  0x2068: { label: "FSI", meaning: "first strong isolate" },
  0x2069: { label: "PDI", meaning: "pop directional isolate" },
  0x3164: { label: "HF", meaning: "Hangul filler" },
  0xfeff: { label: "BOM", meaning: "byte order mark" },
};

/** `U+202E` for 0x202e. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Names a character by its code point. Every code point has a name; those without a short one are called by their number. */
export function nameInvisible(codePoint: number): CharacterName {
  const known = named[codePoint];
  if (known) return known;
  if (codePoint < 0x20) return { label: c0[codePoint] ?? "CTRL", meaning: "control character" };
  if (codePoint === 0x7f) return { label: "DEL", meaning: "control character" };
  const label = codePointName(codePoint);
  if (codePoint < 0xa0) return { label, meaning: "control character" };
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return { label, meaning: "half of a surrogate pair" };
  return { label, meaning: "character that cannot be seen" };
}
