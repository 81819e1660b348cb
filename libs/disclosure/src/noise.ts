/** How far noise may move a count (D), and its variance (V). */
export interface NoiseShape {
  readonly most: number;
  readonly variance: number;
}

/** The noise of protected statistics (D and V of cell-key methods as statistical offices use them). */
export const NOISE: NoiseShape = { most: 5, variance: 4 };

/**
 * The noise of a cell: an integer from −D to D of mean 0 and variance V, that `chance` (0–1) picks
 * from the distribution of maximum entropy.
 */
export function signedNoise(chance: number, shape: NoiseShape = NOISE): number {
  return pick(table(-shape.most, shape), chance);
}

/** As `signedNoise` for a count, which never falls below 0. Nothing stays nothing. */
export function countNoise(count: number, chance: number, shape: NoiseShape = NOISE): number {
  if (count === 0) return 0;
  return pick(table(-Math.min(count, shape.most), shape), chance);
}

interface Table {
  readonly lowest: number;
  readonly cumulative: readonly number[];
}

const tables = new Map<string, Table>();

function table(lowest: number, shape: NoiseShape): Table {
  const id = `${lowest}/${shape.most}/${shape.variance}`;
  const known = tables.get(id);
  if (known) return known;
  let sum = 0;
  const cumulative = maximumEntropy(lowest, shape).map((p) => (sum += p));
  const made = { lowest, cumulative };
  tables.set(id, made);
  return made;
}

function pick({ lowest, cumulative }: Table, chance: number): number {
  const index = cumulative.findIndex((limit) => chance < limit);
  return lowest + (index === -1 ? cumulative.length - 1 : index);
}

/**
 * Probabilities of `lowest` … D with mean 0, variance V and as little information as possible:
 * p ∝ exp(tilt·x − curve·x²), the tilt solved for the mean within the curve solved for the variance.
 * @throws RangeError when no such distribution exists.
 */
export function maximumEntropy(lowest: number, { most, variance }: NoiseShape): readonly number[] {
  if (variance <= 0 || variance > -lowest * most) {
    throw new RangeError(`No noise from ${lowest} to ${most} has mean 0 and variance ${variance}`);
  }
  const values = Array.from({ length: most - lowest + 1 }, (_, at) => lowest + at);
  const centred = (curve: number): readonly number[] =>
    solve(
      (tilt) => weigh(values, tilt, curve),
      (p) => moment(values, p, 1),
    );
  return solve(
    (curve) => centred(-curve),
    (p) => moment(values, p, 2) - variance,
  );
}

function weigh(values: readonly number[], tilt: number, curve: number): readonly number[] {
  const exponents = values.map((x) => tilt * x - curve * x * x);
  const greatest = Math.max(...exponents);
  const weights = exponents.map((exponent) => Math.exp(exponent - greatest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function moment(values: readonly number[], p: readonly number[], power: number): number {
  return values.reduce((sum, x, at) => sum + (p[at] ?? 0) * x ** power, 0);
}

const STEPS = 200;
const BOUND = 64;

/** Bisects for the distribution whose `excess`, which grows with the parameter, is 0. */
function solve(
  distribution: (parameter: number) => readonly number[],
  excess: (p: readonly number[]) => number,
): readonly number[] {
  let [low, high] = [-BOUND, BOUND];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (excess(distribution(middle)) < 0) low = middle;
    else high = middle;
  }
  return distribution((low + high) / 2);
}
