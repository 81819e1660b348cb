import type { Bound, Unit } from '@sukoyaka/survey';
import { round } from '@sukoyaka/kernel';
import { join, number, type Phrase, same, say } from './phrase.js';

/** The units that have words. */
export const UNITS: ReadonlySet<string> = new Set<Unit>([
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
export function quantity(value: number, unit: string, currency?: string): Phrase {
  return quantities([value], unit, currency);
}

/** Numbers that follow one another, with their unit once; money in `currency` where that is known. */
export function quantities(values: readonly number[], unit: string, currency?: string): Phrase {
  const n = join(values.map(plainNumber), 'steps');
  if (!UNITS.has(unit)) return n;
  return say(`unit.${unit}`, {
    n,
    currency: currency === undefined ? say('unit.as-stated') : same(currency),
  });
}

/** A number with as many decimals as its size needs. */
export function plainNumber(value: number): Phrase {
  if (!Number.isFinite(value)) return same('–');
  return number(value, decimalsOf(value));
}

/** How many decimals a value is worth: two below ten, one above, none that are zero. */
export function decimalsOf(value: number): number {
  const most = Math.abs(value) < 10 ? 2 : 1;
  return (String(round(value, most)).split('.')[1] ?? '').length;
}

/** A quantity with what was published of its exactness ("90 % or more"). */
export function bounded(value: number, unit: string, bound: Bound): Phrase {
  const plain = quantity(value, unit);
  return bound === 'exact' ? plain : say(`bound.${bound}`, { value: plain });
}
