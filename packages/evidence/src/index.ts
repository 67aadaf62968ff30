export { canonicalJson } from "./canonical-json.ts";
export { digestOf, sha256Hex } from "./digest.ts";
export {
  emptyRoot,
  hashFromHex,
  hashOfLeaf,
  hexFromHash,
  leafHash,
  nodeHash,
  type LeafHashes,
} from "./merkle-hash.ts";
export { createFrontier, rootOf, type FrontierState, type MerkleFrontier } from "./merkle-frontier.ts";
export { createMerkleTree, type MerkleTree } from "./merkle-tree.ts";
export {
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
} from "./verify-proof.ts";
export {
  createSigningKey,
  formatVerifierKey,
  parseVerifierKey,
  signingKeyFromPem,
  signingKeyToPem,
  type SigningKey,
  type Verifier,
} from "./signing-key.ts";
export { signCheckpoint, verifyCheckpoint, type Checkpoint, type CheckpointCheck } from "./checkpoint.ts";
export {
  verifyLog,
  type LogToVerify,
  type LogVerification,
  type StoredEntry,
  type StoredHead,
} from "./verify-log.ts";
export { verifyTrialInReport, type TrialEvidence, type TrialVerification } from "./verify-trial.ts";
export {
  createMasker,
  findSensitive,
  type MaskedText,
  type Masker,
  type MaskerSettings,
} from "./mask/create-masker.ts";
export type { MaskKind, Match } from "./mask/match.ts";
