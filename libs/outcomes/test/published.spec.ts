import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseOutcomeTable, readOutcome } from '@sukoyaka/outcomes';
import { PUBLISHED } from './cases/published.js';
import { describeReading } from './describe-reading.js';

const FIXTURE = new URL('fixtures/published-kpis.tsv', import.meta.url);

describe('figures as companies really publish them', () => {
  const rows = parseOutcomeTable(readFileSync(FIXTURE, 'utf8'));

  it('has an expectation for each row, in order', () => {
    expect(rows.map(({ kpi, value }) => [kpi, value])).toEqual(
      PUBLISHED.map(([kpi, value]) => [kpi, value]),
    );
    expect(rows).toHaveLength(86);
  });

  it.each(PUBLISHED.map(([kpi, value, expected], index) => ({ index, kpi, value, expected })))(
    'row $index: $kpi $value',
    ({ index, expected }) => {
      const row = rows[index] ?? { company: '', kpi: '', value: '' };
      expect(describeReading(readOutcome(row))).toBe(expected);
    },
  );
});
