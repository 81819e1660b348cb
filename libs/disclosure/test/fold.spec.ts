import { describe, expect, it } from '@jest/globals';
import { fold } from '@sukoyaka/disclosure';
import fc from 'fast-check';

const ORDER = ['a', 'b', 'c', 'd'];
const wave = (counts: readonly number[]): string[] =>
  counts.flatMap((count, at) => Array.from({ length: count }, () => ORDER[at] ?? '?'));
const folded = (counts: readonly number[], gate = 20) =>
  fold(wave(counts), ORDER, (id) => id, gate)?.map(({ classes, members }) => [
    classes.join(''),
    members.length,
  ]);

describe('folding classes', () => {
  it('leaves classes that are large enough as they are', () => {
    expect(folded([20, 25, 30, 40])).toEqual([
      ['a', 20],
      ['b', 25],
      ['c', 30],
      ['d', 40],
    ]);
  });

  it('joins a class below the gate with its next neighbour, and the rest with the last', () => {
    expect(folded([19, 5, 30, 3])).toEqual([
      ['ab', 24],
      ['cd', 33],
    ]);
  });

  it('shows a dimension whole or not at all', () => {
    expect(folded([10, 5, 3, 30])).toBeUndefined();
    expect(folded([0, 0, 0, 0])).toBeUndefined();
    expect(fold(['a', '?'], ORDER, (id) => (id === '?' ? null : id), 1)).toBeNull();
    expect(fold(['a', 'z'], ORDER, (id) => id, 1)).toBeNull();
  });

  it('loses nobody, shows nobody twice, and never a class below the gate', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 30 }), (sizes, gate) => {
        const found = folded(sizes, gate);
        if (!found) return;
        expect(found.map(([classes]) => classes).join('')).toBe('abcd');
        expect(found.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(wave(sizes).length);
        expect(found.every(([, n]) => Number(n) >= gate)).toBe(true);
      }),
    );
  });
});
