import { describe, expect, it } from '@jest/globals';
import { cellChance, cellKey, countNoise, maximumEntropy, signedNoise } from '@sukoyaka/disclosure';
import fc from 'fast-check';
import { hashOf } from './support.js';

const SHAPE = { most: 5, variance: 4 };

describe('noise', () => {
  it.each([-5, -4, -3, -2, -1])('from %d has mean 0 and the variance asked for', (lowest) => {
    const p = maximumEntropy(lowest, SHAPE);
    const moment = (power: number): number =>
      p.reduce((sum, each, at) => sum + each * (lowest + at) ** power, 0);
    expect(moment(0)).toBeCloseTo(1, 9);
    expect(moment(1)).toBeCloseTo(0, 6);
    expect(moment(2)).toBeCloseTo(4, 6);
    expect(p.every((each) => each > 0)).toBe(true);
  });

  it('is refused where no distribution can have the variance', () => {
    expect(() => maximumEntropy(-1, { most: 3, variance: 4 })).toThrow(RangeError);
    expect(() => maximumEntropy(0, SHAPE)).toThrow(RangeError);
  });

  it('never takes a count below 0, and leaves nothing as nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, chance) => {
          const noise = countNoise(count, chance, SHAPE);
          expect(Number.isInteger(noise)).toBe(true);
          expect(Math.abs(noise)).toBeLessThanOrEqual(5);
          expect(count + noise).toBeGreaterThanOrEqual(0);
          if (count === 0) expect(noise).toBe(0);
        },
      ),
    );
  });

  it('covers its range, and 0 is its most frequent value', () => {
    const drawn = Array.from({ length: 10_000 }, (_, at) =>
      signedNoise((at + 0.5) / 10_000, SHAPE),
    );
    const times = (value: number): number => drawn.filter((each) => each === value).length;
    expect(new Set(drawn)).toEqual(new Set([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]));
    expect(times(0)).toBeGreaterThan(times(1));
    expect(times(1)).toBeGreaterThan(times(5));
  });
});

describe('cell keys', () => {
  const keys = fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 30 });

  it('hang on the set of contributors, not on their order', () => {
    fc.assert(
      fc.property(keys, (contributors) => {
        expect(cellKey(contributors.toReversed())).toBe(cellKey(contributors));
        expect(cellKey(contributors)).toBeLessThan(2n ** 64n);
      }),
    );
  });

  it('give chances from 0 to 1 that another key or measure changes', () => {
    const chance = (key: string, cell: bigint, measure: string): number =>
      cellChance(hashOf(key), cell, measure);
    const all = Array.from({ length: 2000 }, (_, at) => chance('key', BigInt(at), 'overall'));
    expect(all.every((each) => each >= 0 && each < 1)).toBe(true);
    expect(all.reduce((sum, each) => sum + each, 0) / all.length).toBeCloseTo(0.5, 1);
    expect(chance('key', 7n, 'overall')).toBe(all[7]);
    expect(chance('other key', 7n, 'overall')).not.toBe(all[7]);
    expect(chance('key', 7n, 'sides/measures')).not.toBe(all[7]);
  });
});
