import { DomainError } from '@sukoyaka/kernel';
import {
  type CohortStatistics,
  deviationValue,
  deviationValues,
  type Distribution,
  MINIMUM_FOR_DEVIATION_VALUES,
  MINIMUM_FOR_QUARTERS,
  RANK_BAND,
} from './cohort.js';
import type { Scores } from './scores.js';

type DeviationValues = Readonly<Record<string, number | null>>;

export interface RankBand {
  readonly from: number;
  readonly to: number;
}

/** Where a company stands in a cohort. What the cohort's size does not allow is null. */
export interface Standing {
  readonly cohort: { readonly label: string; readonly n: number; readonly synthetic: boolean };
  readonly overall: number | null;
  readonly sides: DeviationValues | null;
  readonly subItems: DeviationValues | null;
  readonly healthIssues: DeviationValues | null;
  /** Ranks `from`–`to` of n, best first. */
  readonly rankBand: RankBand | null;
  /** The next better band, and how far in T it is at most, in steps of 0.5; null in the best one. */
  readonly nextBand: (RankBand & { readonly distance: number }) | null;
  /** 1 = best quarter. */
  readonly quarter: 1 | 2 | 3 | 4 | null;
}

/**
 * Holds a company against frozen statistics: T values and rank band from 100 organisations on,
 * the quarter of the round from 40 to 99, below that neither.
 * @throws DomainError COHORT_OTHER_EDITION when the statistics belong to another edition.
 */
export function standingIn(scores: Scores, cohort: CohortStatistics): Standing {
  if (cohort.edition !== scores.edition) {
    const params = { expected: scores.edition, found: cohort.edition };
    throw new DomainError('COHORT_OTHER_EDITION', params);
  }
  const { label, n, synthetic } = cohort;
  const none = { overall: null, sides: null, subItems: null, healthIssues: null };
  const unranked = { rankBand: null, nextBand: null };
  const identity = { label, n, synthetic };
  if (n >= MINIMUM_FOR_DEVIATION_VALUES && cohort.sides) {
    return { cohort: identity, ...deviations(scores, cohort, cohort.sides), quarter: null };
  }
  const quarter = n >= MINIMUM_FOR_QUARTERS ? quarterOf(scores, cohort) : null;
  return { cohort: identity, ...none, ...unranked, quarter };
}

function deviations(
  scores: Scores,
  cohort: CohortStatistics,
  sides: Readonly<Record<string, Distribution>>,
): Omit<Standing, 'cohort' | 'quarter'> {
  const { overall, sides: values } = deviationValues(scores.sides, sides, cohort.sideWeights);
  return {
    overall,
    sides: values,
    subItems: each(scores.subItems, cohort.subItems),
    healthIssues: each(scores.healthIssues, cohort.healthIssues),
    ...bandsOf(overall, cohort),
  };
}

function each(
  parts: Readonly<Record<string, { readonly score: number | null }>>,
  within: Readonly<Record<string, Distribution>> | undefined,
): DeviationValues | null {
  if (!within) return null;
  return Object.fromEntries(
    Object.entries(parts).map(([id, { score }]) => {
      const part = within[id];
      return [id, part ? deviationValue(score, part) : null];
    }),
  );
}

function bandsOf(
  overall: number | null,
  { rankBandFloors: floors, n }: CohortStatistics,
): Pick<Standing, 'rankBand' | 'nextBand'> {
  if (overall === null || !floors) return { rankBand: null, nextBand: null };
  const found = floors.findIndex((floor) => overall >= floor);
  const band = found === -1 ? floors.length : found;
  const above = floors[band - 1];
  const next =
    above === undefined ? null : { ...ranksOf(band - 1, n), distance: coarse(above - overall) };
  return { rankBand: ranksOf(band, n), nextBand: next };
}

/** In steps of half a point of T, rounded up: more would tell the score of the next in rank. */
function coarse(distance: number): number {
  return Math.max(1, Math.ceil(2 * distance)) / 2;
}

/** The ranks of a band, the best being number 0. */
function ranksOf(band: number, n: number): RankBand {
  return { from: band * RANK_BAND + 1, to: Math.min((band + 1) * RANK_BAND, n) };
}

function quarterOf(scores: Scores, cohort: CohortStatistics): Standing['quarter'] {
  const { score } = scores.overall;
  if (score === null || !cohort.quarterFloors) return null;
  const found = cohort.quarterFloors.findIndex((floor) => score >= floor);
  return ((found === -1 ? 3 : found) + 1) as 1 | 2 | 3 | 4;
}
