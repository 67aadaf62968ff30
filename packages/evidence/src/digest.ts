import { hash } from "node:crypto";
import { asDigest, type Digest } from "@probity/domain";
import canonicalize from "canonicalize";

/** SHA-256 of bytes, or of the UTF-8 form of a string. */
export function sha256Hex(content: Uint8Array | string): Digest {
  return asDigest(hash("sha256", content, "hex"));
}

/**
 * The one JSON text of a value, so that equal values have equal digests on every machine: RFC 8785.
 *
 * Throws a `TypeError` for what has no such text: `undefined`, functions, NaN, infinities, circles, and strings
 * with half a surrogate pair (the masker and parsers of replies repair those first).
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new TypeError("The value has no canonical JSON form.", { cause });
  }
  if (text === undefined) throw new TypeError("The value has no canonical JSON form.");
  return text;
}

/** Digest of a value's canonical JSON. */
export function digestOf(value: unknown): Digest {
  return sha256Hex(canonicalJson(value));
}
