import { incompleteBeta } from "../special/incomplete-beta.ts";
import { logGamma } from "../special/log-gamma.ts";
import { normalUpperTail } from "../special/normal-upper-tail.ts";

/** Cases on which exactly one of two judges (or runs) failed; the others do not tell them apart. */
export interface DiscordantPairs {
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/** Two-sided p-values of McNemar's test. */
export interface McNemar {
  /** The one to report: close to its nominal level at every size. */
  readonly midP: number;
  /** Never too small, and often much too large. */
  readonly exact: number;
  /** Chi-square on one degree of freedom; for comparison with other tools. */
  readonly asymptotic: number;
  /** Asymptotic with the continuity correction. */
  readonly corrected: number;
}

/**
 * Whether two judges (or two runs) fail equally often on the same cases.
 *
 * Without a discordant pair every p-value is 1.
 * Source: McNemar 1947; Fagerland, Lydersen and Laake 2013 for mid-p.
 */
export function mcNemar({ onlyFirst, onlySecond }: DiscordantPairs): McNemar {
  if (![onlyFirst, onlySecond].every((count) => Number.isInteger(count) && count >= 0)) {
    throw new RangeError(`McNemar's test needs whole counts, got ${onlyFirst} and ${onlySecond}`);
  }
  const total = onlyFirst + onlySecond;
  if (total === 0) return { midP: 1, exact: 1, asymptotic: 1, corrected: 1 };
  const fewer = Math.min(onlyFirst, onlySecond);
  const upTo = incompleteBeta({ a: total - fewer, b: fewer + 1 }, 0.5);
  const here = Math.exp(
    logGamma(total + 1) - logGamma(fewer + 1) - logGamma(total - fewer + 1) - total * Math.LN2,
  );
  const difference = Math.abs(onlyFirst - onlySecond);
  const tails = (size: number): number => 2 * normalUpperTail(Math.max(0, size) / Math.sqrt(total));
  return {
    midP: Math.min(1, 2 * upTo - here),
    exact: Math.min(1, 2 * upTo),
    asymptotic: tails(difference),
    corrected: tails(difference - 1),
  };
}
