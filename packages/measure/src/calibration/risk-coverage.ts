/** A decision with its confidence (on any scale), and whether it was wrong. */
export interface ConfidentDecision {
  readonly confidence: number;
  readonly wrong: boolean;
}

/** What is gained by keeping only the confident decisions; lower is better. */
export interface RiskCoverage {
  /** AURC: mean over k of errors among the k most confident, by k. */
  readonly area: number;
  /** AUGRC: the same, by n. */
  readonly generalisedArea: number;
  /** AURC if every error had the lowest confidence. */
  readonly optimalArea: number;
  /** E-AURC: area - optimalArea. 0 means confidence ranks errors last. */
  readonly excessArea: number;
}

/**
 * Area under the risk-coverage curve: how well confidence tells right decisions from wrong ones.
 *
 * Decisions of equal confidence count as in random order: errors grow evenly over the block.
 * Throws RangeError without a decision or on a confidence that is not a number.
 * Source: Geifman, Uziel and El-Yaniv 2019 (AURC, E-AURC); Traub et al. 2024 (AUGRC).
 */
export function riskCoverage(decisions: readonly ConfidentDecision[]): RiskCoverage {
  const total = decisions.length;
  if (total === 0) throw new RangeError("a risk-coverage curve needs at least one decision");
  if (decisions.some(({ confidence }) => Number.isNaN(confidence))) {
    throw new RangeError("a confidence must be a number");
  }
  const blocks = new Map<number, { size: number; errors: number }>();
  for (const { confidence, wrong } of decisions) {
    const block = blocks.get(confidence) ?? { size: 0, errors: 0 };
    block.size += 1;
    if (wrong) block.errors += 1;
    blocks.set(confidence, block);
  }
  const ordered = [...blocks].sort(([one], [other]) => other - one).map(([, block]) => block);
  const errors = ordered.reduce((sum, block) => sum + block.errors, 0);
  const { area, generalisedArea } = areasOf(ordered, total);
  const best = [
    { size: total - errors, errors: 0 },
    ...Array.from({ length: errors }, () => ({ size: 1, errors: 1 })),
  ];
  const optimalArea = areasOf(best, total).area;
  return { area, generalisedArea, optimalArea, excessArea: area - optimalArea };
}

function areasOf(blocks: readonly { readonly size: number; readonly errors: number }[], total: number) {
  let kept = 0;
  let wrong = 0;
  let area = 0;
  let generalisedArea = 0;
  for (const { size, errors } of blocks) {
    for (let step = 1; step <= size; step += 1) {
      const soFar = wrong + (errors * step) / size;
      area += soFar / (kept + step) / total;
      generalisedArea += soFar / total / total;
    }
    kept += size;
    wrong += errors;
  }
  return { area, generalisedArea };
}
