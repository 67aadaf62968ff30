import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/**
 * Whether the last six characters are the CRC-32 of those before them in base 62, as in tokens of GitHub and npm
 * (GitHub, "Behind GitHub's new authentication token formats", 2021).
 *
 * @param body - what follows the prefix
 */
export function passesTokenCrc(body: string): boolean {
  return body.length > 6 && tokenCrc(body.slice(0, -6)) === body.slice(-6);
}

/** The six characters that end such a token. */
export function tokenCrc(random: string): string {
  let rest = crc32(random);
  let text = "";
  for (let place = 0; place < 6; place += 1) {
    text = base62.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

/** Whether Base58 text ends in the first four bytes of its double SHA-256 (Base58Check, as in Bitcoin keys). At most 128 characters are read. */
export function passesBase58Check(text: string): boolean {
  if (text.length > 128) return false;
  let number = 0n;
  for (const character of text) {
    const digit = base58.indexOf(character);
    if (digit < 0) return false;
    number = number * 58n + BigInt(digit);
  }
  const hex = number.toString(16);
  // Each leading 1 is a byte of zero, which the number does not show.
  const zeros = "00".repeat(/^1*/.exec(text)?.[0].length ?? 0);
  const bytes = Buffer.from(zeros + (hex.length % 2 === 0 ? hex : `0${hex}`), "hex");
  if (bytes.length < 5) return false;
  const sha = (data: Buffer) => createHash("sha256").update(data).digest();
  return sha(sha(bytes.subarray(0, -4)))
    .subarray(0, 4)
    .equals(bytes.subarray(-4));
}

/** Whether text is Bech32 with a true checksum (BIP 173), as in age secret keys. */
export function passesBech32(text: string): boolean {
  const lower = text.toLowerCase();
  const split = lower.lastIndexOf("1");
  const data = Array.from(lower.slice(split + 1), (character) => bech32.indexOf(character));
  if (split < 1 || data.length < 6 || data.includes(-1) || text.length > 128) return false;
  const prefix = Array.from(lower.slice(0, split), (character) => character.charCodeAt(0));
  const values = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data];
  return polymod(values) === 1;
}

function polymod(values: readonly number[]): number {
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if ((top >>> bit) & 1) check ^= generator;
  }
  return check;
}

/** Whether the first part of a JSON web token decodes to a header that names an algorithm (RFC 7515). */
export function hasTokenHeader(token: string): boolean {
  const header = Buffer.from(token.slice(0, Math.min(4_096, token.indexOf("."))), "base64url").toString(
    "utf8",
  );
  try {
    const parsed: unknown = JSON.parse(header);
    return typeof parsed === "object" && parsed !== null && "alg" in parsed && typeof parsed.alg === "string";
  } catch {
    return false;
  }
}
