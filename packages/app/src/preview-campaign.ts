import type { Denial, SkippedProbe } from "@probity/domain";
import { authorisePlan, estimatePlan, type PlanEstimate } from "@probity/engine";
import { freshStanding, prepareCampaign, type PreparedCampaign } from "./prepare-campaign.ts";
import { allDenials, judgingDenials } from "./own-judges/campaign-judging.ts";
import { estimateJudging, type JudgingEstimate } from "./own-judges/judging-estimate.ts";
import type { Programme, Runtime } from "./programme.ts";

/** What a campaign would do, shown before anything is sent. */
export interface PlannedCampaign {
  readonly prepared: PreparedCampaign;
  readonly estimate: PlanEstimate;
  /** What judge models take beside it; empty when rules judge. */
  readonly judging: readonly JudgingEstimate[];
  readonly skipped: readonly SkippedProbe[];
  /** Rules that would refuse it now; empty when it may run. */
  readonly denials: readonly Denial[];
  /** Trials beyond the charter's budget: the run would halt there. */
  readonly beyondBudget: number;
}

/** Plans a campaign, estimates it and asks the gate. Sends and records nothing. */
export function previewCampaign(programme: Programme, name: string, runtime: Runtime): PlannedCampaign {
  const prepared = prepareCampaign(programme, name);
  const { plan, target, charterDigest } = prepared;
  const standing = freshStanding(programme, charterDigest, runtime);
  const decision = authorisePlan(plan, standing, target.hosts);
  return {
    prepared,
    estimate: estimatePlan(plan, target.entry.limits, target.entry.pricing),
    judging: estimateJudging(plan, prepared.judging),
    skipped: plan.skipped,
    denials: allDenials(
      decision.kind === "denied" ? decision.denials : [],
      judgingDenials(prepared.judging.targets, standing),
    ),
    beyondBudget: Math.max(0, plan.size - programme.project.charter.budget.trials),
  };
}
