import type { RunRecord, TrialCount } from "@probity/domain";
import { tallyOf } from "@probity/engine";

/** What a reader must know before relying on a run's figures. */
export function limitationsOf(run: RunRecord, counts: readonly TrialCount[]): readonly string[] {
  const { unclear, unjudged, pending } = tallyOf(counts);
  const recorded = counts.reduce((sum, { count }) => sum + count, 0);
  const limits = [
    "The figures hold for this target configuration on the dates named. A changed model, prompt or safeguard needs a new measurement.",
    "Verdicts come from rules whose error has not been measured against people on this target; rates are not corrected for it.",
    "Probes are harmless stand-ins. They show whether a safeguard gives way, not how far a determined attacker could go.",
    "A safeguard without a failure here is not proved safe: the bound beside it says how much may still fail.",
  ];
  if (unclear + unjudged + pending > 0)
    limits.push(
      `${unclear + unjudged + pending} of ${recorded} trials have no verdict and count neither as failed nor as held.`,
    );
  if (recorded < run.header.plannedTrials)
    limits.push(`The run recorded ${recorded} of ${run.header.plannedTrials} planned trials.`);
  if (run.skipped.length > 0)
    limits.push(`${run.skipped.length} probes or transforms were not tried; they are listed with reasons.`);
  if (counts.some(({ population }) => population !== undefined && population !== "general")) {
    limits.push("Populations are simulated writing styles, not people; results say how a style is treated.");
  }
  return limits;
}
