import type { NumberQuestion, PercentageQuestion, TableItem } from '../definition.js';
import { type Findings, inShort, shorten } from '../problem.js';
import { type Checker, checkKeys, wrongShape } from './checker.js';
import { isRecord } from '../values.js';

type RateRules = Pick<PercentageQuestion, 'mayExceed100' | 'leastPeople'>;
type NumberRules = Pick<NumberQuestion, 'min' | 'max' | 'integer' | 'unit'>;

const BOUNDS: readonly unknown[] = [
  'exact',
  'at-least',
  'more-than',
  'at-most',
  'less-than',
  'about',
];

/** A JSON number within its range; whole where the unit asks for it. */
export function numberChecker(rules: NumberRules): Checker {
  return (value, out) => {
    if (typeof value !== 'number') return wrongShape(out, 'number', value);
    if (!Number.isFinite(value)) return out.error('not-finite');
    if (value < rules.min) out.error('below-minimum', { value, minimum: rules.min });
    else if (value > rules.max) out.error('above-maximum', { value, maximum: rules.max });
    else if (rules.integer && !Number.isInteger(value)) out.error('not-whole', { value });
  };
}

/**
 * A rate: whole counts, or the published percentage with an optional bound, never both.
 * More than 100 % is an error, or a warning where the question says that it can happen.
 */
export function percentageChecker(rules: RateRules): Checker {
  return (value, out) => {
    if (isRecord(value) && Object.hasOwn(value, 'percent')) checkPublished(value, rules, out);
    else checkCounts(value, rules, out);
  };
}

function checkPublished(
  value: Readonly<Record<string, unknown>>,
  rules: RateRules,
  out: Findings,
): void {
  checkKeys(value, ['percent', 'bound'], 'percentage', out);
  const { percent, bound } = value;
  if (typeof percent !== 'number')
    return out.within('percent', () => wrongShape(out, 'number', percent));
  if (!Number.isFinite(percent)) return out.error('not-finite');
  if (Object.hasOwn(value, 'bound') && !BOUNDS.includes(bound)) {
    out.error('unknown-bound', {
      bound: typeof bound === 'string' ? shorten(bound) : inShort(bound),
    });
  }
  const most = rules.mayExceed100 ? Infinity : 100;
  if (percent < 0 || percent > most) out.error('percent-out-of-range', { percent });
  else if (
    (bound === 'less-than' && percent === 0) ||
    (bound === 'more-than' && percent === most)
  ) {
    out.error('bound-impossible', { percent, bound });
  } else if (percent > 100) out.warn('rate-above-100', { percent });
}

function checkCounts(value: unknown, rules: RateRules, out: Findings): void {
  if (!checkKeys(value, ['numerator', 'denominator'], 'percentage', out)) return;
  const numerator = checkCount(value, 'numerator', out);
  const denominator = checkCount(value, 'denominator', out);
  if (numerator === undefined || denominator === undefined) return;
  const least = rules.leastPeople ?? 0;
  if (denominator === 0) out.error('denominator-zero');
  else if (denominator < least) out.error('too-few-people', { denominator, least });
  else if (numerator > denominator) {
    const params = { numerator, denominator };
    if (rules.mayExceed100)
      out.warn('rate-above-100', { percent: ratePercent(numerator, denominator) });
    else out.error('numerator-above-denominator', params);
  }
}

function ratePercent(numerator: number, denominator: number): number {
  return Math.round((1000 * numerator) / denominator) / 10;
}

/** Counts of people or cases: whole numbers from 0 to ten million. */
function checkCount(
  value: Readonly<Record<string, unknown>>,
  key: 'numerator' | 'denominator',
  out: Findings,
): number | undefined {
  const count = Object.hasOwn(value, key) ? value[key] : undefined;
  const before = out.count;
  if (typeof count === 'number' && count >= 0 && count <= MOST && Number.isInteger(count))
    return count;
  out.within(key, () => {
    if (typeof count === 'number' && count < 0) out.error('negative-count', { value: count });
    else numberChecker({ min: 0, max: MOST, integer: true, unit: 'people' })(count, out);
  });
  return out.count === before ? (count as number) : undefined;
}

const MOST = 10_000_000;

/** The checker of one cell of a table. */
export function cellChecker(item: TableItem): Checker {
  return item.kind === 'number' ? numberChecker(item) : percentageChecker(item);
}
