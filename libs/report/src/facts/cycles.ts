import type { Cycle, View } from '../view.js';
import { date, type Phrase, year } from '../words/phrase.js';

/** A cycle's year; the day on which its period ended where another cycle ended in the same year. */
export function cycleName({ cycles }: Pick<View, 'cycles'>, cycle: Cycle): Phrase {
  const isAlone = cycles.filter((each) => each.year === cycle.year).length < 2;
  return isAlone || cycle.end === null ? year(cycle.year) : date(cycle.end);
}
