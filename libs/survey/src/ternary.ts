import type { Comparison, Ternary } from './condition.js';
import type { Interval } from './values.js';

/** Kleene's "and": false if any is false, else unknown if any is unknown. */
export function allOf(values: Iterable<Ternary>): Ternary {
  let result: Ternary = true;
  for (const value of values) {
    if (value === false) return false;
    if (value === undefined) result = undefined;
  }
  return result;
}

/** Kleene's "or": true if any is true, else unknown if any is unknown. */
export function anyOf(values: Iterable<Ternary>): Ternary {
  let result: Ternary = false;
  for (const value of values) {
    if (value === true) return true;
    if (value === undefined) result = undefined;
  }
  return result;
}

export function not(value: Ternary): Ternary {
  return value === undefined ? undefined : !value;
}

/** At least `count` hold: true once that many do, false once no longer possible. */
export function atLeast(count: number, values: readonly Ternary[]): Ternary {
  const met = values.filter((value) => value === true).length;
  const open = values.filter((value) => value === undefined).length;
  if (met >= count) return true;
  return met + open < count ? false : undefined;
}

/** Compares what is known of a figure with `limit`; unknown where both outcomes remain possible. */
export function compareInterval(figure: Interval, comparison: Comparison, limit: number): Ternary {
  switch (comparison) {
    case '>=':
      return reaches(figure, limit);
    case '>':
      return exceeds(figure, limit);
    case '<':
      return not(reaches(figure, limit));
    case '<=':
      return not(exceeds(figure, limit));
    case '=':
      return allOf([reaches(figure, limit), not(exceeds(figure, limit))]);
  }
}

function reaches(figure: Interval, limit: number): Ternary {
  if (figure.low >= limit) return true;
  return figure.high < limit || (figure.highOpen && figure.high === limit) ? false : undefined;
}

function exceeds(figure: Interval, limit: number): Ternary {
  if (figure.low > limit || (figure.lowOpen && figure.low === limit)) return true;
  return figure.high <= limit ? false : undefined;
}
