import { createPrivateKey, createPublicKey, hash, randomBytes, type KeyObject } from "node:crypto";

/** An Ed25519 key that signs log heads. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** The 32 bytes that anyone may have. */
  readonly publicKey: Uint8Array;
}

/** Whose signature to expect: the name in the signature line and the public key of 32 bytes. */
export interface Verifier {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

// DER that stands before the 32 bytes of an Ed25519 key: PKCS#8 for the seed, SPKI for the public key (RFC 8410).
const privateKeyHeader = Buffer.from("302e020100300506032b657004220420", "hex");
const publicKeyHeader = Buffer.from("302a300506032b6570032100", "hex");
const keyBytes = 32;
/** Algorithm byte of Ed25519 in signed notes. */
const ed25519 = 1;

/**
 * Makes a signing key.
 *
 * @param seed - 32 secret random bytes; taken from the system's generator unless given
 */
export function createSigningKey(seed: Uint8Array = randomBytes(keyBytes)): SigningKey {
  if (seed.length !== keyBytes)
    throw new RangeError(`an Ed25519 seed has ${keyBytes} bytes, got ${seed.length}`);
  const der = Buffer.concat([privateKeyHeader, seed]);
  return fromPrivateKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
}

function fromPrivateKey(privateKey: KeyObject): SigningKey {
  const der = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { privateKey, publicKey: new Uint8Array(der.subarray(publicKeyHeader.length)) };
}

/** The key as PKCS#8 PEM text, for a file that only its owner can read. */
export function signingKeyToPem({ privateKey }: SigningKey): string {
  return privateKey.export({ format: "pem", type: "pkcs8" }).toString();
}

/** The key in a PEM text; `undefined` when the text is not a private Ed25519 key. */
export function signingKeyFromPem(pem: string): SigningKey | undefined {
  try {
    const privateKey = createPrivateKey({ key: pem, format: "pem" });
    return privateKey.asymmetricKeyType === "ed25519" ? fromPrivateKey(privateKey) : undefined;
  } catch {
    // Node throws for every text that is not a key; which one it was is of no use to the reader.
    return undefined;
  }
}

/** The key object that checks signatures by these 32 bytes. */
export function publicKeyObject(publicKey: Uint8Array): KeyObject {
  const der = Buffer.concat([publicKeyHeader, publicKey]);
  return createPublicKey({ key: der, format: "der", type: "spki" });
}

/**
 * The four bytes by which a signature line names its key: the first of
 * SHA-256(name || newline || 0x01 || public key). Source: C2SP signed-note.
 */
export function keyId({ name, publicKey }: Verifier): Uint8Array {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(ed25519), publicKey]);
  return hash("sha256", named, "buffer").subarray(0, 4);
}

/** Whether a name can stand in a signature line: no white space, no plus sign, no control characters. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\s+\p{Cc}\p{Cs}]/u.test(name);
}

/** A verifier as one line, `<name>+<key id>+<key>`, to hand to whoever must check the log. Source: C2SP signed-note. */
export function formatVerifierKey(verifier: Verifier): string {
  const key = Buffer.concat([Uint8Array.of(ed25519), verifier.publicKey]);
  return `${verifier.name}+${Buffer.from(keyId(verifier)).toString("hex")}+${key.toString("base64")}`;
}

/** Reads `<name>+<key id>+<key>`; `undefined` when it is not one for Ed25519 or the id does not belong to the key. */
export function parseVerifierKey(text: string): Verifier | undefined {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text);
  const [, name = "", id = "", encoded = ""] = parts ?? [];
  const key = Buffer.from(encoded, "base64");
  if (!isKeyName(name) || key.length !== 1 + keyBytes || key[0] !== ed25519) return undefined;
  const verifier = { name, publicKey: new Uint8Array(key.subarray(1)) };
  return formatVerifierKey(verifier) === text && id.length > 0 ? verifier : undefined;
}
