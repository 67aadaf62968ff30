import { ProductError, type Digest } from "@probity/domain";
import {
  hexFromHash,
  parseVerifierKey,
  rootOf,
  verifyCheckpoint,
  verifyLog,
  type Verifier,
} from "@probity/evidence";
import type { Runtime } from "./programme.ts";

export interface SoundEvidence {
  readonly size: number;
  readonly rootHash: Digest;
}

type Log = Pick<Runtime, "store" | "publicKey">;

/**
 * Recomputes the whole log, every head and every signature, and then the indexes from which counts and rates are read.
 *
 * @throws ProductError EVIDENCE_BROKEN naming the first bad entry
 */
export async function verifyEvidence({ store, publicKey }: Log): Promise<SoundEvidence> {
  const result = await verifyLog({
    entries: store.entries(),
    heads: headsOf(store),
    verifier: verifierOf(publicKey),
  });
  if (result.kind === "broken")
    throw new ProductError("EVIDENCE_BROKEN", { message: sentence(result.reason) });
  if (result.signedSize < result.size) {
    throw new ProductError("EVIDENCE_BROKEN", {
      message: `Entries ${result.signedSize} to ${result.size - 1} stand under no signed head: they were not written by Probity.`,
    });
  }
  const fault = await store.indexFault();
  if (fault !== undefined) throw new ProductError("EVIDENCE_BROKEN", { message: sentence(fault) });
  return { size: result.size, rootHash: result.root };
}

function* headsOf(store: Log["store"]) {
  for (const { size, rootHash, note } of store.heads()) yield { size, root: rootHash, note };
}

function verifierOf(publicKey: string): Verifier {
  const verifier = parseVerifierKey(publicKey);
  if (!verifier)
    throw new ProductError("EVIDENCE_BROKEN", { message: "The log's public key cannot be read." });
  return verifier;
}

const sentence = (reason: string) =>
  `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}${reason.endsWith(".") ? "" : "."}`;

/**
 * Shows that the log still contains what an earlier signed head committed to: its signature is this log's, and the entries up to its
 * size still have its root. Catches a log that was rewritten as a whole, signatures and all, after the head was given away.
 *
 * @throws ProductError EVIDENCE_BROKEN
 */
export function verifyEarlierHead({ store, publicKey }: Log, note: string): { readonly size: number } {
  const checked = verifyCheckpoint(note, verifierOf(publicKey));
  if (checked.kind === "invalid")
    throw new ProductError("EVIDENCE_BROKEN", {
      message: `The earlier head is not one of this log: ${checked.reason}.`,
      remedy:
        "Give a head that this store's reports print. If it is one, the log or its key was replaced since: do not rely on it.",
    });
  const { size, root } = checked.checkpoint;
  const hashes = store.leafHashes();
  if (hashes.length < size * 32) {
    throw new ProductError("EVIDENCE_BROKEN", {
      message: `The log has ${hashes.length / 32} entries; the earlier head was signed over ${size}.`,
    });
  }
  if (hexFromHash(rootOf(hashes.subarray(0, size * 32))) !== hexFromHash(root)) {
    throw new ProductError("EVIDENCE_BROKEN", {
      message: `The first ${size} entries are not those the earlier head was signed over: the log was rewritten.`,
    });
  }
  return { size };
}
