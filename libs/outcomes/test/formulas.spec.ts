import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  absenceDays,
  absenceShare,
  bjsqByConversion,
  bjsqBySum,
  groupHealthRisk,
  highStressRate,
  hpqAbsolute,
  hpqRelative,
  leaveRate,
  percentageOf,
  PRESENTEEISM_NORMS,
  qqDecline,
  qqYearlyLoss,
  spqLoss,
} from '@sukoyaka/outcomes';

const refusing = (code: string) => expect.objectContaining({ code });
const repeat = (count: number, value: number): number[] => Array<number>(count).fill(value);

describe('presenteeism', () => {
  it('SPQ: loss is what is missing to 100', () => {
    expect(spqLoss(85)).toBe(15);
    expect(spqLoss(0)).toBe(100);
    expect(() => spqLoss(101)).toThrow(refusing('OUTCOME_INPUT_OUT_OF_RANGE'));
    expect(() => spqLoss(Number.NaN)).toThrow(refusing('OUTCOME_INPUT_OUT_OF_RANGE'));
  });

  it('WHO-HPQ: ten times the own answer; the ratio stays within 0.25 and 2', () => {
    expect(hpqAbsolute(6)).toBe(60);
    expect(hpqRelative(6, 8)).toBe(0.75);
    expect(hpqRelative(1, 10)).toBe(0.25);
    expect(hpqRelative(10, 1)).toBe(2);
    expect(() => hpqRelative(5, 0)).toThrow(refusing('OUTCOME_RATIO_UNDEFINED'));
    expect(() => hpqAbsolute(10.5)).toThrow(refusing('OUTCOME_INPUT_OUT_OF_RANGE'));
  });

  it('QQ: decline of a day, and what it costs in a year', () => {
    expect(qqDecline({ quantity: 10, quality: 10 })).toBe(0);
    expect(qqDecline({ quantity: 8, quality: 5 })).toBeCloseTo(0.6, 12);
    const loss = qqYearlyLoss({ days: 15, quantity: 8, quality: 5, monthlyPay: 300_000 });
    expect(loss).toBeCloseTo(1_080_000, 6);
    expect(() => qqYearlyLoss({ days: 31, quantity: 8, quality: 5, monthlyPay: 1 })).toThrow(
      refusing('OUTCOME_INPUT_OUT_OF_RANGE'),
    );
  });

  it('knows the published norms', () => {
    expect(PRESENTEEISM_NORMS.spq).toEqual({ mean: 84.9, standardDeviation: 15.7 });
    expect(PRESENTEEISM_NORMS['who-hpq-absolute']).toEqual({ mean: 60.9, standardDeviation: 18.5 });
  });
});

describe('high stress by the sum rule', () => {
  /** Answers that score `value` on each item, reversed items included. */
  const scoring = (count: number, reversed: readonly number[], values: readonly number[]) =>
    Array.from({ length: count }, (_, index) => {
      const value = values[index] ?? 1;
      return reversed.includes(index + 1) ? 5 - value : value;
    });
  const A = [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 15];
  const spread = (count: number, total: number): number[] =>
    Array.from({ length: count }, (_, index) => {
      const rest = total - count;
      return 1 + Math.min(3, Math.max(0, rest - 3 * index));
    });
  const check = (a: number, b: number, c: number) =>
    bjsqBySum({
      a: scoring(17, A, spread(17, a)),
      b: scoring(29, [1, 2, 3], spread(29, b)),
      c: scoring(9, [], spread(9, c)),
    });

  it('reverses the items that are worded the other way', () => {
    const result = bjsqBySum({ a: repeat(17, 1), b: repeat(29, 1), c: repeat(9, 1) });
    expect(result).toEqual({ a: 11 * 4 + 6, b: 3 * 4 + 26, c: 9, highStress: false });
  });

  it.each([
    [17, 77, 9, true],
    [17, 76, 9, false],
    [60, 63, 16, true],
    [60, 62, 16, false],
    [59, 63, 16, false],
  ])('A %i, B %i, C %i: %s', (a, b, c, highStress) => {
    expect(check(a, b, c)).toEqual({ a, b, c, highStress });
  });

  it('refuses other counts and answers, naming the item', () => {
    expect(() => bjsqBySum({ a: repeat(16, 1), b: repeat(29, 1), c: repeat(9, 1) })).toThrow(
      expect.objectContaining({
        code: 'OUTCOME_INPUT_COUNT',
        params: { input: 'A', expected: 17 },
      }),
    );
    const b = repeat(29, 1);
    b[2] = 5;
    expect(() => bjsqBySum({ a: repeat(17, 1), b, c: repeat(9, 1) })).toThrow(
      expect.objectContaining({ params: { input: 'B3', min: 1, max: 4 } }),
    );
    b[2] = 1.5;
    expect(() => bjsqBySum({ a: repeat(17, 1), b, c: repeat(9, 1) })).toThrow(
      refusing('OUTCOME_INPUT_OUT_OF_RANGE'),
    );
  });
});

