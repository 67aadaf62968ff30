import { verifyCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { hashFromHex, leafHash } from "./merkle-hash.ts";
import type { Verifier } from "./signing-key.ts";
import { verifyInclusion } from "./verify-proof.ts";

/** A trial's transcript as a report or bundle carries it, with what proves that it was recorded. */
export interface TrialEvidence {
  /** The log entry's body, exactly as it was hashed. */
  readonly transcriptCanonical: string;
  /** Position of the entry in the log. */
  readonly logIndex: number;
  /** Entries in the log that the proof is about. */
  readonly logSize: number;
  /** Inclusion proof, leaf first, in lower-case hexadecimal. */
  readonly proof: readonly string[];
  /** The signed head of `logSize` entries. */
  readonly head: string;
  readonly verifier: Verifier;
}

export type TrialVerification =
  | { readonly kind: "included"; readonly checkpoint: Checkpoint }
  | { readonly kind: "not-shown"; readonly reason: string };

/** Whether a transcript is the one that was recorded, without the store: by its proof and a signed head alone. Never throws. */
export function verifyTrialInReport(evidence: TrialEvidence): TrialVerification {
  const check = verifyCheckpoint(evidence.head, evidence.verifier);
  if (check.kind === "invalid") return { kind: "not-shown", reason: check.reason };
  const { checkpoint } = check;
  if (checkpoint.size !== evidence.logSize) {
    return {
      kind: "not-shown",
      reason: `the head counts ${checkpoint.size} entries, the proof ${evidence.logSize}`,
    };
  }
  const proof = evidence.proof.map(hashFromHex);
  const isIncluded =
    proof.every((node) => node !== undefined) &&
    verifyInclusion({
      leaf: leafHash(evidence.transcriptCanonical),
      index: evidence.logIndex,
      size: checkpoint.size,
      proof,
      root: checkpoint.root,
    });
  return isIncluded
    ? { kind: "included", checkpoint }
    : { kind: "not-shown", reason: "the proof does not lead from this transcript to the signed root" };
}
