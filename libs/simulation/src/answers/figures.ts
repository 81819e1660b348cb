import type { Cell, NumberItem, PercentageValue, QuestionScoring } from '@sukoyaka/survey';
import type { Company } from '../company.js';
import { decimals, type Random, within } from '../random.js';
import { BY_UNIT, FIGURES, OTHER_RATE, PER_BAHT, type Range, RATES } from './ranges.js';

type Steps = Extract<QuestionScoring, { readonly by: 'steps' }>;

/** The rate that a company of `level` (0–1) reaches on the staircase by which the rate is scored. */
export function onSteps({ steps, direction }: Steps, level: number): number {
  const rising = direction === 'higher-is-better';
  const knots = steps.map(({ at }) => at).sort((a, b) => (rising ? a - b : b - a));
  const first = knots[0] ?? 0;
  const last = knots.at(-1) ?? 0;
  const worst = rising ? first * 0.55 : first * 1.5;
  const best = rising ? last + Math.max(0, 100 - last) * 0.8 : last * 0.4;
  return along([worst, ...knots, best], level);
}

/** The point at `level` (0–1) of a line through equally spaced knots. */
function along(knots: readonly number[], level: number): number {
  const position = within(0, 1, level) * (knots.length - 1);
  const index = Math.min(Math.floor(position), knots.length - 2);
  const from = knots[index] as number;
  const to = knots[index + 1] as number;
  return from + (position - index) * (to - from);
}

export function inRange([starting, advanced]: Range, level: number): number {
  return starting + within(0, 1, level) * (advanced - starting);
}

export function rateRange(item: string): Range {
  return RATES[item] ?? OTHER_RATE;
}

/** A figure of a number item, in its unit and within its limits. */
export function numberFigure(item: NumberLimits, level: number, company: Company): number {
  const range = (item.id === undefined ? undefined : FIGURES[item.id]) ?? BY_UNIT[item.unit];
  if (item.unit === 'people') {
    return fit(item, Math.round(company.organisation.employees * within(0, 1, level)));
  }
  const money = item.unit === 'currency' || item.unit === 'currency-per-person';
  const factor = money ? (PER_BAHT[company.currency] ?? 1) : 1;
  return fit(item, inRange(range ?? OTHER_RATE, level) * factor);
}

export type NumberLimits = Pick<NumberItem, 'min' | 'max' | 'unit'> & {
  readonly id?: string;
  readonly integer?: boolean;
};

/** The number as the question takes it. */
export function fit({ min, max, integer }: NumberLimits, value: number): number {
  const digits = integer || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return within(min, max, decimals(value, digits));
}

/** Counts of fewer people would jump from year to year by rounding alone. */
const LEAST_COUNTED = 15;

/** A rate as the company writes it: counts of `people`, or a percentage, now and then with a bound. */
export function rate(
  percent: number,
  people: number,
  company: Company,
  random: Random,
): PercentageValue {
  const held = within(0, 100, percent);
  if (company.countsRates && people >= LEAST_COUNTED) {
    return { numerator: Math.round((held * people) / 100), denominator: people };
  }
  const shown = decimals(held, 1);
  const bounded = held >= 90 && held < 100 && random.chance(0.1);
  return bounded ? { percent: Math.floor(shown), bound: 'at-least' } : { percent: shown };
}

/** The figure of a cell for comparison within its row. */
export function sizeOf(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  return 'percent' in cell ? cell.percent : (100 * cell.numerator) / cell.denominator;
}
