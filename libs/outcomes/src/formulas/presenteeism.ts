import { DomainError } from '@sukoyaka/kernel';
import constants from '../data/formula-constants.json' with { type: 'json' };
import { within } from './input.js';

/** Published norms to set a company's mean beside; never a threshold. */
export const PRESENTEEISM_NORMS = {
  spq: { mean: constants.spq.normMean, standardDeviation: constants.spq.normStandardDeviation },
  'who-hpq-absolute': {
    mean: constants.hpq.normMean,
    standardDeviation: constants.hpq.normStandardDeviation,
  },
} as const;

/**
 * SPQ: loss in per cent, 100 less the performance answered.
 * @param performance 0–100 %.
 * @throws DomainError `OUTCOME_INPUT_OUT_OF_RANGE`.
 */
export function spqLoss(performance: number): number {
  return 100 - within('performance', performance, 0, 100);
}

/**
 * WHO-HPQ, absolute presenteeism, 0–100: ten times the own performance. More is better.
 * @param own answer B11, 0–10.
 * @throws DomainError `OUTCOME_INPUT_OUT_OF_RANGE`.
 */
export function hpqAbsolute(own: number): number {
  return 10 * within('own', own, 0, 10);
}

/**
 * WHO-HPQ, relative presenteeism: own performance by that of co-workers, truncated to the range of
 * the constants (0.25–2.0, believed). More is better.
 * @param own answer B11, 0–10.
 * @param others answer B9, above 0 and at most 10.
 * @throws DomainError `OUTCOME_INPUT_OUT_OF_RANGE`; `OUTCOME_RATIO_UNDEFINED` when `others` is 0.
 */
export function hpqRelative(own: number, others: number): number {
  within('own', own, 0, 10);
  if (within('others', others, 0, 10) === 0) {
    throw new DomainError('OUTCOME_RATIO_UNDEFINED', { input: 'others' });
  }
  const { leastRatio, greatestRatio } = constants.hpq;
  return Math.min(Math.max(own / others, leastRatio), greatestRatio);
}

/** Answers to the QQ method: how much and how well one works with the complaint, 0–10 each. */
export interface QuantityAndQuality {
  readonly quantity: number;
  readonly quality: number;
}

/**
 * QQ method: share of work lost on a day with the complaint, 0–1.
 * @throws DomainError `OUTCOME_INPUT_OUT_OF_RANGE`.
 */
export function qqDecline({ quantity, quality }: QuantityAndQuality): number {
  const done = within('quantity', quantity, 0, 10) / 10;
  return 1 - done * (within('quality', quality, 0, 10) / 10);
}

/**
 * QQ method: what one person's complaint costs in a year, in the currency of the pay.
 * @param days days with the complaint in the last 30, 0–30.
 * @param monthlyPay pay of one month, 0 or more.
 * @throws DomainError `OUTCOME_INPUT_OUT_OF_RANGE`.
 */
export function qqYearlyLoss(
  answers: QuantityAndQuality & { readonly days: number; readonly monthlyPay: number },
): number {
  const { daysInMonth, monthsInYear } = constants.qq;
  const share = within('days', answers.days, 0, daysInMonth) / daysInMonth;
  const pay = within('monthlyPay', answers.monthlyPay, 0, Number.MAX_SAFE_INTEGER);
  return share * qqDecline(answers) * pay * monthsInYear;
}
