import { DomainError } from '@sukoyaka/kernel';
import { indicatorOf, type IndicatorId, type InstrumentId } from '../catalogue/catalogue.js';
import type { Direction } from '../catalogue/types.js';
import { readName } from '../kpi/read-name.js';
import type { OutcomeReading, OutcomeValue, Unit } from '../reading/types.js';

declare const measuredIn: unique symbol;

/** The instrument of a figure; `null` where none is named. */
export type Measuring = InstrumentId | null;

/** An outcome figure of a company, whatever measured it. */
export interface OutcomeFigure {
  readonly indicator: IndicatorId;
  readonly instrument: Measuring;
  /** Version of the instrument, where it is known. */
  readonly version: string | null;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly value: number;
  /** Upper end, with bound `range`. */
  readonly high?: number;
  readonly bound: OutcomeValue['bound'];
  readonly kind: OutcomeValue['kind'];
  readonly group: string | null;
  /** What the indicator is narrowed down to, such as the organ of a cancer screening. */
  readonly detail: string | null;
  /** People measured and people who could have been. */
  readonly measured: number | null;
  readonly eligible: number | null;
  readonly period: string | null;
}

/**
 * An outcome tied by its type to the instrument and the unit that it was measured in:
 * `Outcome<'spq', 'percent'>` and `Outcome<'qq', 'percent'>` are not exchangeable.
 */
export interface Outcome<
  I extends Measuring = Measuring,
  U extends Unit = Unit,
> extends OutcomeFigure {
  readonly instrument: I;
  readonly unit: U;
  /** Phantom: makes the type invariant in instrument and unit. Never present. */
  readonly [measuredIn]?: (of: readonly [I, U]) => readonly [I, U];
}

/** What is needed to state an outcome; the rest has defaults. */
export interface OutcomeSpec<I extends Measuring, U extends Unit> extends Partial<
  Omit<OutcomeFigure, 'indicator' | 'instrument' | 'unit' | 'value'>
> {
  readonly indicator: IndicatorId;
  readonly instrument: I;
  readonly unit: U;
  readonly value: number;
}

const DEFAULTS = {
  version: null,
  bound: 'exact',
  kind: 'actual',
  group: null,
  detail: null,
  measured: null,
  eligible: null,
  period: null,
} as const;

function checkCounts(measured: number | null, eligible: number | null): void {
  for (const count of [measured, eligible]) {
    if (count !== null && !(Number.isInteger(count) && count >= 0)) {
      throw new DomainError('OUTCOME_COUNT_INVALID', { count });
    }
  }
  if (measured !== null && eligible !== null && measured > eligible) {
    throw new DomainError('OUTCOME_MEASURED_ABOVE_ELIGIBLE', { measured, eligible });
  }
}

/**
 * States an outcome with its instrument and unit as literal types.
 * @throws DomainError `OUTCOME_VALUE_INVALID`; `OUTCOME_COUNT_INVALID`;
 * `OUTCOME_MEASURED_ABOVE_ELIGIBLE`; `OUTCOME_DIRECTION_MISSING` where the indicator has none and
 * the specification neither.
 */
export function outcome<const I extends Measuring, const U extends Unit>(
  spec: OutcomeSpec<I, U>,
): Outcome<I, U> {
  const { indicator, value } = spec;
  if (!Number.isFinite(value)) throw new DomainError('OUTCOME_VALUE_INVALID', { indicator });
  const direction = spec.direction ?? indicatorOf(indicator).direction;
  if (direction === null) throw new DomainError('OUTCOME_DIRECTION_MISSING', { indicator });
  checkCounts(spec.measured ?? null, spec.eligible ?? null);
  return { ...DEFAULTS, ...spec, direction };
}

/** Whether an outcome was measured by an instrument, in a unit: then its type says so. */
export function isMeasuredBy<const I extends Measuring, const U extends Unit>(
  figure: OutcomeFigure,
  instrument: I,
  unit: U,
): figure is Outcome<I, U> {
  return figure.instrument === instrument && figure.unit === unit;
}

/** What the publisher of a row says beside it. */
export interface Measured {
  readonly version?: string;
  readonly measured?: number;
  readonly eligible?: number;
}

/**
 * The outcomes of a reading, one for each value; none unless the row was recognised, since an
 * ambiguous figure has no direction to compare by.
 * @throws DomainError as {@link outcome}.
 */
export function outcomesOf(reading: OutcomeReading, about: Measured = {}): readonly Outcome[] {
  const { status, indicator, instrument, unit, direction } = reading;
  if (status !== 'recognised' || indicator === null || unit === null || direction === null) {
    return [];
  }
  const detail = readName(reading.kpi).labels.group.detail ?? null;
  return reading.values.map((value) =>
    outcome({ indicator, instrument, unit, direction, detail, ...about, ...value }),
  );
}
