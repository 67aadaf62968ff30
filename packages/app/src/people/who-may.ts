import { labellingRole, labellingRoles, ProductError, type Charter, type Role } from "@probity/domain";

/** The role by which a person may label or decide. @throws ProductError NOT_A_RATER saying who may, when the charter gives them none */
export function requireRater(charter: Charter, person: string): Role {
  const role = labellingRole(charter, person);
  if (role) return role;
  const able = charter.roles.map((each) => each.person).filter((each) => labellingRole(charter, each));
  const who =
    able.length === 0 ? "It names nobody who may." : `Those who may: ${[...new Set(able)].join(", ")}.`;
  throw new ProductError("NOT_A_RATER", {
    message: `Charter ${charter.id} gives ${person} no role that may label or decide (${labellingRoles.join(", ")}); nothing was recorded. ${who}`,
    remedy: `Add { person: ${JSON.stringify(person)}, role: tester } under charter.roles, or name somebody else with --by.`,
  });
}
