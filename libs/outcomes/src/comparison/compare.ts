import { round } from '@sukoyaka/kernel';
import { indicatorOf } from '../catalogue/catalogue.js';
import type { Unit } from '../reading/types.js';
import type { Measuring, Outcome, OutcomeFigure } from './outcome.js';

/** Why two outcomes are not compared. */
export type Incomparable =
  | 'indicator-differs'
  | 'detail-differs'
  | 'instrument-differs'
  | 'instrument-unknown'
  | 'version-differs'
  | 'unit-differs'
  | 'scale-unknown'
  | 'currency-unknown'
  | 'group-differs'
  | 'kind-differs'
  | 'direction-differs';

/** The first outcome beside the second. */
export type Comparison =
  | {
      readonly comparable: true;
      /** First less second in their unit; `null` unless both are exact. */
      readonly difference: number | null;
      readonly verdict: 'better' | 'worse' | 'equal' | 'undecided';
    }
  | { readonly comparable: false; readonly reason: Incomparable };

/** The values that a figure can stand for. */
interface Interval {
  readonly low: number;
  readonly high: number;
  readonly open: boolean;
}

const UNBOUNDED = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function interval({ value, high, bound }: OutcomeFigure): Interval {
  switch (bound) {
    case 'exact':
      return { low: value, high: value, open: false };
    case 'range':
      return { low: value, high: high ?? value, open: false };
    case 'at-least':
    case 'more-than':
      return { ...UNBOUNDED, low: value, open: bound === 'more-than' };
    case 'at-most':
    case 'less-than':
      return { ...UNBOUNDED, high: value, open: bound === 'less-than' };
    case 'about':
      return { ...UNBOUNDED, open: false };
  }
}

/** Whether every value of the first lies above every value of the second. */
function isAbove(a: Interval, b: Interval): boolean {
  return a.low > b.high || (a.low === b.high && (a.open || b.open));
}

function verdict(a: OutcomeFigure, b: OutcomeFigure): 'better' | 'worse' | 'equal' | 'undecided' {
  const [first, second] = [interval(a), interval(b)];
  if (a.bound === 'exact' && b.bound === 'exact' && a.value === b.value) return 'equal';
  const more = a.direction === 'higher-is-better' ? 'better' : 'worse';
  const less = a.direction === 'higher-is-better' ? 'worse' : 'better';
  if (isAbove(first, second)) return more;
  return isAbove(second, first) ? less : 'undecided';
}

/** A score in bare points is on a scale that nobody stated, unless its instrument fixes it. */
function scaleUnknown({ unit, instrument }: OutcomeFigure): boolean {
  return unit === 'points' && instrument === null;
}

/** Why two outcomes may not be compared, `null` when they may. */
function incomparable(a: OutcomeFigure, b: OutcomeFigure): Incomparable | null {
  if (a.indicator !== b.indicator) return 'indicator-differs';
  if (a.detail !== b.detail) return 'detail-differs';
  if (a.instrument !== b.instrument) return 'instrument-differs';
  if (a.instrument === null && indicatorOf(a.indicator).instrument === 'required') {
    return 'instrument-unknown';
  }
  if (a.version !== b.version) return 'version-differs';
  if (a.unit !== b.unit) return 'unit-differs';
  if (scaleUnknown(a)) return 'scale-unknown';
  if (a.unit === 'currency') return 'currency-unknown';
  if (a.group !== b.group) return 'group-differs';
  if (a.kind === 'target' ? b.kind !== 'target' : b.kind === 'target') return 'kind-differs';
  return a.direction === b.direction ? null : 'direction-differs';
}

/**
 * Compares two outcomes, or says why they may not be compared.
 *
 * Outcomes of different instruments or units do not compile together. Where the types are not
 * literal (figures read from a table) the same rule holds when it runs: an instrument that is
 * required and not named is never taken to be the same. Periods may differ: that is a trend.
 */
export function compareOutcomes<I extends Measuring, U extends Unit>(
  a: Outcome<I, U>,
  b: Outcome<NoInfer<I>, NoInfer<U>>,
): Comparison {
  const reason = incomparable(a, b);
  if (reason !== null) return { comparable: false, reason };
  const exact = a.bound === 'exact' && b.bound === 'exact';
  const difference = exact ? round(a.value - b.value, 6) : null;
  return { comparable: true, difference, verdict: verdict(a, b) };
}
