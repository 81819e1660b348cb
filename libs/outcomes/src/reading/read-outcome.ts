import type { IndicatorId } from '../catalogue/catalogue.js';
import { findingsOf, type Findings } from './findings.js';
import type { PlacedFigure } from './kinds.js';
import { mirror } from './mirror.js';
import { directionIn, indicatorIn, reasonOf, statusOf } from './reasons.js';
import type { OutcomeReading, OutcomeRow, OutcomeValue } from './types.js';

function valueOf({ value, high, group, kind, bound, period }: PlacedFigure): OutcomeValue {
  return { value, ...(high === null ? {} : { high }), group, kind, bound, period };
}

/** "100%（5年連続100%）": nothing said of it, a bracketed figure like the main one is that one again. */
function isEcho({ kind, labels, value, high, bound }: PlacedFigure, main: PlacedFigure): boolean {
  const alike = value === main.value && high === main.high && bound === main.bound;
  return kind === 'reference' && labels.kind === undefined && alike;
}

function withoutRepetition(values: readonly OutcomeValue[]): readonly OutcomeValue[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Whether the row states the opposite of its indicator, as 非喫煙率 does. */
function isReversed({ name, unit, figures }: Findings, indicator: IndicatorId | null): boolean {
  return name.opposite && indicator !== null && unit === 'percent' && figures.length > 0;
}

/** The values to show; a row about a change holds none. */
function valuesOf(findings: Findings, reversed: boolean): readonly OutcomeValue[] {
  if (findings.name.subject.outcome === 'change') return [];
  const [main] = findings.figures;
  const readable = findings.figures.filter(
    (figure) => figure.readable && !(main !== undefined && isEcho(figure, main)),
  );
  return withoutRepetition(readable.map((figure) => valueOf(reversed ? mirror(figure) : figure)));
}

/**
 * Reads one published figure: which indicator, measured by what, in which unit and direction, and
 * each value with its group, kind, bound and period. Never throws; what cannot be known is `null`
 * and the reason says why, never a guess.
 */
export function readOutcome(row: OutcomeRow): OutcomeReading {
  const findings = findingsOf(row);
  const reason = reasonOf(findings);
  const indicator = indicatorIn(findings);
  const reversed = isReversed(findings, indicator);
  const values = valuesOf(findings, reversed);
  const main = values[0];
  return {
    company: row.company,
    kpi: row.kpi,
    status: statusOf(reason),
    ...(reason === null ? {} : { reason }),
    indicator,
    instrument: findings.instrument,
    unit: main === undefined ? null : findings.unit,
    direction: directionIn(findings),
    values,
    bound: main?.bound ?? null,
    target: main?.kind === 'target',
    period: main?.period ?? null,
    ...(reversed && main !== undefined ? { reversed: true } : {}),
  };
}
