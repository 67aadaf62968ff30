import { ProductError, type Approval, type Role } from "@probity/domain";
import { digestOf } from "@probity/evidence";
import type { Programme, Runtime } from "./programme.ts";

export interface ApprovalInputs {
  readonly by: string;
  readonly role: Role;
  readonly decision: Approval["decision"];
  readonly reason: string;
  /** Days until the approval ends. It never outlives the charter's window. */
  readonly days: number;
}

/**
 * Records a decision on the charter as it stands; any later change of the charter voids it.
 *
 * @throws ProductError SELF_APPROVAL when the person is a requester, NOT_AUTHORISED when the charter does not give them the role
 */
export function approveCharter(
  { project: { charter } }: Programme,
  { store, clock }: Runtime,
  inputs: ApprovalInputs,
): Approval {
  const { by, role, decision, reason, days } = inputs;
  if (charter.roles.some((each) => each.role === "requester" && each.person === by)) {
    throw new ProductError("SELF_APPROVAL", {
      message: `${by} is a requester of charter ${charter.id} and cannot decide on it; nothing was recorded.`,
    });
  }
  if (!charter.roles.some((each) => each.role === role && each.person === by)) {
    throw new ProductError("NOT_AUTHORISED", {
      message: `Charter ${charter.id} does not name ${by} as ${role}; nothing was recorded.`,
      remedy: `Add { person: ${JSON.stringify(by)}, role: ${role} } under charter.roles before the decision; adding it later voids what was decided.`,
    });
  }
  const now = clock();
  const end = Math.min(now.getTime() + days * 86_400_000, Date.parse(charter.window.until));
  const approval: Approval = {
    charterDigest: digestOf(charter),
    by,
    role,
    decision,
    reason,
    at: now.toISOString(),
    expiresAt: new Date(end).toISOString(),
  };
  store.append([{ kind: "approval", at: approval.at, approval }]);
  return approval;
}
