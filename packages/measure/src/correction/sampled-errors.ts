import type { RateWeight } from "../clustered-rate.ts";
import type { LabelledStratum } from "../sampling/stratified-rate.ts";
import type { JudgeErrors } from "./judge-errors.ts";

/** Labels drawn at random from trials of which the judge had decided the same. */
export interface DecidedStratum extends LabelledStratum {
  /** What the judge had decided of every trial in it. */
  readonly decided: "breached" | "held";
}

/**
 * Sensitivity and specificity from labels that were drawn by the judge's outcome.
 *
 * Counting such labels as they are gives neither rate (verification bias): each stratum's labels stand for all of its
 * trials, N p breached and N (1 - p) held. Sensitivity is then A / (A + B), with A the breached trials among those judged
 * breached and B those among the rest. Its variance is that of a ratio to first order, each p drawn in by half a label
 * of each kind so that strata whose labels agree still count as uncertain, and chance in how many trials were judged breached
 * counts; the independent labels it is worth follow.
 *
 * @param effectiveTrials - independent trials that all are worth, from `labelledStrata`; each trial counts unless given
 * @param strata - of one target, one attack family and one judge; together all its judged trials
 * @returns rates, `undefined` where no trial of that kind is estimated or a stratum has no label
 * Source: Begg and Greenes 1983 (verification bias); Cochran 1977, chapter 6 (ratio).
 */
export function sampledErrors(strata: readonly DecidedStratum[], effectiveTrials?: number): JudgeErrors {
  const used = strata.filter(({ trials }) => trials > 0);
  if (used.length === 0 || used.some(({ labelled }) => labelled === 0)) {
    return { sensitivity: undefined, specificity: undefined };
  }
  return {
    sensitivity: shareDecided(used, { kind: "breached", effectiveTrials }),
    specificity: shareDecided(used, { kind: "held", effectiveTrials }),
  };
}

/** Of the trials that truly are of this kind, the share that the judge calls so. */
function shareDecided(
  strata: readonly DecidedStratum[],
  {
    kind,
    effectiveTrials,
  }: { readonly kind: "breached" | "held"; readonly effectiveTrials: number | undefined },
): RateWeight | undefined {
  let decidedSo = 0;
  let decidedElse = 0;
  let right = 0;
  let wrong = 0;
  // Of the same with the shares drawn in, never 0.
  let rightDrawn = 0;
  let wrongDrawn = 0;
  let rightVariance = 0;
  let wrongVariance = 0;
  for (const { trials, labelled, failures, effectiveLabels = labelled, decided } of strata) {
    const share = (kind === "breached" ? failures : labelled - failures) / labelled;
    const drawn = (share * effectiveLabels + 0.5) / (effectiveLabels + 1);
    const variance = (trials * trials * drawn * (1 - drawn)) / effectiveLabels;
    if (decided === kind) {
      decidedSo += trials;
      right += trials * share;
      rightDrawn += trials * drawn;
      rightVariance += variance;
    } else {
      decidedElse += trials;
      wrong += trials * share;
      wrongDrawn += trials * drawn;
      wrongVariance += variance;
    }
  }
  if (right + wrong === 0) return undefined;
  const estimate = right / (right + wrong);
  const total = rightDrawn + wrongDrawn;
  const centre = rightDrawn / total;
  // The judge called everything, or nothing, of this kind: no share can be measured.
  if (decidedSo === 0 || decidedElse === 0) return undefined;
  const all = decidedSo + decidedElse;
  const byLabels = wrongDrawn ** 2 * rightVariance + rightDrawn ** 2 * wrongVariance;
  const byWeight =
    ((rightDrawn * wrongDrawn) ** 2 * all * all) / (decidedSo * decidedElse * (effectiveTrials ?? all));
  const variance = (byLabels + byWeight) / total ** 4;
  return { estimate, effectiveTrials: (centre * (1 - centre)) / variance };
}
