/** How a UTF-16 unit is read. */
export const letterKind = {
  other: 0,
  letter: 1,
  ideograph: 2,
  stop: 3,
  line: 4,
  quote: 5,
  apostrophe: 6,
} as const;

const stops = new Set([0x21, 0x2e, 0x3f, 0x3002, 0xff01, 0xff1f, 0x61f, 0x6d4, 0x964, 0x965]);

/** The kind of every UTF-16 unit, for reading without comparisons. */
export function letterKinds(): Uint8Array {
  const kinds = new Uint8Array(0x1_0000);
  for (let unit = 0; unit < kinds.length; unit += 1) kinds[unit] = kindOf(unit);
  return kinds;
}

function kindOf(unit: number): number {
  if (stops.has(unit)) return letterKind.stop;
  if (unit === 0x0a) return letterKind.line;
  if (unit === 0x22) return letterKind.quote;
  if (unit === 0x27) return letterKind.apostrophe;
  if (unit >= 0x3040 && unit <= 0x9fff) return letterKind.ideograph;
  // Marks and joiners within a word are part of it; surrogates and private characters are not words.
  if (unit >= 0xd800 && unit <= 0xf8ff) return letterKind.other;
  return /[\p{L}\p{M}\p{Nd}]/u.test(String.fromCharCode(unit)) ? letterKind.letter : letterKind.other;
}
