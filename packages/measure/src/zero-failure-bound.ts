/**
 * Upper bound of a rate of which no failure was seen in `trials` independent trials: 1 - alpha^(1/n).
 *
 * "Up to x may still fail." With 30 trials at 0.95 it is 9.5 %; the rule of three (3 / n) approximates it.
 *
 * @param trials - above 0; an effective number may be a fraction
 * @param confidence - one-sided, 0.95 unless told
 * Source: exact binomial, Hanley and Lippman-Hand 1983.
 */
export function zeroFailureBound(trials: number, confidence = 0.95): number {
  if (!(trials > 0)) throw new RangeError(`a bound needs trials above 0, got ${trials}`);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must be between 0 and 1, got ${confidence}`);
  }
  // expm1 keeps the digits when many trials make the bound tiny.
  return -Math.expm1(Math.log1p(-confidence) / trials);
}
