import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  type ComparisonGroup,
  comparisonFor,
  freezeComparisons,
  type Respondent,
  type Scores,
} from '@sukoyaka/scoring';

const hash = (message: string): bigint =>
  createHmac('sha256', 'test').update(message).digest().readBigUInt64BE();
const protection = { hash, round: 'test/2026/wave' };

function scoresOf(score: number | null): Scores {
  const part = { points: 0, max: 100, excluded: 0, open: 0, score, best: score };
  return {
    edition: 'test/2026',
    editionVersion: '1.0.0',
    sides: { organisation: part, measures: part },
    subItems: { '1-1': part },
    healthIssues: { 'high-risk': part },
    valuePropositions: { C1: part },
    overall: { score, best: score, openShare: 0, stage: 1 },
  };
}

const SIZES = [20, 120, 500, 4000];
const INDUSTRIES = ['C', 'G', 'J'];

function wave(n: number, of: (at: number) => Partial<Respondent> = () => ({})): Respondent[] {
  return Array.from({ length: n }, (_, at) => ({
    unit: `unit ${at}`,
    organisation: {
      employees: SIZES[at % SIZES.length] ?? 1,
      industry: INDUSTRIES[at % INDUSTRIES.length] ?? 'C',
    },
    scores: scoresOf((at * 37) % 101),
    ...of(at),
  }));
}

const freeze = (respondents: readonly Respondent[]): readonly ComparisonGroup[] =>
  freezeComparisons(respondents, protection);
const classesOf = (groups: readonly ComparisonGroup[], dimension: string) =>
  groups.filter((each) => each.dimension === dimension).map(({ classes }) => classes.join(' '));

describe('comparisons of a round', () => {
  it('have all, each industry and each size class that is large enough', () => {
    const groups = freeze(wave(240));
    expect(classesOf(groups, 'all')).toEqual(['']);
    expect(classesOf(groups, 'size')).toEqual(['1-49', '50-299', '300-999', '1000+']);
    expect(classesOf(groups, 'industry')).toEqual([
      'C',
      'A B D E F G',
      'I H J K L M N O P Q R S T U',
    ]);
    for (const { n, means } of groups) {
      expect(n % 5).toBe(0);
      for (const mean of Object.values(means.sides)) expect(Number.isInteger(mean)).toBe(true);
      expect(Object.keys(means.sides)).toEqual(['organisation', 'measures']);
    }
  });

  it('say from where the best begin only where that is shown: a tenth of all, a quarter of an industry', () => {
    const groups = freeze(wave(240));
    for (const { dimension, bestQuarter, bestTenth } of groups) {
      expect(bestTenth !== undefined).toBe(dimension === 'all');
      expect(bestQuarter !== undefined).toBe(dimension === 'industry');
    }
    expect(freeze(wave(99))[0]?.bestTenth).toBeUndefined();
  });

  it('are near the truth: nationally within 3 points on average, by class within 6', () => {
    const errors = { all: [] as number[], classes: [] as number[] };
    for (let round = 0; round < 40; round += 1) {
      const members = wave(75, (at) => ({ scores: scoresOf((at * 37 + round * 11) % 101) }));
      const groups = freezeComparisons(members, { hash, round: String(round) });
      for (const { dimension, classes, means } of groups) {
        const own = members.filter(({ organisation, scores }) => {
          const found = comparisonFor(organisation, groups);
          if (scores.overall.score === null) return false;
          return dimension === 'all' || found[dimension]?.classes === classes;
        });
        const truth =
          own.reduce((sum, each) => sum + (each.scores.overall.score ?? 0), 0) / own.length;
        errors[dimension === 'all' ? 'all' : 'classes'].push(
          Math.abs((means.sides['measures'] ?? NaN) - truth),
        );
      }
    }
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(errors.all)).toBeLessThan(3);
    expect(mean(errors.classes)).toBeLessThan(6);
  });

  it('are the same whatever the order of the respondents', () => {
    const members = wave(100);
    expect(freeze(members.toReversed())).toEqual(freeze(members));
  });

  it('are not made of fewer than thirty', () => {
    expect(freeze([])).toEqual([]);
    expect(freeze(wave(29))).toEqual([]);
    expect(classesOf(freeze(wave(30)), 'all')).toEqual(['']);
    expect(classesOf(freeze(wave(30)), 'size')).toEqual([]);
  });

  it('leave a dimension out as a whole when one respondent does not state it', () => {
    const silent = wave(240, (at) => (at === 7 ? { organisation: { employees: 20 } } : {}));
    expect(classesOf(freeze(silent), 'industry')).toEqual([]);
    expect(classesOf(freeze(silent), 'size')).toHaveLength(4);
  });

  it('leave a figure out in every class where one class has too few of it', () => {
    const partly = wave(240, (at) =>
      at % 4 === 0 && at > 60 ? { scores: { ...scoresOf(50), subItems: {} } } : {},
    );
    const sizes = freeze(partly).filter(({ dimension }) => dimension === 'size');
    expect(sizes).toHaveLength(4);
    for (const { means } of sizes) {
      expect(means.subItems['1-1']).toBeNull();
      expect(means.sides['measures']).not.toBeNull();
    }
  });

  it('do not hang on the order of the sheets of one group', () => {
    const twins = wave(240, (at) =>
      at < 2
        ? { unit: 'group', organisation: { employees: 20, industry: at === 0 ? 'C' : 'G' } }
        : {},
    );
    expect(freeze(twins.toReversed())).toEqual(freeze(twins));
  });

  it('count a group of companies once, in the class of its largest', () => {
    const members = wave(60, (at) => ({ unit: `group ${at % 20}` }));
    expect(freeze(members)).toEqual([]);
    const one = [...wave(40), ...wave(20, () => ({ unit: 'unit 0', scores: scoresOf(100) }))];
    expect(freeze(one)[0]?.n).toBe(40);
  });

  it('show nothing for a part that too few have', () => {
    const half = wave(60, (at) => (at < 45 ? { scores: scoresOf(null) } : {}));
    expect(freeze(half)[0]?.means.sides['measures']).toBeNull();
  });
});

describe('the groups of an organisation', () => {
  const groups = freeze(wave(240));

  it('are those of its industry and size', () => {
    const found = comparisonFor({ industry: 'G', employees: 299 }, groups);
    expect(found.all?.classes).toEqual([]);
    expect(found.industry?.classes).toContain('G');
    expect(found.size?.classes).toEqual(['50-299']);
  });

  it('are null where it does not say to which it belongs, or nothing was frozen', () => {
    expect(comparisonFor(undefined, groups)).toMatchObject({ industry: null, size: null });
    expect(comparisonFor({ industry: 'C', employees: 20 }, [])).toEqual({
      all: null,
      industry: null,
      size: null,
    });
  });
});
