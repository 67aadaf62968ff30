/** One labelled answer, ready for fitting. */
export interface Row {
  /** Numbers of the features that are on. */
  readonly on: Int32Array;
  /** Index of its class. */
  readonly label: number;
  /** How much it counts. */
  readonly weight: number;
}

/** What a fit is given. */
export interface FitSettings {
  readonly classes: number;
  readonly features: number;
  /** Penalty on the square of each feature's weights, by feature; infinite leaves the feature out. */
  readonly penalty: Float64Array;
  readonly iterations: number;
}

/** Multinomial logistic regression by L-BFGS; no chance in it, so the same rows give the same weights. */
export function fitWeights(rows: readonly Row[], settings: FitSettings): Float64Array {
  const { classes, features } = settings;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const lossAt = (at: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let loss = 0;
    const scores = new Float64Array(classes);
    for (const { on, label, weight } of rows) {
      scores.fill(0);
      for (const feature of on) for (let c = 0; c < classes; c += 1) scores[c] += at[feature * classes + c];
      const most = Math.max(...scores);
      let sum = 0;
      for (let c = 0; c < classes; c += 1) sum += Math.exp(scores[c] - most);
      loss -= (weight / total) * (scores[label] - most - Math.log(sum));
      for (let c = 0; c < classes; c += 1)
        scores[c] = (weight / total) * (Math.exp(scores[c] - most) / sum - (c === label ? 1 : 0));
      for (const feature of on)
        for (let c = 0; c < classes; c += 1) gradient[feature * classes + c] += scores[c];
    }
    for (let feature = 0; feature < features; feature += 1) {
      const penalty = settings.penalty[feature];
      for (let index = feature * classes; index < (feature + 1) * classes; index += 1) {
        if (penalty === Infinity) gradient[index] = 0;
        else {
          loss += (penalty / 2) * at[index] ** 2;
          gradient[index] += penalty * at[index];
        }
      }
    }
    return loss;
  };
  return minimise(lossAt, features * classes, settings.iterations);
}

type Loss = (at: Float64Array, gradient: Float64Array) => number;

const memory = 8;

function minimise(lossAt: Loss, size: number, iterations: number): Float64Array {
  let at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = lossAt(at, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const direction = descend(gradient, steps);
    const slope = dot(direction, gradient);
    let length = iteration === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextLoss = Infinity;
    for (let halving = 0; halving < 30; halving += 1) {
      for (let index = 0; index < size; index += 1) next[index] = at[index] + length * direction[index];
      nextLoss = lossAt(next, nextGradient);
      if (nextLoss <= loss + 1e-4 * length * slope) break;
      length /= 2;
    }
    const s = next.map((value, index) => value - at[index]);
    const y = nextGradient.map((value, index) => value - gradient[index]);
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > memory) steps.shift();
    const improved = loss - nextLoss;
    [at, gradient, loss] = [next, nextGradient, nextLoss];
    if (improved < 1e-7 * Math.abs(loss)) break;
  }
  return at;
}

/** The direction of L-BFGS: the two-loop recursion. */
function descend(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const alphas: number[] = [];
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, direction);
    alphas.unshift(alpha);
    for (let index = 0; index < direction.length; index += 1) direction[index] -= alpha * y[index];
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = dot(last.s, last.y) / dot(last.y, last.y);
    for (let index = 0; index < direction.length; index += 1) direction[index] *= scale;
  }
  for (const [step, { s, y, rho }] of steps.entries()) {
    const beta = rho * dot(y, direction);
    for (let index = 0; index < direction.length; index += 1)
      direction[index] += (alphas[step] - beta) * s[index];
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index] * b[index];
  return sum;
}
