import type {
  Answers,
  AnswerValue,
  Bound,
  Cell,
  PercentageValue,
  YearTableValue,
} from './answers.js';

/**
 * What is known of a figure: it lies between `low` and `high`, an open end excluded.
 * A count or an exact rate has both ends equal; "90 % or more" reaches from 90 upwards.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** The answer to `id`. No question may be named as something that every object inherits. */
export function answerOf(answers: Answers, id: string): AnswerValue | undefined {
  return answers[id];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isNotApplicable(value: unknown): value is { readonly notApplicable: string } {
  return isRecord(value) && Object.hasOwn(value, 'notApplicable');
}

export function isPerSite(
  value: unknown,
): value is { readonly sites: Readonly<Record<string, never>> } {
  return isRecord(value) && Object.hasOwn(value, 'sites') && isRecord(value['sites']);
}

/** The rate in per cent that a percentage value states, whatever its bound. */
export function percentOf(value: PercentageValue): number {
  return 'percent' in value ? value.percent : (100 * value.numerator) / value.denominator;
}

/** What a cell says of its figure; a rate never falls below 0, and rises above 100 only by counts. */
export function intervalOf(cell: Cell): Interval {
  if (typeof cell === 'number') return exactly(cell);
  const percent = percentOf(cell);
  return 'percent' in cell ? bounded(percent, cell.bound ?? 'exact') : exactly(percent);
}

function exactly(value: number): Interval {
  return { low: value, high: value, lowOpen: false, highOpen: false };
}

function bounded(percent: number, bound: Bound): Interval {
  const whole = { low: 0, high: Math.max(100, percent), lowOpen: false, highOpen: false };
  switch (bound) {
    case 'exact':
      return exactly(percent);
    case 'at-least':
      return { ...whole, low: percent };
    case 'more-than':
      return { ...whole, low: percent, lowOpen: true };
    case 'at-most':
      return { ...whole, high: percent };
    case 'less-than':
      return { ...whole, high: percent, highOpen: true };
    case 'about':
      return whole;
  }
}

/** The cell of `item` in the latest year that has it, with that year. */
export function latestCell(
  table: YearTableValue,
  item: string,
): { readonly year: string; readonly cell: Cell } | undefined {
  // Keys that are whole numbers come in ascending order.
  const years = Object.keys(table);
  for (let index = years.length - 1; index >= 0; index -= 1) {
    const year = years[index] ?? '';
    const cell = table[year]?.[item];
    if (cell !== undefined) return { year, cell };
  }
  return undefined;
}

/** The figure that an answer states: a number, a rate, or a table's latest value of `item`. */
export function figureOf(value: AnswerValue | undefined, item?: string): Cell | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || Array.isArray(value) || 'notApplicable' in value)
    return undefined;
  if (item !== undefined) return latestCell(value as YearTableValue, item)?.cell;
  return value as unknown as PercentageValue;
}
