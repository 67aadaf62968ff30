import { createHash } from "node:crypto";

/** SHA-256 over parts, each with its length, so that no two lists of parts run together. Hexadecimal. */
export function digestOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

/** A number in [0, 1) that the parts alone decide, the same on every machine. Takes the first 48 bits of the digest. */
export function uniformOf(parts: readonly string[]): number {
  return parseInt(digestOf(parts).slice(0, 12), 16) / 2 ** 48;
}
