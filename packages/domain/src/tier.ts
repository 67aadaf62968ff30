import { z } from "zod";

/**
 * What an action could do, from the charter's risk matrix.
 *
 * `harmless`: a probe with an inert stand-in. `sensitive`: touches sensitive domains, personal data or
 * state that can be restored. `harm-capable`: could hurt somebody if it went wrong.
 */
export const tiers = ["harmless", "sensitive", "harm-capable"] as const;
export const tierSchema = z.enum(tiers);
export type Tier = z.infer<typeof tierSchema>;

export const severities = ["low", "medium", "high", "critical"] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

/** Negative when `a` is less severe than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}

export const roles = [
  "requester",
  "lead",
  "tester",
  "product",
  "legal",
  "compliance",
  "overseer",
  "reader",
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Roles that must have approved before a tier may be used; each by a different person, none by the requester. */
export const approvalsNeeded: Readonly<Record<Tier, readonly Role[]>> = {
  harmless: [],
  sensitive: ["compliance"],
  "harm-capable": ["legal", "overseer"],
};
