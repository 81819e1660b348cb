import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  INDICATORS,
  mirror,
  mirrorBound,
  parseOutcomeTable,
  readOutcome,
  type Bound,
} from '@sukoyaka/outcomes';
import { PUBLISHED } from './cases/published.js';
import { THAI } from './cases/thai.js';
import { VALUES } from './cases/values.js';

const PIECES = [...PUBLISHED, ...VALUES, ...THAI].flatMap(([kpi, value]) => [kpi, value]);
const MARKS = [
  '（',
  '）',
  '%',
  '〜',
  '-',
  '→',
  '目標',
  '以上',
  '約',
  '男性',
  '2024年度',
  '/',
  '、',
  '9.5',
  '▲',
  'から',
  '非',
];

/** Text that looks like published figures, cut and joined anywhere. */
const mangled = fc
  .array(
    fc.oneof(
      fc.constantFrom(...MARKS),
      fc
        .tuple(fc.constantFrom(...PIECES), fc.nat(12), fc.nat(12))
        .map(([text, a, b]) => text.slice(Math.min(a, b), Math.max(a, b))),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const anyText = fc.oneof(mangled, fc.string({ unit: 'binary', maxLength: 60 }));
const BOUNDS: readonly Bound[] = [
  'exact',
  'at-least',
  'at-most',
  'more-than',
  'less-than',
  'about',
  'range',
];

describe('reading any text', () => {
  it('reads past any number of brackets within brackets', () => {
    const value = `10%${'（1%'.repeat(50_000)}`;
    const { status, values } = readOutcome({ company: 'A', kpi: '喫煙率', value });
    expect(status).toBe('recognised');
    expect(values[0]).toMatchObject({ value: 10, kind: 'actual' });
  });

  it('never throws, and what it gives is finite, serialisable and consistent', () => {
    fc.assert(
      fc.property(anyText, anyText, (kpi, value) => {
        const reading = readOutcome({ company: 'x', kpi, value });
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
        expect(reading.status === 'recognised').toBe(!('reason' in reading));
        expect(reading.bound).toBe(reading.values[0]?.bound ?? null);
        expect(reading.period).toBe(reading.values[0]?.period ?? null);
        expect(reading.target).toBe(reading.values[0]?.kind === 'target');
        for (const { value: number, high, period } of reading.values) {
          expect(Number.isFinite(number)).toBe(true);
          expect(high === undefined || high >= number).toBe(true);
          expect(period === null || /^\d{4}(\/\d{4})?$/u.test(period)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('recognises only figures of a known indicator with unit and direction', () => {
    const known = new Set(INDICATORS.map(({ id }) => id));
    fc.assert(
      fc.property(mangled, mangled, (kpi, value) => {
        const reading = readOutcome({ company: 'x', kpi, value });
        if (reading.status !== 'recognised') return;
        expect(reading.indicator !== null && known.has(reading.indicator)).toBe(true);
        expect(reading.unit).not.toBeNull();
        expect(reading.direction).not.toBeNull();
        expect(reading.values.length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });

  it('reads the same text the same way, and half width like full width', () => {
    const wide = (text: string) =>
      text.replace(/[!-}]/gu, (character) =>
        String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
      );
    fc.assert(
      fc.property(fc.constantFrom(...PUBLISHED), ([kpi, value]) => {
        const narrow = readOutcome({ company: 'x', kpi, value });
        expect(readOutcome({ company: 'x', kpi, value })).toEqual(narrow);
        expect(readOutcome({ company: 'x', kpi, value: wide(value) })).toEqual(narrow);
      }),
    );
  });

  it('stays linear on long and deeply nested text', () => {
    for (const piece of ['（', '男性31.6%', '9,', '〜', 'の', '年度', '約']) {
      const value = piece.repeat(20_000);
      expect(readOutcome({ company: 'x', kpi: value, value }).company).toBe('x');
    }
  });
});

describe('the opposite of a percentage', () => {
  it('taken twice gives the bound and the figure back', () => {
    const cents = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
    fc.assert(
      fc.property(cents, cents, fc.constantFrom(...BOUNDS), (a, b, bound) => {
        const range = bound === 'range';
        const value = range ? Math.min(a, b) : a;
        const figure = { value, high: range ? Math.max(a, b) : null, decimals: 2, bound };
        expect(mirror(mirror(figure))).toEqual(figure);
        expect(mirrorBound(mirrorBound(bound))).toBe(bound);
      }),
    );
  });
});

describe('reading a table', () => {
  it('keeps every row in its order, whatever its cells hold', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => `x${text.replace(/[\t\r\n"]/gu, ' ')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (rows) => {
        const header = 'kpi\tcompany\tvalue_as_published_by_collector';
        const tsv = [header, ...rows.map((row) => row.join('\t'))].join('\n');
        expect(parseOutcomeTable(tsv)).toEqual(
          rows.map(([kpi, company, value]) => ({ company, kpi, value })),
        );
      }),
    );
  });
});
