import { stirlingRemainder } from "./log-gamma.ts";

/** The two shape parameters of a beta distribution, both above zero. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

// Needed iterations grow with the square root of the larger shape; this serves shapes up to about 1e8.
const mostIterations = 40_000;
const tiny = 1e-300;
const epsilon = 1e-16;

/** x ln(x / m) + m - x, without the cancellation near x = m (Loader 2000). */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = (x - mean) / (x + mean);
  let sum = (x - mean) * ratio;
  let power = 2 * x * ratio;
  const square = ratio * ratio;
  for (let term = 1; term < 1000; term += 1) {
    power *= square;
    const next = sum + power / (2 * term + 1);
    if (next === sum) return next;
    sum = next;
  }
  return sum;
}

/** x^a (1-x)^b / B(a, b), accurate for large shapes: Loader's saddle-point form. `rest` is 1 - x. */
function weight({ a, b }: BetaShape, x: number, rest: number): number {
  const n = a + b;
  const exponent =
    stirlingRemainder(n) -
    stirlingRemainder(a) -
    stirlingRemainder(b) -
    deviance(a, n * x) -
    deviance(b, n * rest);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(exponent);
}

/** Continued fraction for the incomplete beta by Lentz's method; converges for x < (a+1)/(a+b+2). */
function fraction({ a, b }: BetaShape, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= mostIterations; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < epsilon) break;
  }
  return result;
}

const nonZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

function checkShape({ a, b }: BetaShape): void {
  if (!(a > 0 && b > 0 && Number.isFinite(a + b))) {
    throw new RangeError(`a beta distribution needs finite shapes above zero, got ${a} and ${b}`);
  }
}

/**
 * Regularised incomplete beta function I_x(a, b): the share of a beta(a, b) distribution below x.
 *
 * @param x - in [0, 1]; outside is an error of the caller
 * Source: DLMF 8.17.22 (continued fraction), Lentz 1976, with Loader's 2000 form of the factor before it.
 */
export function incompleteBeta(shape: BetaShape, x: number): number {
  checkShape(shape);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`incompleteBeta needs x in [0, 1], got ${x}`);
  if (x === 0 || x === 1) return x;
  const { a, b } = shape;
  if (x < (a + 1) / (a + b + 2)) return (weight(shape, x, 1 - x) * fraction(shape, x)) / a;
  const mirrored = { a: b, b: a };
  return 1 - (weight(mirrored, 1 - x, x) * fraction(mirrored, 1 - x)) / b;
}

/**
 * Inverse of `incompleteBeta`: the x below which a share `probability` of beta(a, b) lies.
 *
 * Newton steps kept inside a bracket that every step narrows, so it cannot run away;
 * absolute error below 1e-12.
 */
export function inverseIncompleteBeta(shape: BetaShape, probability: number): number {
  checkShape(shape);
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`inverseIncompleteBeta needs a probability in [0, 1], got ${probability}`);
  }
  if (probability === 0 || probability === 1) return probability;
  const { a, b } = shape;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 200; step += 1) {
    const error = incompleteBeta(shape, x) - probability;
    if (error === 0) return x;
    if (error > 0) high = x;
    else low = x;
    const newton = x - (error * x * (1 - x)) / weight(shape, x, 1 - x);
    // A lower end of zero is left by factors, not halves, so that tiny quantiles are found too.
    const fallback = low === 0 ? high / 8 : (low + high) / 2;
    const next = newton > low && newton < high ? newton : fallback;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}
