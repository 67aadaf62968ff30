import { hash } from "node:crypto";
import { asDigest, type Digest } from "@probity/domain/plain";
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 of bytes, or of the UTF-8 form of a string. */
export function sha256Hex(content: Uint8Array | string): Digest {
  return asDigest(hash("sha256", content, "hex"));
}

/** Digest of a value's canonical JSON. */
export function digestOf(value: unknown): Digest {
  return sha256Hex(canonicalJson(value));
}
