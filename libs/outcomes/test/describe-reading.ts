import type { OutcomeReading, OutcomeValue } from '@sukoyaka/outcomes';

/** A case: name, value, and the reading in the notation of {@link describeReading}. */
export type Case = readonly [kpi: string, value: string, reading: string];

const BOUNDS: Readonly<Record<OutcomeValue['bound'], string>> = {
  exact: '',
  'at-least': '>=',
  'at-most': '<=',
  'more-than': '>',
  'less-than': '<',
  about: '~',
  range: '',
};

function describeValue({ value, high, group, kind, bound, period }: OutcomeValue): string {
  const number = `${BOUNDS[bound]}${value}${high === undefined ? '' : `..${high}`}`;
  return [number, group ?? '', kind === 'actual' ? '' : kind, period === null ? '' : `@${period}`]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * A reading on one line: what is not simply recognised, the indicator, instrument, unit, an arrow for
 * the better direction, `reversed`; then the values, the main one first.
 */
export function describeReading(reading: OutcomeReading): string {
  const { status, reason, indicator, instrument, unit, direction, values, reversed } = reading;
  const better = direction === null ? '?' : direction === 'higher-is-better' ? '↑' : '↓';
  const head = [
    status === 'recognised' ? '' : `${status}(${reason ?? ''})`,
    indicator ?? '-',
    instrument ?? '',
    unit ?? '-',
    better,
    reversed === true ? 'reversed' : '',
  ].filter((part) => part !== '');
  return `${head.join(' ')}: ${values.map(describeValue).join(', ')}`.trim();
}
