import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CohortStatistics } from '@sukoyaka/scoring';
import { readFileSync } from 'node:fs';
import { Desk, LARGE, objects } from '../cli/support.js';

const COMPANIES = 1000;
const SIDES = ['philosophy-policy', 'organisation', 'measures', 'evaluation-improvement'];

interface Result {
  readonly organisation: string;
  readonly overall: { readonly score: number; readonly stage: number };
  readonly standing: {
    readonly overall: number;
    readonly sides: Readonly<Record<string, number>>;
    readonly rankBand: { readonly from: number; readonly to: number };
    readonly quarter: null;
  };
}

const desk = new Desk();
afterAll(() => desk.clear());

let results: readonly Result[];

async function freeze(answers: string, out: string): Promise<void> {
  const identity = ['--label', 'Simulated wave', '--source', 'sukoyaka simulate', '--out', out];
  const argv = ['cohort', '--survey', LARGE, '--answers', answers, ...identity];
  expect((await desk.run(argv)).code).toBe(0);
}

async function score(answers: string, cohort: string): Promise<readonly Result[]> {
  const argv = ['--json', 'score', '--survey', LARGE, '--answers', answers, '--cohort', cohort];
  const { code, out } = await desk.run(argv);
  expect(code).toBe(0);
  return objects(out) as unknown as readonly Result[];
}

beforeAll(async () => {
  const wave = ['--survey', LARGE, '--companies', String(COMPANIES), '--seed', 'real-run'];
  expect((await desk.run(['simulate', ...wave, '--out', 'wave.ndjson'])).code).toBe(0);
  await freeze('wave.ndjson', 'stats.json');
  results = await score('wave.ndjson', 'stats.json');
}, 60_000);

function spread(values: readonly number[]): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / values.length) };
}

describe('a simulated wave of 1,000 companies', () => {
  it('gives 1,000 results', () => {
    expect(results).toHaveLength(COMPANIES);
    expect(new Set(results.map(({ organisation }) => organisation)).size).toBe(COMPANIES);
  });

  it.each(SIDES)('has T values of mean 50 and deviation 10 on the side %s', (side) => {
    const { mean, sd } = spread(results.map(({ standing }) => standing.sides[side] as number));
    expect(mean).toBeCloseTo(50, 2);
    expect(sd).toBeCloseTo(10, 2);
  });

  it('has an overall T that is the weighted mean of the sides, not standardised again', () => {
    for (const { standing } of results) {
      const [one, two, three, four] = SIDES.map((side) => standing.sides[side] as number) as [
        number,
        number,
        number,
        number,
      ];
      expect(standing.overall).toBeCloseTo((3 * one + 2 * two + 2 * three + 3 * four) / 10, 1);
    }
    expect(spread(results.map(({ standing }) => standing.overall)).sd).toBeLessThan(10);
  });

  it('falls into rank bands of 50, best first', () => {
    const bands = Map.groupBy(results, ({ standing }) => standing.rankBand.from);
    expect([...bands.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: COMPANIES / 50 }, (_, band) => 50 * band + 1),
    );
    let worstBefore = Infinity;
    for (const [, members] of [...bands].sort(([a], [b]) => a - b)) {
      expect(members.length).toBeLessThanOrEqual(50);
      const values = members.map(({ standing }) => standing.overall);
      expect(Math.max(...values)).toBeLessThanOrEqual(worstBefore);
      worstBefore = Math.min(...values);
    }
  });

  it('reaches every stage', () => {
    const stages = Map.groupBy(results, ({ overall }) => overall.stage);
    for (const stage of [1, 2, 3, 4]) expect(stages.get(stage)?.length).toBeGreaterThan(20);
  });

  it('does not depend on the order in which the companies answered', async () => {
    const lines = readFileSync(desk.path('wave.ndjson'), 'utf8').trimEnd().split('\n');
    desk.file('turned.ndjson', lines.toReversed().join('\n'));
    await freeze('turned.ndjson', 'turned.json');
    const read = (file: string): CohortStatistics =>
      JSON.parse(readFileSync(desk.path(file), 'utf8')) as CohortStatistics;
    const [stats, turned] = [read('stats.json'), read('turned.json')];
    for (const side of SIDES) {
      expect(turned.sides?.[side]?.mean).toBeCloseTo(stats.sides?.[side]?.mean as number, 9);
      expect(turned.sides?.[side]?.sd).toBeCloseTo(stats.sides?.[side]?.sd as number, 9);
    }
    const again = await score('wave.ndjson', 'turned.json');
    expect(again.map(({ standing }) => standing)).toEqual(results.map(({ standing }) => standing));
  }, 60_000);

  it('says that its statistics are simulated', () => {
    const stats = JSON.parse(readFileSync(desk.path('stats.json'), 'utf8')) as CohortStatistics;
    expect(stats).toMatchObject({ synthetic: true, n: COMPANIES });
  });
});
