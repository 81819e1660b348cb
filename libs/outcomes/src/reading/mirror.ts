import { round } from '@sukoyaka/kernel';
import type { Bound } from '../text/tokens.js';

const MIRRORED: Readonly<Record<Bound, Bound>> = {
  exact: 'exact',
  about: 'about',
  range: 'range',
  'at-least': 'at-most',
  'at-most': 'at-least',
  'more-than': 'less-than',
  'less-than': 'more-than',
};

/** The bound of 100 − x when x has `bound`. Applied twice it gives the bound back. */
export function mirrorBound(bound: Bound): Bound {
  return MIRRORED[bound];
}

/** A percentage and the bound it is stated with. */
export interface Percentage {
  readonly value: number;
  readonly high: number | null;
  readonly decimals: number;
  readonly bound: Bound;
}

/** 100 less a percentage, at its own number of decimals; the ends of a range change places. */
export function mirror<T extends Percentage>(figure: T): T {
  const { value, high, decimals, bound } = figure;
  const rest = (x: number) => round(100 - x, Math.min(decimals, 12));
  return {
    ...figure,
    value: rest(high ?? value),
    high: high === null ? null : rest(value),
    bound: mirrorBound(bound),
  };
}
