import type { Decision, PanelVote } from "@probity/domain";
import type { Assessor } from "./assessor.ts";

/** Reasons kept of each member; the whole of them would crowd out the verdict's own. */
const reasonsKept = 2;

/** One member's part in a panel's verdict. */
export function voteOf({ name, version }: Assessor, decision: Decision): PanelVote {
  return {
    ...("confidence" in decision ? { confidence: decision.confidence } : {}),
    judge: name,
    judgeVersion: version,
    outcome: decision.outcome,
    reasons: decision.reasons.slice(0, reasonsKept),
  };
}
