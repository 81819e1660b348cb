import { describe, expect, it } from '@jest/globals';
import { round } from '@sukoyaka/kernel';

describe('round', () => {
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [1e-9, 2, 0],
    [62.449999, 1, 62.4],
  ])('rounds %d at %d decimals to %d', (value, digits, expected) => {
    expect(round(value, digits)).toBe(expected);
  });

  it('refuses what has no decimal notation', () => {
    expect(() => round(Number.NaN)).toThrow(RangeError);
  });
});
