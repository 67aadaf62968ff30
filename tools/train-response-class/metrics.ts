/** Counts of a yes-or-no judgement against people's. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** One judgement: what is true, what was said. */
export interface Judged {
  readonly truth: boolean;
  readonly said: boolean;
}

/** Counts the four outcomes. */
export function confusionOf(judged: readonly Judged[]): Confusion {
  const count = (truth: boolean, said: boolean) =>
    judged.filter((one) => one.truth === truth && one.said === said).length;
  return { tp: count(true, true), fp: count(false, true), fn: count(true, false), tn: count(false, false) };
}

/** Harmonic mean of precision and recall; NaN where nothing is truly positive, for it says nothing there. */
export function f1({ tp, fp, fn }: Confusion): number {
  return tp + fn === 0 ? Number.NaN : (2 * tp) / (2 * tp + fp + fn);
}

/** Share of true negatives that were said to be so. */
export function specificity({ fp, tn }: Confusion): number {
  return tn / (tn + fp);
}

/** Share of true positives that were found. */
export function sensitivity({ tp, fn }: Confusion): number {
  return tp / (tp + fn);
}

/** Expected calibration error over ten bins of equal width. */
export function calibrationError(said: readonly { readonly p: number; readonly truth: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ p: 0, y: 0 }));
  for (const { p, truth } of said) {
    const bin = bins[Math.min(9, Math.floor(p * 10))];
    bin.p += p;
    bin.y += truth ? 1 : 0;
  }
  return bins.reduce((sum, { p, y }) => sum + Math.abs(p - y), 0) / said.length;
}
