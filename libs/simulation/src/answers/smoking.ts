import type { Cell } from '@sukoyaka/survey';
import { sizeOf } from './figures.js';
import { SMOKING } from './ranges.js';

/** Smokers of each sex make up the smokers of all: per cent of `item`; undefined for other items. */
export function smokingOf(
  item: string,
  row: Readonly<Record<string, Cell>>,
  people: (item: string) => number,
): number | undefined {
  const all = row['smoking'];
  if (all === undefined) return undefined;
  const men = people('smoking-men');
  const women = people('smoking-women');
  const smokers = smokersOf(all, men + women);
  const share = (SMOKING.menPerWoman * men) / (SMOKING.menPerWoman * men + women);
  const smokingMen = Math.min(smokers * share, (SMOKING.most * men) / 100);
  if (item === 'smoking-men') return (100 * smokingMen) / men;
  if (item !== 'smoking-women') return undefined;
  const counted = row['smoking-men'];
  return (100 * (smokers - (counted === undefined ? smokingMen : smokersOf(counted, men)))) / women;
}

function smokersOf(rate: Cell, people: number): number {
  return typeof rate === 'object' && 'numerator' in rate
    ? rate.numerator
    : (sizeOf(rate) * people) / 100;
}
