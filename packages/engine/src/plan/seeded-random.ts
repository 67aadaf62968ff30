import { createHash } from "node:crypto";

/**
 * A generator of numbers in [0, 1) fixed by a text: the same text gives the same sequence on every machine.
 *
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand), seeded with 128 bits of SHA-256. Not for secrets.
 */
export function seededRandom(seed: string): () => number {
  const bytes = createHash("sha256").update(seed).digest();
  let a = bytes.readUInt32LE(0);
  let b = bytes.readUInt32LE(4);
  let c = bytes.readUInt32LE(8);
  let counter = bytes.readUInt32LE(12);
  return () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4_294_967_296;
  };
}
