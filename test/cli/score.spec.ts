import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import { readFileSync } from 'node:fs';
import { Desk, LARGE, objects, sheet } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

const COMPANIES = 120;

interface Result {
  readonly overall: Readonly<Record<string, number | null>>;
  readonly standing: { readonly overall: number | null; readonly rankBand: object | null } | null;
  readonly trace: readonly {
    readonly points: number;
    readonly parts: readonly { points: number }[];
  }[];
  readonly improvements: readonly unknown[];
  readonly conformity: object;
}

const SIDE = { n: 100, mean: 50, sd: 10 };

const withSide =
  (measures: object) =>
  (found: Record<string, unknown>): unknown => ({
    ...found,
    sides: { ...(found['sides'] as object), measures },
  });

const withClasses =
  (dimension: string, classes: readonly string[]) =>
  (found: Record<string, unknown>): unknown => {
    const groups = found['comparisons'] as readonly object[];
    return { ...found, comparisons: [...groups, { ...groups[0], dimension, classes }] };
  };

const score = (file: string, ...options: string[]) =>
  desk.run(['score', '--survey', LARGE, '--answers', file, ...options]);

const cohort = (answers: string, out: string, ...options: string[]) => {
  const identity = ['--label', 'Wave', '--source', 'simulated', '--out', out];
  return desk.run(['cohort', '--survey', LARGE, '--answers', answers, ...identity, ...options]);
};

beforeAll(async () => {
  const wave = ['--survey', LARGE, '--companies', String(COMPANIES), '--seed', 's'];
  await desk.run(['simulate', ...wave, '--out', 'wave.ndjson']);
  await cohort('wave.ndjson', 'stats.json');
  const [first = ''] = readFileSync(desk.path('wave.ndjson'), 'utf8').split('\n');
  desk.file('one.json', first);
});

