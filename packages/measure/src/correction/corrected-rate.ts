import type { RateWeight } from "../clustered-rate.ts";
import type { Estimated } from "../estimated.ts";
import { stratifiedRate, type LabelledStratum } from "../sampling/stratified-rate.ts";
import type { JudgeErrors } from "./judge-errors.ts";
import { roganGladen } from "./rogan-gladen.ts";

/** What a judged rate can be corrected with. */
export type CorrectionEvidence =
  | {
      /** How often the judge is right on this target and attack family, from labels outside the campaign. */
      readonly kind: "error-rates";
      readonly errors: JudgeErrors;
    }
  | {
      /** Labels of trials of this very campaign, drawn at random within strata. */
      readonly kind: "labelled-sample";
      /** By the judge's outcome at least; together they hold every judged trial. From `labelledStrata`. */
      readonly strata: readonly LabelledStratum[];
      /** Independent trials they are worth; those of the judged rate unless given. */
      readonly effectiveTrials?: number;
    };

/** Why a rate was left as the judge gave it. */
export type NotCorrectable =
  | "nothing-judged"
  | "no-breached-labels"
  | "no-held-labels"
  | "uninformative-judge"
  | "unlabelled-stratum";

/** A rate corrected for the judge's error, or the reason why not. */
export type CorrectedRate =
  | (Estimated & {
      readonly kind: "corrected";
      readonly method: "rogan-gladen" | "labelled-sample";
      /** For adding up with other rates: not cut to [0, 1]. */
      readonly uncut: Estimated;
    })
  | { readonly kind: "not-correctable"; readonly reason: NotCorrectable };

/** When a correction is refused. */
export interface CorrectionOptions {
  /** Least sensitivity + specificity - 1 that may be divided by; 0.2 unless told. */
  readonly minimumInformation?: number;
  /** Of the interval; 0.95 unless told. */
  readonly confidence?: number;
}

// Below this the correction multiplies every error of the judged rate by five or more.
const defaultInformation = 0.2;

/**
 * Corrects a judged breach rate for the judge's error, or says why it cannot.
 *
 * With labels of this campaign, from those (`stratifiedRate`): no error rate has to be carried over. Else by
 * Rogan-Gladen with the interval of Lee et al., refused when the judge hardly tells breached from held. Both count the
 * uncertainty of the labels. The judged rate is to be shown beside it.
 *
 * @param judged - share judged breached with its effective trials, from `clusteredRate`; `undefined` when nothing was
 * judged
 */
export function correctedRate(
  judged: RateWeight | undefined,
  evidence: CorrectionEvidence,
  options: CorrectionOptions = {},
): CorrectedRate {
  if (judged === undefined) return refused("nothing-judged");
  const { confidence = 0.95, minimumInformation = defaultInformation } = options;
  if (evidence.kind === "labelled-sample") {
    const { effectiveTrials = judged.effectiveTrials } = evidence;
    const rate = stratifiedRate(evidence.strata, { confidence, effectiveTrials });
    if (rate === undefined) return refused("unlabelled-stratum");
    const { estimate, interval } = rate;
    return {
      kind: "corrected",
      method: "labelled-sample",
      estimate,
      interval,
      uncut: { estimate, interval },
    };
  }
  const { sensitivity, specificity } = evidence.errors;
  if (sensitivity === undefined) return refused("no-breached-labels");
  if (specificity === undefined) return refused("no-held-labels");
  const information = sensitivity.estimate + specificity.estimate - 1;
  // A rounding below the threshold is not a reason to refuse.
  if (!(information > minimumInformation - 1e-12 && information > 0)) return refused("uninformative-judge");
  const rate = roganGladen({ judged, sensitivity, specificity }, confidence);
  return { kind: "corrected", method: "rogan-gladen", ...rate };
}

const refused = (reason: NotCorrectable): CorrectedRate => ({ kind: "not-correctable", reason });
