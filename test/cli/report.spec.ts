import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk, LARGE, SME } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

interface Twin {
  readonly overall: {
    readonly cycles: readonly { readonly year: number; readonly edition: string }[];
    readonly change: { readonly rules: number } | null;
  };
}

type Sheet = Readonly<Record<'answers' | 'organisation', Record<string, unknown>>>;

async function simulated(edition: string): Promise<Sheet> {
  const request = ['--survey', edition, '--companies', '1', '--seed', 'r', '--out', 'one.json'];
  await desk.run(['simulate', ...request]);
  return JSON.parse(readFileSync(desk.path('one.json'), 'utf8')) as Sheet;
}

const ending = (sheet: Sheet, day: string, organisation: object = {}): Sheet => ({
  ...sheet,
  answers: { ...sheet.answers, 'assessment-period-end': day },
  organisation: { ...sheet.organisation, ...organisation },
});

let large: Sheet;
let small: Sheet;
beforeAll(async () => {
  [large, small] = [await simulated(LARGE), await simulated(SME)];
  desk.file('now.json', ending(large, '2026-03-31'));
});

const report = (...options: string[]) =>
  desk.run([
    ...['report', '--survey', LARGE, '--answers', 'now.json', '--languages', 'th,en'],
    ...['--out', 'r.pdf', '--twin', 't.json', ...options],
  ]);

const twin = (): Twin => JSON.parse(readFileSync(desk.path('t.json'), 'utf8')) as Twin;
const lines = (...sheets: readonly object[]): string =>
  sheets.map((sheet) => JSON.stringify(sheet)).join('\n');

describe('report with earlier sheets', () => {
  it('shows them over time, each by its own edition', async () => {
    const earlier = [ending(large, '2025-03-31'), ending(small, '2024-03-31', large.organisation)];
    desk.file('earlier.ndjson', lines(...earlier));
    const { code, err } = await report('--previous', 'earlier.ndjson');
    expect(code).toBe(0);
    expect(err).not.toContain('another name');
    const { cycles, change } = twin().overall;
    expect(cycles.map(({ year, edition }) => [year, edition])).toEqual([
      [2024, SME],
      [2025, LARGE],
      [2026, LARGE],
    ]);
    expect(change).toMatchObject({ rules: 0 });
  });

  it('tells what another edition changed from what the company did', async () => {
    desk.file('earlier.ndjson', lines(ending(small, '2025-03-31', large.organisation)));
    expect((await report('--previous', 'earlier.ndjson')).code).toBe(0);
    expect(twin().overall.change?.rules).not.toBe(0);
  });

  it('takes another name as an old one, and says so', async () => {
    desk.file('earlier.ndjson', lines(ending(large, '2025-03-31', { name: 'Old name' })));
    const { code, err } = await report('--previous', 'earlier.ndjson');
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('Old name') });
  });

  it.each([
    [
      'of another company',
      () => ending(large, '2025-03-31', { registrationNumber: '2' }),
      '(2, not 1)',
    ],
    ['that end no earlier', () => ending(large, '2026-03-31'), '2026-03-31'],
    ['without an edition', () => ({ answers: {} }), 'edition'],
  ])('refuses sheets %s', async (_, sheet, said) => {
    desk.file('now.json', ending(large, '2026-03-31', { registrationNumber: '1' }));
    desk.file('earlier.ndjson', lines(sheet()));
    const { code, out, err } = await report('--previous', 'earlier.ndjson');
    desk.file('now.json', ending(large, '2026-03-31'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });

  it('names the faults of an earlier sheet that is not valid, and writes nothing', async () => {
    desk.file('earlier.ndjson', lines({ ...large, answers: { 'answers-scope': 'x' } }));
    const { code, out } = await report('--previous', 'earlier.ndjson', '--out', 'none.pdf');
    expect(code).toBe(1);
    expect(out).toContain('answers-scope');
    expect(() => readFileSync(desk.path('none.pdf'))).toThrow('ENOENT');
  });
});

describe('the address at which a report can be checked', () => {
  it('has to be one of the web', async () => {
    expect((await report('--verify-at', 'https://example.org/check/1')).code).toBe(0);
    for (const address of [
      'example.org',
      'javascript:alert(1)',
      `https://e.org/${'x'.repeat(300)}`,
    ]) {
      const { code, err } = await report('--verify-at', address);
      expect(code).toBe(2);
      expect(err).toContain('--verify-at');
    }
  });
});
