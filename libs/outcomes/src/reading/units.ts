import type { UnitFamily } from '../catalogue/types.js';
import type { Figure } from '../figures/figure.js';
import type { Per } from '../text/tokens.js';
import type { Unit } from './types.js';

const HOURS: Readonly<Record<Per, Unit>> = {
  day: 'hours-per-day',
  week: 'hours-per-week',
  month: 'hours-per-month',
  year: 'hours-per-year',
  person: 'hours',
};

/**
 * The unit of a figure, `null` when it has none that is known. Days are days a person-year unless
 * counted by the month; percentage points are points, since they measure a difference.
 */
export function unitOf({ unit, per, scale }: Figure): Unit | null {
  switch (unit) {
    case null:
      return scale === null ? null : `score-of-${scale}`;
    case 'points':
      return scale === null ? 'points' : `score-of-${scale}`;
    case 'percentage-points':
      return 'points';
    case 'hours':
      return per === null ? 'hours' : HOURS[per];
    case 'days':
      return per === 'month' ? 'days-per-month' : 'days';
    case 'tenths':
      return 'percent';
    case 'minutes':
    case 'other':
      return null;
    default:
      return unit;
  }
}

/** The kind of quantity that a unit measures, as far as indicators are published in it. */
export function familyOf(unit: Unit): UnitFamily | null {
  if (unit.startsWith('score-of-') || unit === 'points' || unit === 'ratio') return 'score';
  if (unit.startsWith('hours')) return 'hours';
  if (unit.startsWith('days')) return 'days';
  switch (unit) {
    case 'percent':
    case 'index':
    case 'currency':
    case 'years':
    case 'steps':
      return unit;
    default:
      return null;
  }
}

/** Greatest value that a unit can hold, Infinity without one. */
export function greatest(unit: Unit, percentMax: number): number {
  if (unit.startsWith('score-of-')) return Number(unit.slice('score-of-'.length));
  switch (unit) {
    case 'percent':
      return percentMax;
    case 'days':
      return 366;
    case 'days-per-month':
      return 31;
    case 'hours-per-day':
      return 24;
    case 'hours-per-week':
      return 168;
    case 'hours-per-month':
      return 744;
    case 'hours-per-year':
      return 8784;
    default:
      return Number.POSITIVE_INFINITY;
  }
}
