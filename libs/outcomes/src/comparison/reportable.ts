import { DomainError } from '@sukoyaka/kernel';
import { indicatorOf, type IndicatorId } from '../catalogue/catalogue.js';
import constants from '../data/formula-constants.json' with { type: 'json' };

/** Whether a figure may be shown; `unknown` when nobody said how many people it describes. */
export type Reportable =
  | { readonly verdict: 'accepted' }
  | { readonly verdict: 'refused'; readonly reason: 'too-few-people'; readonly minimum: number }
  | { readonly verdict: 'refused'; readonly reason: 'nobody-measured' }
  | { readonly verdict: 'unknown'; readonly reason: 'people-unknown'; readonly minimum: number };

/**
 * Whether a figure of an indicator may be shown, by how many people were measured.
 *
 * Figures of people's health (stress, prevalence, presenteeism) of fewer than ten are refused, since
 * they can point at a person; participation and working conditions of a small company are accepted
 * ("all 6 had a check-up").
 *
 * @param measured people measured, `null` when it was not said.
 * @throws DomainError `OUTCOME_COUNT_INVALID` unless `measured` is a whole number, 0 or more.
 */
export function checkReportable(indicator: IndicatorId, measured: number | null): Reportable {
  if (measured !== null && !(Number.isInteger(measured) && measured >= 0)) {
    throw new DomainError('OUTCOME_COUNT_INVALID', { count: measured });
  }
  if (measured === 0) return { verdict: 'refused', reason: 'nobody-measured' };
  if (indicatorOf(indicator).protection !== 'health-state') return { verdict: 'accepted' };
  const minimum = constants.minimumPeople.value;
  if (measured === null) return { verdict: 'unknown', reason: 'people-unknown', minimum };
  return measured < minimum
    ? { verdict: 'refused', reason: 'too-few-people', minimum }
    : { verdict: 'accepted' };
}