describe('score', () => {
  it('gives one object a sheet, with two decimals', async () => {
    const { code, out } = await score('wave.ndjson', '--cohort', 'stats.json', '--json');
    expect(code).toBe(0);
    const results = objects(out) as unknown as readonly Result[];
    expect(results).toHaveLength(COMPANIES);
    for (const { overall, standing, conformity } of results) {
      for (const value of [overall['score'], overall['best'], standing?.overall]) {
        expect(value).toBeCloseTo(Math.round((value as number) * 100) / 100, 10);
      }
      expect(standing?.rankBand).toMatchObject({
        from: expect.any(Number),
        to: expect.any(Number),
      });
      expect(Object.keys(conformity)).toEqual(['jp-hpm-2026-large', 'th-reading-2026-large']);
    }
  });

  it('gives each criterion of both readings with the answers that decided it', async () => {
    const answers = {
      'health-guidance': 'repeated',
      'specific-health-guidance': 'none',
      'manager-education': 'session',
    };
    const { out } = await score(desk.file('three.json', sheet(answers)), '--json');
    const [{ conformity }] = objects(out) as unknown as [
      { conformity: Readonly<Record<string, { criteria: readonly unknown[] }>> },
    ];
    const guidance = (rules: string): unknown =>
      conformity[rules]?.criteria.find(
        (each) => (each as { criterion: string }).criterion === 'health-guidance',
      );
    expect(guidance('jp-hpm-2026-large')).toMatchObject({
      state: 'not-met',
      because: [{ question: 'specific-health-guidance', answer: 'none' }],
    });
    expect(guidance('th-reading-2026-large')).toMatchObject({ state: 'met' });
    expect(conformity['jp-hpm-2026-large']).toMatchObject({
      gates: expect.arrayContaining([{ gate: 'publication-consent', state: 'unknown' }]),
      path: { required: expect.arrayContaining(['legal-compliance']) },
    });
  });

  it('shows what is unknown as a range', async () => {
    const empty = desk.file('empty.json', sheet({}));
    const { code, out } = await score(empty, '--json');
    expect(code).toBe(0);
    expect(objects(out)).toMatchObject([
      { overall: { score: 0, best: 100, openShare: 1, stage: 1, bestStage: 4 }, standing: null },
    ]);
    expect((await score(empty)).out).toContain('0.0–100.0');
  });

  it('traces every point', async () => {
    const [result] = objects((await score('one.json', '--json', '--trace')).out) as unknown as [
      Result,
    ];
    for (const { points, parts } of result.trace) {
      const sum = parts.reduce((total, part) => total + part.points, 0);
      if (parts.length > 0) expect(sum).toBeCloseTo(points, 1);
    }
    expect((await score('one.json', '--trace')).out).toContain('checkup-participation');
  });

  it('lists as many improvements as are wanted', async () => {
    const [result] = objects((await score('one.json', '--json', '--top', '3')).out) as unknown as [
      Result,
    ];
    expect(result.improvements).toHaveLength(3);
  });

  it.each(LOCALES)('speaks %s', async (lang) => {
    const { code, out } = await score('one.json', '--cohort', 'stats.json', '--lang', lang);
    expect(code).toBe(0);
    expect(out).not.toMatch(/\[(th|ja|en)\] |\{\{|undefined|null|NaN/);
  });

  it('does not score what is invalid, and says why in its place', async () => {
    const lines = [sheet({}), sheet({ 'answers-scope': 'x' }), sheet({})];
    desk.file('mixed.ndjson', lines.map((line) => JSON.stringify(line)).join('\n'));
    const { code, out } = await score('mixed.ndjson', '--json');
    expect(code).toBe(1);
    expect(objects(out).map(({ valid }) => valid)).toEqual([true, false, true]);
    expect(objects(out)[1]).toMatchObject({ problems: [{ question: 'answers-scope' }] });
  });
});

describe('cohort statistics', () => {
  const stats = (): Record<string, unknown> =>
    JSON.parse(readFileSync(desk.path('stats.json'), 'utf8')) as Record<string, unknown>;

  it('name their cohort and say when it is simulated', () => {
    expect(stats()).toMatchObject({ label: 'Wave', n: COMPANIES, synthetic: true, edition: LARGE });
  });

  const broken: readonly (readonly [
    string,
    (found: Record<string, unknown>) => unknown,
    RegExp,
  ])[] = [
    ['a missing field', ({ n: _n, ...rest }) => rest, /\/n/],
    ['a stray field', (found) => ({ ...found, extra: 1 }), /\/extra/],
    ['a wrong number', (found) => ({ ...found, n: 'many' }), /\/n/],
    ['another edition', (found) => ({ ...found, edition: 'jp-hpm-sme/2026' }), /jp-hpm-sme\/2026/],
    ['no object', () => [1], /cohort statistics/],
    ['a mean beyond all scores', withSide({ n: 120, mean: 1e5, sd: 1 }), /\/sides\/measures\/mean/],
    ['more scores than members', withSide({ n: 121, mean: 50, sd: 10 }), /\/sides\/measures\/n/],
    ['a side that is none', (found) => ({ ...found, sides: { other: SIDE } }), /\/sides/],
    ['no weights', (found) => ({ ...found, sideWeights: {} }), /\/sideWeights/],
    ['bands that rise', (found) => ({ ...found, rankBandFloors: [40, 60] }), /\/rankBandFloors/],
    ['too many bands', (found) => ({ ...found, rankBandFloors: [3, 2, 1] }), /\/rankBandFloors/],
    ['a class that is none', withClasses('size', ['7-9']), /\/comparisons\/\d+\/classes/],
    ['a class shown twice', withClasses('all', []), /\/comparisons\/\d+\/classes/],
    ['quarters that rise', (found) => ({ ...found, quarterFloors: [1, 2, 3] }), /\/quarterFloors/],
  ];

  it.each(broken)('with %s are refused', async (_, change, said) => {
    desk.file('broken.json', change(stats()));
    const { code, out, err } = await score('one.json', '--cohort', 'broken.json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
  });

  it('are not frozen from an invalid sheet', async () => {
    desk.file('bad.json', sheet({ 'answers-scope': 'x' }));
    const options = ['--label', 'L', '--source', 'S', '--out', 'none.json'];
    const { code } = await desk.run([
      'cohort',
      '--survey',
      LARGE,
      '--answers',
      'bad.json',
      ...options,
    ]);
    expect(code).toBe(1);
    expect(() => readFileSync(desk.path('none.json'))).toThrow('ENOENT');
  });

  it('hold protected comparisons of simulated companies, the same from any order of the sheets', async () => {
    const { comparisons } = stats();
    expect(comparisons).toContainEqual(
      expect.objectContaining({ dimension: 'all', classes: [], n: COMPANIES }),
    );
    const lines = readFileSync(desk.path('wave.ndjson'), 'utf8').trimEnd().split('\n');
    desk.file('reversed.ndjson', lines.toReversed().join('\n'));
    await cohort('reversed.ndjson', 'reversed.json');
    const reversed = JSON.parse(readFileSync(desk.path('reversed.json'), 'utf8')) as object;
    expect(reversed).toMatchObject({ comparisons });
  });

  it('set a company beside all, its industry and its size', async () => {
    const { out } = await score('one.json', '--cohort', 'stats.json', '--json');
    const [{ comparison }] = objects(out) as unknown as [{ comparison: Record<string, object> }];
    expect(Object.keys(comparison)).toEqual(['all', 'industry', 'size']);
    expect(comparison['size']).toMatchObject({
      means: { sides: { measures: expect.any(Number) } },
    });
  });

  describe('of real companies', () => {
    beforeAll(() => {
      const wave = readFileSync(desk.path('wave.ndjson'), 'utf8');
      desk.file('real.ndjson', wave.replaceAll('"synthetic":true', '"synthetic":false'));
      desk.file('key.bin', 'k'.repeat(32));
      desk.file('other.bin', 'o'.repeat(32));
    });

    it('are not compared without a key, and the operator is told so', async () => {
      const { code, err } = await cohort('real.ndjson', 'real.json');
      expect(code).toBe(0);
      expect(err).toContain('--key');
      expect(readFileSync(desk.path('real.json'), 'utf8')).not.toContain('comparisons');
    });

    it('are not compared under the key that everybody knows because one of them is invented', async () => {
      const [first, ...rest] = readFileSync(desk.path('real.ndjson'), 'utf8').trimEnd().split('\n');
      const invented = (first ?? '').replace('"synthetic":false', '"synthetic":true');
      desk.file('mixed.ndjson', [invented, ...rest].join('\n'));
      const { err } = await cohort('mixed.ndjson', 'mixed.json');
      expect(err).toContain('--key');
      expect(readFileSync(desk.path('mixed.json'), 'utf8')).not.toContain('comparisons');
      expect(JSON.parse(readFileSync(desk.path('mixed.json'), 'utf8'))).toMatchObject({
        synthetic: true,
      });
    });

    it('have the same noise under every label, and another in another round', async () => {
      const under = async (...options: string[]): Promise<unknown> => {
        await cohort('real.ndjson', 'real.json', '--key', 'key.bin', ...options);
        const found = JSON.parse(readFileSync(desk.path('real.json'), 'utf8')) as object;
        return 'comparisons' in found ? found.comparisons : undefined;
      };
      const first = await under();
      expect(await under('--label', 'Another label')).toEqual(first);
      expect(await under('--round', 'autumn')).not.toEqual(first);
    });

    it('are one company however its number is typed', async () => {
      const lines = readFileSync(desk.path('real.ndjson'), 'utf8').trimEnd().split('\n');
      const typed = ['0105536000315', '0-1055-36000-31-5', '0105 5360 00315'];
      const same = lines.map((line, at) => {
        const number = typed[at];
        return number === undefined
          ? line
          : line
              .replace('"organisation":{', `"organisation":{"registrationNumber":"${number}",`)
              .replace(/"country":"[A-Z]+"/, '"country":"TH"');
      });
      desk.file('same.ndjson', same.join('\n'));
      const { err } = await cohort('same.ndjson', 'same.json', '--key', 'key.bin');
      expect(err).toContain('2 sheets belong to companies');
    });

    it('are protected by the key', async () => {
      const under = async (key: string): Promise<unknown> => {
        const { code } = await cohort('real.ndjson', 'real.json', '--key', key);
        expect(code).toBe(0);
        const found = JSON.parse(readFileSync(desk.path('real.json'), 'utf8')) as object;
        return 'comparisons' in found ? found.comparisons : undefined;
      };
      const first = await under('key.bin');
      expect(first).toBeDefined();
      expect(await under('key.bin')).toEqual(first);
      expect(await under('other.bin')).not.toEqual(first);
    });

    it.each([
      ['a key that is too short', 'short.bin', '32'],
      ['a key that is not there', 'none.bin', 'none.bin'],
    ])('are refused with %s', async (_, key, said) => {
      desk.file('short.bin', 'short');
      const { code, out, err } = await cohort('real.ndjson', 'never.json', '--key', key);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(said);
      expect(() => readFileSync(desk.path('never.json'))).toThrow('ENOENT');
    });
  });
});
