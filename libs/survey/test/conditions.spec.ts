import { describe, expect, it } from '@jest/globals';
import {
  type Answers,
  atLeast,
  compareInterval,
  compileCondition,
  type Condition,
  type Ternary,
} from '@sukoyaka/survey';
import fc from 'fast-check';

const T = true;
const F = false;
const U = undefined;

const is = (question: string, ...values: string[]): Condition => ({
  op: 'one-of',
  question,
  values,
});
const read = (condition: Condition, answers: Answers): Ternary =>
  compileCondition(condition)(answers);

describe('three values', () => {
  it.each<[string, Answers, Ternary]>([
    ['true', { q: 'a' }, T],
    ['false', { q: 'b' }, F],
    ['not answered', {}, U],
    ['not applicable', { q: { notApplicable: 'r' } }, U],
  ])('one-of is %s', (_, answers, expected) => {
    expect(read(is('q', 'a'), answers)).toBe(expected);
  });

  it('joins by Kleene', () => {
    const both: Condition = { op: 'all', of: [is('p', 'a'), is('q', 'a')] };
    const either: Condition = { op: 'any', of: [is('p', 'a'), is('q', 'a')] };
    expect([
      read(both, { p: 'b' }),
      read(both, { p: 'a' }),
      read(both, { p: 'a', q: 'a' }),
    ]).toEqual([F, U, T]);
    expect([
      read(either, { p: 'a' }),
      read(either, { p: 'b' }),
      read(either, { p: 'b', q: 'b' }),
    ]).toEqual([T, U, F]);
    expect(read({ op: 'not', of: is('q', 'a') }, {})).toBe(U);
  });

  it('counts as soon as the count is certain', () => {
    expect([atLeast(2, [T, T, U]), atLeast(2, [T, U, F]), atLeast(2, [T, F, F])]).toEqual([
      T,
      U,
      F,
    ]);
  });

  it('sees N/A where it is asked for it', () => {
    const answers: Answers = { q: { notApplicable: 'none' } };
    expect(read({ op: 'not-applicable', question: 'q' }, answers)).toBe(T);
    expect(read({ op: 'not-applicable', question: 'q', reasons: ['other'] }, answers)).toBe(F);
    expect(read({ op: 'answered', question: 'q' }, answers)).toBe(T);
  });

  it('runs over sites: every one, or some', () => {
    const answers: Answers = { q: { sites: { a: 'yes', b: 'no' } } };
    expect(read(is('q', 'yes'), answers)).toBe(F);
    expect(read({ op: 'one-of', question: 'q', values: ['yes'], sites: 'some' }, answers)).toBe(T);
  });
});

describe('compare', () => {
  const atLeast95: Condition = { op: 'compare', question: 'q', item: 'i', with: '>=', value: 95 };

  it('takes the latest year that has the item', () => {
    const row = (percent: number) => ({ i: { percent } });
    expect(read(atLeast95, { q: { 2025: row(99), 2024: row(10) } })).toBe(T);
    expect(read(atLeast95, { q: { 2025: { other: 1 }, 2024: row(10) } })).toBe(F);
    expect(read(atLeast95, { q: { 2025: { other: 1 } } })).toBe(U);
  });

  it.each<[string, number, Ternary]>([
    ['at-least', 95, T],
    ['at-least', 94, U],
    ['more-than', 95, T],
    ['less-than', 95, F],
    ['at-most', 95, U],
    ['at-most', 94, F],
    ['about', 99, U],
    ['exact', 95, T],
  ])('a rate published as %s %d', (bound, percent, expected) => {
    const cell = { percent, bound } as never;
    expect(read(atLeast95, { q: { 2025: { i: cell } } })).toBe(expected);
  });

  it('compares counts exactly, where 100 % means everybody', () => {
    const all: Condition = { op: 'compare', question: 'q', with: '>=', value: 100 };
    expect(read(all, { q: { numerator: 299, denominator: 300 } })).toBe(F);
    expect(read(all, { q: { numerator: 300, denominator: 300 } })).toBe(T);
  });

  it('never decides against what an interval allows', () => {
    const bound = fc.record({
      low: fc.integer({ min: 0, max: 50 }),
      size: fc.integer({ min: 0, max: 50 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const comparison = fc.constantFrom(
      '>=' as const,
      '>' as const,
      '<=' as const,
      '<' as const,
      '=' as const,
    );
    fc.assert(
      fc.property(
        bound,
        comparison,
        fc.integer({ min: 0, max: 100 }),
        ({ low, size, at }, op, limit) => {
          const value = low + at * size;
          const known = compareInterval(
            { low: value, high: value, lowOpen: false, highOpen: false },
            op,
            limit,
          );
          const vague = compareInterval(
            { low, high: low + size, lowOpen: false, highOpen: false },
            op,
            limit,
          );
          expect(known).toBeDefined();
          if (vague !== undefined) expect(vague).toBe(known);
        },
      ),
    );
  });
});
