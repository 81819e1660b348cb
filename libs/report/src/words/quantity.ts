import type { Bound, Unit } from '@sukoyaka/survey';
import { number, type Phrase, same, say } from './phrase.js';

const UNITS: ReadonlySet<string> = new Set<Unit>([
  'people',
  'count',
  'percent',
  'days',
  'hours',
  'hours-per-month',
  'minutes',
  'points',
  'score',
  'currency',
  'currency-per-person',
  'per-million-hours',
]);

/** A number with its unit; the bare number where the unit has no words. */
export function quantity(value: number, unit: string): Phrase {
  if (!Number.isFinite(value)) return same('–');
  const digits = Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1;
  const n = number(value, digits);
  return UNITS.has(unit) ? say(`unit.${unit}`, { n }) : n;
}

/** A quantity with what was published of its exactness ("90 % or more"). */
export function bounded(value: number, unit: string, bound: Bound): Phrase {
  const plain = quantity(value, unit);
  return bound === 'exact' ? plain : say(`bound.${bound}`, { value: plain });
}
