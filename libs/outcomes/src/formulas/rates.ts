import { DomainError } from '@sukoyaka/kernel';
import { within } from './input.js';

const MANY = Number.MAX_SAFE_INTEGER;

/**
 * A share in per cent.
 * @param part people counted, 0 to `whole`.
 * @param whole people asked or employed, above 0.
 * @throws DomainError `OUTCOME_INPUT_OUT_OF_RANGE`; `OUTCOME_RATIO_UNDEFINED` when `whole` is 0.
 */
export function percentageOf(part: number, whole: number): number {
  if (within('whole', whole, 0, MANY) === 0) {
    throw new DomainError('OUTCOME_RATIO_UNDEFINED', { input: 'whole' });
  }
  return (100 * within('part', part, 0, whole)) / whole;
}

/** High-stress rate in per cent: people with high stress among those who took the check. */
export function highStressRate(highStress: number, measured: number): number {
  return percentageOf(highStress, measured);
}

/**
 * Absenteeism in days per person-year.
 * @param daysAbsent days lost to illness by all people in the period.
 * @param personYears mean head-count times years, above 0.
 * @throws DomainError `OUTCOME_INPUT_OUT_OF_RANGE`, `OUTCOME_RATIO_UNDEFINED`.
 */
export function absenceDays(daysAbsent: number, personYears: number): number {
  if (within('personYears', personYears, 0, MANY) === 0) {
    throw new DomainError('OUTCOME_RATIO_UNDEFINED', { input: 'personYears' });
  }
  return within('daysAbsent', daysAbsent, 0, 366 * personYears) / personYears;
}

/** Absenteeism as per cent of the workdays that all people were scheduled for. */
export function absenceShare(daysAbsent: number, scheduledDays: number): number {
  return percentageOf(daysAbsent, scheduledDays);
}

/** Leave rate in per cent: people on sick leave among the employed. */
export function leaveRate(onLeave: number, employed: number): number {
  return percentageOf(onLeave, employed);
}
