import { DomainError, round } from '@sukoyaka/kernel';
import type { ComparisonGroup } from './comparisons.js';
import { weightedMean } from './compile.js';
import type { Scores } from './scores.js';

/** No T value below this many organisations (domain rule: small cohorts). */
export const MINIMUM_FOR_DEVIATION_VALUES = 100;
/** From this many on, the quarter of the round is shown. */
export const MINIMUM_FOR_QUARTERS = 40;
/** Ranks are given in bands of this many, best first (as METI publishes them). */
export const RANK_BAND = 50;

/** Values nearer to each other than this are the same: sums in another order differ by less. */
const ROUNDING_NOISE = 1e-9;

/** Mean and population standard deviation of scores 0–100 over the cohort's members that have one. */
export interface Distribution {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/**
 * Frozen statistics of a cohort. Schema: `schema/cohort-statistics.schema.json`.
 * T values and bands are there from 100 members on, quarters from 40 to 99. Bands and quarters lie
 * half-way between two members: they decide, and are for the operator; what may be shown to anybody
 * are the comparisons.
 */
export interface CohortStatistics {
  readonly schema: 'sukoyaka-cohort/1';
  readonly edition: string;
  readonly editionVersion: string;
  readonly label: string;
  readonly source: string;
  /** True for simulated companies; whatever rests on them says so. */
  readonly synthetic: boolean;
  readonly n: number;
  readonly sideWeights: Readonly<Record<string, number>>;
  readonly sides?: Readonly<Record<string, Distribution>>;
  readonly subItems?: Readonly<Record<string, Distribution>>;
  readonly healthIssues?: Readonly<Record<string, Distribution>>;
  /** Least overall T of each rank band but the last, best band first. */
  readonly rankBandFloors?: readonly number[];
  /** Least overall score (0–100) of the first, second and third quarter, best first. */
  readonly quarterFloors?: readonly [number, number, number];
  /** Protected means and percentiles of all, of industries and of size classes. */
  readonly comparisons?: readonly ComparisonGroup[];
}

/** Who froze what: the parts of the statistics that no calculation gives. */
export interface CohortIdentity {
  readonly label: string;
  readonly source: string;
  readonly synthetic: boolean;
}

/**
 * Freezes the statistics of a cohort: the respondents of one edition that are scored together.
 * @throws DomainError COHORT_EMPTY, or COHORT_MIXED_EDITIONS when the members differ in edition.
 */
export function freezeCohort(
  members: readonly Scores[],
  sideWeights: Readonly<Record<string, number>>,
  identity: CohortIdentity,
): CohortStatistics {
  const first = members[0];
  if (!first) throw new DomainError('COHORT_EMPTY');
  for (const { edition, editionVersion } of members) {
    if (edition === first.edition && editionVersion === first.editionVersion) continue;
    throw new DomainError('COHORT_MIXED_EDITIONS', { expected: first.edition, found: edition });
  }
  const base = {
    schema: 'sukoyaka-cohort/1' as const,
    edition: first.edition,
    editionVersion: first.editionVersion,
    ...identity,
    n: members.length,
    sideWeights,
  };
  if (members.length < MINIMUM_FOR_QUARTERS) return base;
  if (members.length < MINIMUM_FOR_DEVIATION_VALUES) {
    return { ...base, quarterFloors: quarterFloors(members) };
  }
  const sides = distributions(members, (scores) => scores.sides);
  return {
    ...base,
    sides,
    subItems: distributions(members, (scores) => scores.subItems),
    healthIssues: distributions(members, (scores) => scores.healthIssues),
    rankBandFloors: rankBandFloors(members, sides, sideWeights),
  };
}

type Parts = Readonly<Record<string, { readonly score: number | null }>>;

function distributions(
  members: readonly Scores[],
  part: (scores: Scores) => Parts,
): Readonly<Record<string, Distribution>> {
  const ids = members[0] ? Object.keys(part(members[0])) : [];
  return Object.fromEntries(
    ids.map((id) => {
      const values = members.flatMap((scores) => part(scores)[id]?.score ?? []);
      return [id, published(distribution(values))];
    }),
  );
}

const NOBODY: Distribution = { n: 0, mean: 0, sd: 0 };

/**
 * A distribution as it may be frozen: none of fewer than give a T value, since the mean of one is
 * its score; mean and deviation to two decimals, which tell no sum.
 */
function published({ n, mean, sd }: Distribution): Distribution {
  if (n < MINIMUM_FOR_DEVIATION_VALUES) return NOBODY;
  return { n, mean: round(mean, 2), sd: round(sd, 2) };
}

/** Mean and population standard deviation; an empty list has mean 0 and deviation 0. */
export function distribution(values: readonly number[]): Distribution {
  const n = values.length;
  if (n === 0) return { n: 0, mean: 0, sd: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / n) };
}

/**
 * T = 50 + 10·(x − μ)/σ; null where the cohort does not vary, the company has no score, or fewer than
 * 100 members have one for this part.
 */
export function deviationValue(score: number | null, within: Distribution): number | null {
  if (score === null || within.sd < ROUNDING_NOISE) return null;
  if (within.n < MINIMUM_FOR_DEVIATION_VALUES) return null;
  return 50 + (10 * (score - within.mean)) / within.sd;
}

/** The sides' T values and their weighted mean, which is not standardised again. */
export function deviationValues(
  sides: Parts,
  cohort: Readonly<Record<string, Distribution>>,
  weights: Readonly<Record<string, number>>,
): { readonly sides: Readonly<Record<string, number | null>>; readonly overall: number | null } {
  const values = Object.fromEntries(
    Object.entries(sides).map(([id, { score }]) => {
      const within = cohort[id];
      return [id, within ? deviationValue(score, within) : null];
    }),
  );
  return { sides: values, overall: weightedMean(values, weights, (value) => value) };
}

function rankBandFloors(
  members: readonly Scores[],
  sides: Readonly<Record<string, Distribution>>,
  weights: Readonly<Record<string, number>>,
): readonly number[] {
  const overall = members.flatMap(
    (scores) => deviationValues(scores.sides, sides, weights).overall ?? [],
  );
  const bands = Math.ceil(overall.length / RANK_BAND);
  return floors(
    overall,
    Array.from({ length: Math.max(0, bands - 1) }, (_, k) => RANK_BAND * (k + 1)),
  );
}

function quarterFloors(members: readonly Scores[]): readonly [number, number, number] {
  const overall = members.map((scores) => scores.overall.score ?? 0);
  const cuts = [1, 2, 3].map((quarter) => Math.ceil((quarter * overall.length) / 4));
  return floors(overall, cuts) as [number, number, number];
}

/**
 * For each cut c the value from which on one belongs to the best c. It lies half-way to the next
 * lower value, so that it decides every member as its rank does, ties together, and states no
 * member's own value.
 */
function floors(values: readonly number[], cuts: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => b - a);
  return cuts.map((cut) => {
    const least = sorted[Math.min(cut, sorted.length) - 1] ?? 0;
    const below = sorted.find((value) => value < least - ROUNDING_NOISE);
    return below === undefined ? least : (least + below) / 2;
  });
}
