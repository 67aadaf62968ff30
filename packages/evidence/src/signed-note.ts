import { sign, verify } from "node:crypto";
import { isKeyName, keyId, publicKeyObject, type SigningKey, type Verifier } from "./signing-key.ts";

/** What opening a note showed. */
export type OpenedNote =
  | { readonly kind: "valid"; readonly text: string }
  | { readonly kind: "invalid"; readonly reason: string };

// A head is about 200 bytes; a note far above that is not ours, and must not cost us memory.
const mostCharacters = 65_536;
const mostSignatures = 100;
const signatureBytes = 64;
const signatureLine = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;

/**
 * Signs a text as a note: the text, an empty line, and one signature line.
 *
 * Throws a `RangeError` when the text does not end in a newline or holds control characters, or the name cannot
 * stand in a signature line. Source: C2SP signed-note; Ed25519 by RFC 8032.
 */
export function signNote(text: string, name: string, key: SigningKey): string {
  if (!isNoteText(text))
    throw new RangeError("a note's text ends in a newline and has no control characters");
  if (!isKeyName(name))
    throw new RangeError(`"${name}" cannot name a key: white space and + are not allowed`);
  const signature = sign(null, Buffer.from(text), key.privateKey);
  const id = keyId({ name, publicKey: key.publicKey });
  return `${text}\n\u2014 ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
}

function isNoteText(text: string): boolean {
  return text.endsWith("\n") && text.isWellFormed() && !/[^\n\P{Cc}]/u.test(text);
}

/** Opens a note if this verifier signed it. Signatures of others are allowed and ignored. Never throws. */
export function openNote(note: string, verifier: Verifier): OpenedNote {
  const invalid = (reason: string): OpenedNote => ({ kind: "invalid", reason });
  if (note.length > mostCharacters) return invalid("the note is longer than any log head");
  const split = note.lastIndexOf("\n\n");
  const text = note.slice(0, split + 1);
  if (split < 0 || !isNoteText(text) || !note.endsWith("\n")) return invalid("the text is not a signed note");
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > mostSignatures) return invalid("the note has too many signatures");
  let isOurs = false;
  for (const line of lines) {
    const [, name, encoded = ""] = signatureLine.exec(line) ?? [];
    const bytes = Buffer.from(encoded, "base64");
    // Base64 that decodes to the same bytes but reads differently would let a note be altered unseen.
    if (name === undefined || bytes.toString("base64") !== encoded || bytes.length <= 4) {
      return invalid("a signature line is malformed");
    }
    if (name !== verifier.name || !bytes.subarray(0, 4).equals(keyId(verifier))) continue;
    if (!isSignature(text, bytes.subarray(4), verifier))
      return invalid("the signature does not fit the text");
    isOurs = true;
  }
  return isOurs ? { kind: "valid", text } : invalid(`no signature by the key of ${verifier.name}`);
}

function isSignature(text: string, signature: Uint8Array, { publicKey }: Verifier): boolean {
  return (
    signature.length === signatureBytes &&
    verify(null, Buffer.from(text), publicKeyObject(publicKey), signature)
  );
}
