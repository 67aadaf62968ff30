import { decide, type Action, type Denial, type Standing, type TrialOrder } from "@probity/domain";
import type { Plan } from "../plan/plan-campaign.ts";

declare const authorised: unique symbol;
/** A plan the charter allows as it stands. Only `authorisePlan` makes one; the runner takes nothing else. */
export type AuthorisedPlan = Plan & { readonly [authorised]: true };

export type PlanDecision =
  | { readonly kind: "authorised"; readonly plan: AuthorisedPlan }
  | { readonly kind: "denied"; readonly denials: readonly Denial[] };

/** What a trial would do, in the words the gate asks about. */
export function actionOf(order: TrialOrder, hosts: readonly string[]): Action {
  return { target: order.target, hosts, tier: order.tier, techniques: [order.family, ...order.transforms] };
}

/**
 * Asks the gate about every kind of action in the plan before anything is sent. Every denial is returned, each once.
 *
 * This is a promise of nothing: the gate is asked again for each trial when its turn comes.
 */
export function authorisePlan(plan: Plan, standing: Standing, hosts: readonly string[]): PlanDecision {
  const denials = new Map<string, Denial>();
  const asked = new Set<string>();
  for (const { order } of plan.trials()) {
    if (order.repetition > 0) break;
    const action = actionOf(order, hosts);
    const key = `${action.tier} ${action.techniques.join(" ")}`;
    if (asked.has(key)) continue;
    asked.add(key);
    const decision = decide(action, standing);
    if (decision.kind === "permit") continue;
    for (const denial of decision.denials) denials.set(`${denial.rule} ${denial.subject}`, denial);
  }
  if (denials.size > 0) return { kind: "denied", denials: [...denials.values()] };
  return { kind: "authorised", plan: plan as AuthorisedPlan };
}
