import { describe, expect, it } from '@jest/globals';
import {
  type CohortStatistics,
  deviationValue,
  freezeCohort,
  type Scores,
  standingIn,
} from '@sukoyaka/scoring';
import fc from 'fast-check';

const WEIGHTS = {
  'philosophy-policy': 3,
  organisation: 2,
  measures: 2,
  'evaluation-improvement': 3,
};
const SIDES = Object.keys(WEIGHTS);
const identity = { label: 'Test wave', source: 'made up for this test', synthetic: true };

function company(values: readonly (number | null)[]): Scores {
  const tally = (score: number | null) => ({
    points: 0,
    max: 100,
    excluded: 0,
    open: 0,
    score,
    best: score,
  });
  const sides = Object.fromEntries(
    SIDES.map((side, index) => [side, tally(values[index] ?? null)]),
  );
  let weight = 0;
  let total = 0;
  SIDES.forEach((side, index) => {
    const value = values[index];
    if (value === null || value === undefined) return;
    weight += WEIGHTS[side as keyof typeof WEIGHTS];
    total += value * WEIGHTS[side as keyof typeof WEIGHTS];
  });
  const score = weight === 0 ? null : total / weight;
  return {
    edition: 'test/2026',
    editionVersion: '1.0.0',
    subItems: {},
    sides,
    overall: { score, best: score, openShare: 0, stage: 1 },
    healthIssues: {},
    valuePropositions: {},
  };
}

const freeze = (members: readonly Scores[]): CohortStatistics =>
  freezeCohort(members, WEIGHTS, identity);
const wave = (n: number): Scores[] =>
  Array.from({ length: n }, (_, i) =>
    company([i, (i * 7) % n, (i * 13) % n, (i * 29) % n].map((v) => (100 * v) / n)),
  );

describe('deviation values', () => {
  it('are 50 + 10(x − μ)/σ with the population σ', () => {
    expect(deviationValue(70, { n: 100, mean: 60, sd: 5 })).toBe(70);
    expect(deviationValue(70, { n: 99, mean: 60, sd: 5 })).toBeNull();
    const cohort = freeze(wave(200));
    const values = wave(200).map(
      (member) => standingIn(member, cohort).sides?.['organisation'] ?? NaN,
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / 200;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 200);
    // The constants are published with two decimals.
    expect(mean).toBeCloseTo(50, 1);
    expect(sd).toBeCloseTo(10, 1);
  });

  it('make the overall as the weighted mean 3:2:2:3, not standardised again', () => {
    const cohort = freeze(wave(150));
    for (const member of wave(150)) {
      const { sides, overall } = standingIn(member, cohort);
      const [a, b, c, d] = SIDES.map((side) => sides?.[side] ?? NaN) as [
        number,
        number,
        number,
        number,
      ];
      expect(overall).toBeCloseTo((3 * a + 2 * b + 2 * c + 3 * d) / 10, 9);
    }
  });

  it('do not exist where the cohort does not vary, or the company has no score', () => {
    const flat = freeze(
      Array.from({ length: 120 }, (_, i) => company([40, i % 100, i % 100, i % 100])),
    );
    const { sides, overall } = standingIn(company([40, 50, 50, 50]), flat);
    expect(sides?.['philosophy-policy']).toBeNull();
    expect(overall).not.toBeNull();
    expect(standingIn(company([null, null, null, null]), flat).overall).toBeNull();
    const same = freeze(Array.from({ length: 120 }, () => company([40, 40, 40, 40])));
    expect(standingIn(company([40, 40, 40, 40]), same)).toMatchObject({
      overall: null,
      rankBand: null,
    });
  });
});

describe('the size of the cohort decides what is shown', () => {
  it.each<[number, boolean, boolean]>([
    [39, false, false],
    [40, false, true],
    [99, false, true],
    [100, true, false],
  ])('of %d organisations: T values %s, quarter %s', (n, deviations, quarter) => {
    const members = wave(n);
    const standing = standingIn(members[0]!, freeze(members));
    expect(standing.overall !== null).toBe(deviations);
    expect(standing.rankBand !== null).toBe(deviations);
    expect(standing.quarter !== null).toBe(quarter);
  });

  it('states no mean of a cohort under 100, and nothing under 40', () => {
    expect(Object.keys(freeze(wave(99)))).not.toContain('sides');
    expect(Object.keys(freeze(wave(39)))).not.toContain('quarterFloors');
  });

  it('does not believe distributions that claim a small n', () => {
    const claimed = { ...freeze(wave(150)), n: 80 };
    expect(standingIn(wave(1)[0]!, claimed).overall).toBeNull();
  });
});

