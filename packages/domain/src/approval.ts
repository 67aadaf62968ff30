import type { Digest } from "./ids.ts";
import type { Role } from "./tier.ts";

/** A recorded decision by a named person in a role, bound to the digest of the charter it was made on. */
export interface Approval {
  readonly charterDigest: Digest;
  readonly by: string;
  readonly role: Role;
  readonly decision: "approved" | "vetoed" | "revoked";
  readonly reason: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** UTC, ISO 8601. Every approval ends. */
  readonly expiresAt: string;
}