describe('high stress by the conversion rule', () => {
  const of = (a: number[], b: number[], c: number[]) => bjsqByConversion({ a, b, c }).highStress;
  const good = { a: repeat(9, 5), c: repeat(3, 5) };
  const bad = { a: [...repeat(8, 2), 3], c: [2, 2, 3] };

  it.each([
    ['reactions alone at 12', of(good.a, repeat(6, 2), good.c), true],
    ['reactions at 13 with good work', of(good.a, [3, 2, 2, 2, 2, 2], good.c), false],
    ['work and support at 26, reactions at 17', of(bad.a, [3, 3, 3, 3, 3, 2], bad.c), true],
    ['work and support at 26, reactions at 18', of(bad.a, repeat(6, 3), bad.c), false],
    ['work and support at 27, reactions at 17', of(bad.a, [3, 3, 3, 3, 3, 2], [2, 3, 3]), false],
  ])('%s', (_, result, expected) => {
    expect(result).toBe(expected);
  });
});

describe('group health risk', () => {
  it('is 100 at the national average', () => {
    const average = { demand: 8.7, control: 8, supervisor: 7.6, colleagues: 8.1 };
    expect(groupHealthRisk(average)).toEqual({ workload: 100, support: 100, total: 100 });
  });

  it('floors each part and the total', () => {
    const means = { demand: 10, control: 7, supervisor: 7, colleagues: 8 };
    expect(groupHealthRisk(means)).toEqual({ workload: 120, support: 107, total: 128 });
  });

  it('rises with demand and falls with control and support', () => {
    const scale = fc.double({ min: 3, max: 12, noNaN: true });
    fc.assert(
      fc.property(scale, scale, scale, scale, scale, (demand, control, boss, peers, more) => {
        const base = { demand, control, supervisor: boss, colleagues: peers };
        const { total } = groupHealthRisk(base);
        const harder = groupHealthRisk({ ...base, demand: Math.max(demand, more) });
        expect(harder.total).toBeGreaterThanOrEqual(total);
        const freer = groupHealthRisk({ ...base, control: Math.max(control, more) });
        expect(freer.total).toBeLessThanOrEqual(total);
      }),
    );
  });

  it('refuses means off the scale', () => {
    const means = { demand: 2, control: 8, supervisor: 7, colleagues: 8 };
    expect(() => groupHealthRisk(means)).toThrow(refusing('OUTCOME_INPUT_OUT_OF_RANGE'));
  });
});

describe('rates', () => {
  it('gives absenteeism in its three forms, and the high-stress rate', () => {
    expect(absenceDays(290, 100)).toBe(2.9);
    expect(absenceShare(240, 24_000)).toBe(1);
    expect(leaveRate(2, 1000)).toBe(0.2);
    expect(highStressRate(63, 1000)).toBe(6.3);
  });

  it('refuses a part above the whole, and a whole of nobody', () => {
    expect(() => percentageOf(11, 10)).toThrow(refusing('OUTCOME_INPUT_OUT_OF_RANGE'));
    expect(() => percentageOf(0, 0)).toThrow(refusing('OUTCOME_RATIO_UNDEFINED'));
    expect(() => absenceDays(1, 0)).toThrow(refusing('OUTCOME_RATIO_UNDEFINED'));
    expect(() => absenceDays(4000, 10)).toThrow(refusing('OUTCOME_INPUT_OUT_OF_RANGE'));
  });
});
