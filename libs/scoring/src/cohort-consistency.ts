import { type CohortStatistics, type Distribution, RANK_BAND } from './cohort.js';
import { type ComparisonGroup, INDUSTRY_ORDER, SIZE_CLASSES } from './comparisons.js';

/**
 * The first part of frozen statistics that contradicts the edition's sides or the statistics
 * themselves, as a JSON pointer; null when all fits. What a schema can say is taken as checked.
 */
export function inconsistencyOf(cohort: CohortStatistics, sides: readonly string[]): string | null {
  const { sideWeights, rankBandFloors = [], quarterFloors = [] } = cohort;
  const weighed = Object.values(sideWeights).some((weight) => weight > 0);
  if (!weighed || !namesExactly(sideWeights, sides)) return '/sideWeights';
  if (cohort.sides && !namesExactly(cohort.sides, sides)) return '/sides';
  const bands = Math.ceil(cohort.n / RANK_BAND);
  if (rankBandFloors.length >= bands || !descends(rankBandFloors)) return '/rankBandFloors';
  if (!descends(quarterFloors)) return '/quarterFloors';
  return (
    strayComparison(cohort.comparisons ?? [], sides) ??
    tooMany('/sides', cohort.sides, cohort.n) ??
    tooMany('/subItems', cohort.subItems, cohort.n) ??
    tooMany('/healthIssues', cohort.healthIssues, cohort.n)
  );
}

/** A group of unknown or repeated classes, or with other sides than the edition's. */
function strayComparison(
  groups: readonly ComparisonGroup[],
  sides: readonly string[],
): string | null {
  const seen = new Set<string>();
  for (const [index, { dimension, classes, means }] of groups.entries()) {
    const path = `/comparisons/${index}`;
    const known = CLASSES_OF[dimension];
    const names = dimension === 'all' ? [''] : classes;
    if (names.length === 0 || !classes.every((id) => known.includes(id))) return `${path}/classes`;
    for (const name of names) {
      const key = `${dimension}/${name}`;
      if (seen.has(key)) return `${path}/classes`;
      seen.add(key);
    }
    if (!namesExactly(means.sides, sides)) return `${path}/means/sides`;
  }
  return null;
}

const CLASSES_OF: Readonly<Record<ComparisonGroup['dimension'], readonly string[]>> = {
  all: [],
  industry: INDUSTRY_ORDER,
  size: SIZE_CLASSES.map(({ id }) => id),
};

function namesExactly(record: Readonly<Record<string, unknown>>, ids: readonly string[]): boolean {
  const found = Object.keys(record);
  return found.length === ids.length && ids.every((id) => found.includes(id));
}

function descends(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value <= (values[index - 1] ?? value));
}

/** A part of which more members have a score than the cohort has members. */
function tooMany(
  path: string,
  parts: Readonly<Record<string, Distribution>> = {},
  members: number,
): string | null {
  const found = Object.entries(parts).find(([, { n }]) => n > members);
  return found ? `${path}/${found[0]}/n` : null;
}
