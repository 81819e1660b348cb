import type { IndicatorId, InstrumentId } from '../catalogue/catalogue.js';
import type { Direction } from '../catalogue/types.js';
import type { Absence, Bound, Kind } from '../text/tokens.js';

/** One row of a table of published figures, exactly as collected. */
export interface OutcomeRow {
  readonly company: string;
  readonly kpi: string;
  readonly value: string;
}

/** Unit of the figures of a reading. `score-of-10` is a score whose maximum is 10. */
export type Unit =
  | 'percent'
  | 'points'
  | 'ratio'
  | 'index'
  | 'days'
  | 'days-per-month'
  | 'hours'
  | 'hours-per-day'
  | 'hours-per-week'
  | 'hours-per-month'
  | 'hours-per-year'
  | 'people'
  | 'currency'
  | 'times'
  | 'steps'
  | 'years'
  | 'months'
  | 'weeks'
  | `score-of-${number}`;

export type Status = 'recognised' | 'ambiguous' | 'unrecognised';

/** Why a row is not simply recognised. */
export type Reason =
  // unrecognised
  | Absence
  | 'kpi-empty'
  | 'value-empty'
  | 'no-figure'
  | 'number-unreadable'
  | 'indicator-unknown'
  | 'change-not-level'
  | 'out-of-range'
  // ambiguous
  | 'loss-or-performance-unstated'
  | 'indicator-unclear'
  | 'several-indicators'
  | 'kpi-words-unknown'
  | 'unit-missing'
  | 'unit-not-of-indicator'
  | 'conflicting-figures'
  | 'range-or-change'
  | 'no-current-figure';

/** One figure of a row. Rates are in per cent (0–100). */
export interface OutcomeValue {
  readonly value: number;
  /** Upper end, with bound `range`. */
  readonly high?: number;
  /** Stable id of a part of the workforce; `null` for all of it. */
  readonly group: string | null;
  readonly kind: Kind;
  readonly bound: Bound;
  /** Gregorian year, "2024", or span of years, "2022/2024". */
  readonly period: string | null;
}

/**
 * What a row says. `bound`, `target` and `period` are those of `values[0]`, the main current
 * figure; figures in brackets follow.
 */
export interface OutcomeReading {
  readonly company: string;
  readonly kpi: string;
  readonly status: Status;
  readonly reason?: Reason;
  readonly indicator: IndicatorId | null;
  readonly instrument: InstrumentId | null;
  readonly unit: Unit | null;
  readonly direction: Direction | null;
  readonly values: readonly OutcomeValue[];
  readonly bound: Bound | null;
  readonly target: boolean;
  readonly period: string | null;
  /** The row states the opposite, and the values are 100 less what it prints. */
  readonly reversed?: true;
}