describe('rank bands and quarters', () => {
  it('place every member as its rank does, ties together', () => {
    const value = fc.integer({ min: 0, max: 20 }).map((v) => v * 5);
    const members = fc.array(fc.tuple(value, value, value, value), {
      minLength: 100,
      maxLength: 260,
    });
    fc.assert(
      fc.property(members, (rows) => {
        const cohort = freeze(rows.map(company));
        const standings = rows.map((row) => standingIn(company(row), cohort));
        const overall = standings.map((standing) => standing.overall ?? NaN);
        standings.forEach(({ rankBand }, index) => {
          const rank = 1 + overall.filter((other) => other > (overall[index] ?? NaN) + 1e-9).length;
          const from = Math.floor((rank - 1) / 50) * 50 + 1;
          if (rankBand) expect(rankBand.from).toBe(from);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('put a quarter of the round into each quarter', () => {
    const members = Array.from({ length: 60 }, (_, i) => company([i, i, i, i]));
    const cohort = freeze(members);
    const quarters = members.map((member) => standingIn(member, cohort).quarter);
    expect([1, 2, 3, 4].map((q) => quarters.filter((quarter) => quarter === q).length)).toEqual([
      15, 15, 15, 15,
    ]);
  });

  it('say how far the next band is in half points only, and never nearer than it is', () => {
    const members = wave(160);
    const cohort = freeze(members);
    for (const member of members) {
      const { overall, rankBand, nextBand } = standingIn(member, cohort);
      if (rankBand?.from === 1) expect(nextBand).toBeNull();
      else {
        const band = ((rankBand?.from ?? 1) - 1) / 50 - 1;
        const exact = (cohort.rankBandFloors?.[band] ?? NaN) - (overall ?? NaN);
        expect(nextBand?.distance).toBeGreaterThanOrEqual(exact);
        expect((nextBand?.distance ?? NaN) - exact).toBeLessThanOrEqual(0.5);
        expect(Number.isInteger(2 * (nextBand?.distance ?? NaN))).toBe(true);
      }
    }
  });

  it('state no member’s own value', () => {
    const members = wave(120);
    const cohort = freeze(members);
    const own = members.map((member) => standingIn(member, cohort).overall);
    for (const floor of cohort.rankBandFloors ?? []) {
      const nearest = Math.min(...own.map((value) => Math.abs((value ?? NaN) - floor)));
      expect(nearest).toBeGreaterThan(1e-6);
    }
  });
});

describe('freezeCohort', () => {
  it('keeps no distribution of fewer members than a T value needs: the mean of one is its score', () => {
    const part = { points: 0, max: 100, excluded: 0, open: 0, score: 91.6667, best: 91.6667 };
    const members = wave(120).map((member, at) =>
      at === 0
        ? { ...member, subItems: { '4-1': part } }
        : { ...member, subItems: { '4-1': { ...part, score: null } } },
    );
    expect(JSON.stringify(freeze(members))).not.toContain('91.6');
    expect(freeze(members).subItems?.['4-1']).toEqual({ n: 0, mean: 0, sd: 0 });
    expect(Object.keys(freeze(members))).not.toContain('quarterFloors');
  });

  it('does not depend on the order of the members', () => {
    const a = freeze(wave(150));
    const b = freeze(wave(150).toReversed());
    expect(b.sides?.['organisation']?.mean).toBeCloseTo(a.sides?.['organisation']?.mean ?? NaN, 9);
    b.rankBandFloors?.forEach((floor, k) =>
      expect(floor).toBeCloseTo(a.rankBandFloors?.[k] ?? NaN, 9),
    );
  });

  it('refuses an empty cohort, mixed editions, and a company of another edition', () => {
    expect(() => freeze([])).toThrow('COHORT_EMPTY');
    const other = { ...company([1, 2, 3, 4]), edition: 'other/2026' };
    expect(() => freeze([company([1, 2, 3, 4]), other])).toThrow('COHORT_MIXED_EDITIONS');
    expect(() => standingIn(other, freeze(wave(10)))).toThrow('COHORT_OTHER_EDITION');
  });
});
