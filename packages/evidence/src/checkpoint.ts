import { hashBytes } from "./merkle-hash.ts";
import { openNote, signNote } from "./signed-note.ts";
import type { SigningKey, Verifier } from "./signing-key.ts";

/** The head of a log: this many entries have this root. `origin` names the log, and no other log may bear it. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether a note is a log's head signed by the expected key. */
export type CheckpointCheck =
  | { readonly kind: "valid"; readonly checkpoint: Checkpoint }
  | { readonly kind: "invalid"; readonly reason: string };

/**
 * Signs a log head as a C2SP tlog-checkpoint: origin, size, root in base64, and an Ed25519 signature line.
 *
 * The signature covers the text, whose first line is the origin; so a head of one log cannot be passed off as a head
 * of another, and no other kind of note that this key might sign reads as a head. That is the separation of domains.
 * The key signs under the name of the origin.
 *
 * Throws a `RangeError` for an origin with white space or a plus sign, a size that is not whole, or a root that is not 32 bytes.
 */
export function signCheckpoint({ origin, size, root }: Checkpoint, key: SigningKey): string {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`a log cannot have ${size} entries`);
  if (root.length !== hashBytes) throw new RangeError(`a root has ${hashBytes} bytes, got ${root.length}`);
  return signNote(`${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`, origin, key);
}

/**
 * Reads a log head and checks its signature. Never throws.
 *
 * The origin must be the verifier's name: a true signature under another log's head does not count.
 * Lines after the root are allowed, as the format says, and ignored.
 */
export function verifyCheckpoint(note: string, verifier: Verifier): CheckpointCheck {
  const opened = openNote(note, verifier);
  if (opened.kind === "invalid") return opened;
  const [origin, sizeText = "", rootText = ""] = opened.text.split("\n");
  const size = Number(sizeText);
  const root = Buffer.from(rootText, "base64");
  const isHead =
    /^(?:0|[1-9][0-9]{0,15})$/.test(sizeText) &&
    Number.isSafeInteger(size) &&
    root.length === hashBytes &&
    root.toString("base64") === rootText;
  if (!isHead) return { kind: "invalid", reason: "the signed text is not a log head" };
  if (origin !== verifier.name)
    return { kind: "invalid", reason: `the head belongs to another log, "${origin}"` };
  return { kind: "valid", checkpoint: { origin, size, root: new Uint8Array(root) } };
}
