import { type CohortStatistics, type Distribution, RANK_BAND } from './cohort.js';

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
    tooMany('/sides', cohort.sides, cohort.n) ??
    tooMany('/subItems', cohort.subItems, cohort.n) ??
    tooMany('/healthIssues', cohort.healthIssues, cohort.n)
  );
}

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
