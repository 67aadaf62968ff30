import type { Rate, RunRecord, TrialCount } from "@probity/domain";
import { tallyOf } from "@probity/engine";
import { formatCorrection } from "@probity/measure";

/** What a reader must know before relying on a run's figures. */
export function limitationsOf(
  run: RunRecord,
  counts: readonly TrialCount[],
  overall: { readonly attack: Rate; readonly benign: Rate },
): readonly string[] {
  const { unclear, unjudged, pending } = tallyOf(counts);
  const recorded = counts.reduce((sum, { count }) => sum + count, 0);
  const limits = [
    "The figures hold for this target configuration on the dates named. A changed model, prompt or safeguard needs a new measurement.",
    ...judgeErrorLimits(overall),
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

/** What the judges' error means for the figures: said whenever a rate stands without its correction. */
function judgeErrorLimits({
  attack,
  benign,
}: {
  readonly attack: Rate;
  readonly benign: Rate;
}): readonly string[] {
  const told = [
    ["attempts", attack],
    ["fair requests", benign],
  ] as const;
  return told.flatMap(([noun, { correction, judged }]) =>
    judged === 0 || correction?.kind !== "not-corrected"
      ? []
      : [
          `Judges err. The rate over all ${noun} is as they gave it, ${formatCorrection(correction)}. \`probity label next\` draws the trials to label.`,
        ],
  );
}
