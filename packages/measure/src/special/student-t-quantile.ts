import { inverseIncompleteBeta } from "./incomplete-beta.ts";

/**
 * The t below which a share `probability` of Student's t distribution lies.
 *
 * @param probability - above 0 and below 1
 * @param degrees - degrees of freedom, above 0
 * Source: DLMF 8.17 through the identity between t and beta (Abramowitz and Stegun 26.7.1).
 */
export function studentTQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`studentTQuantile needs a probability between 0 and 1, got ${probability}`);
  }
  if (!(degrees > 0)) throw new RangeError(`studentTQuantile needs degrees above 0, got ${degrees}`);
  if (probability === 0.5) return 0;
  const tails = 2 * Math.min(probability, 1 - probability);
  const size = tails > 1e-3 ? fromCentre(tails, degrees) : fromTail(tails, degrees);
  return probability < 0.5 ? -size : size;
}

/** y = t² / (degrees + t²) directly: exact where t is small against the degrees. */
function fromCentre(tails: number, degrees: number): number {
  const y = inverseIncompleteBeta({ a: 0.5, b: degrees / 2 }, 1 - tails);
  // Near 1 the other side carries the digits.
  if (y > 0.9) return fromTail(tails, degrees);
  return Math.sqrt((degrees * y) / (1 - y));
}

/** x = degrees / (degrees + t²): exact where t is large. */
function fromTail(tails: number, degrees: number): number {
  const x = inverseIncompleteBeta({ a: degrees / 2, b: 0.5 }, tails);
  return Math.sqrt((degrees * (1 - x)) / x);
}
