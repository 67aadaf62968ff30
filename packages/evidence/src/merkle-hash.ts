import { hash } from "node:crypto";
import { asDigest, type Digest } from "@probity/domain/plain";

/** Bytes of one SHA-256 hash. */
export const hashBytes = 32;

/** Leaf hashes of a log from its first entry: one array item each, or all 32-byte hashes end to end. */
export type LeafHashes = readonly Uint8Array[] | Uint8Array;

/** Root of a log without entries: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return hash("sha256", "", "buffer");
}

/**
 * Leaf hash of one entry: SHA-256(0x00 || entry); a string counts as its UTF-8 bytes.
 *
 * The prefix keeps leaves and inner nodes apart, so that no entry can pass for a subtree. RFC 9162, section 2.1.1.
 */
export function leafHash(entry: Uint8Array | string): Uint8Array {
  if (typeof entry === "string") return hash("sha256", `\0${entry}`, "buffer");
  const prefixed = new Uint8Array(entry.length + 1);
  prefixed.set(entry, 1);
  return hash("sha256", prefixed, "buffer");
}

/** Leaf hash of an entry whose bytes already stand after the byte 0, so that nothing need be copied. */
export function hashOfLeaf(prefixed: Uint8Array): Uint8Array {
  if (prefixed[0] !== 0) throw new RangeError("a leaf starts with the byte 0");
  return hash("sha256", prefixed, "buffer");
}

/** Hash of an inner node: SHA-256(0x01 || left || right). RFC 9162, section 2.1.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const node = new Uint8Array(1 + 2 * hashBytes);
  node[0] = 1;
  node.set(left, 1);
  node.set(right, 1 + hashBytes);
  return hash("sha256", node, "buffer");
}

/** Whether two hashes are the same 32 bytes. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return (
    one.length === hashBytes && other.length === hashBytes && one.every((byte, at) => byte === other[at])
  );
}

/** A hash as 64 lower-case hexadecimal characters. */
export function hexFromHash(bytes: Uint8Array): Digest {
  return asDigest(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex"));
}

/** The 32 bytes of a hash; `undefined` unless the text is 64 lower-case hexadecimal characters. */
export function hashFromHex(hex: string): Uint8Array | undefined {
  return /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, "hex") : undefined;
}

/** How many leaves there are. Throws a `RangeError` when bytes are not whole hashes. */
export function leafCount(leaves: LeafHashes): number {
  if (!(leaves instanceof Uint8Array)) return leaves.length;
  if (leaves.length % hashBytes !== 0) {
    throw new RangeError(
      `leaf hashes end to end need a multiple of ${hashBytes} bytes, got ${leaves.length}`,
    );
  }
  return leaves.length / hashBytes;
}

/** The leaf hash at a position. Throws a `RangeError` when there is none or it is not 32 bytes. */
export function leafAt(leaves: LeafHashes, index: number): Uint8Array {
  const leaf =
    leaves instanceof Uint8Array
      ? leaves.subarray(index * hashBytes, (index + 1) * hashBytes)
      : leaves[index];
  if (leaf?.length !== hashBytes)
    throw new RangeError(`there is no leaf hash of ${hashBytes} bytes at ${index}`);
  return leaf;
}
