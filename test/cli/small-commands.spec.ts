import { afterAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import { readFileSync } from 'node:fs';
import { Desk, objects } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

describe('check-id', () => {
  it('gives one line a number and a no for any that cannot be one', async () => {
    const { code, out } = await desk.run(['check-id', 'jp', '7010705000725', '7010705000726']);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect((await desk.run(['check-id', 'jp', '7010705000725'])).code).toBe(0);
  });

  it('gives objects', async () => {
    const { out } = await desk.run(['--json', 'check-id', 'jp', '７０１０７０５０００７２５', 'x']);
    expect(objects(out)).toEqual([
      {
        country: 'jp',
        input: '７０１０７０５０００７２５',
        valid: true,
        normalised: '7010705000725',
      },
      { country: 'jp', input: 'x', valid: false, normalised: null, reason: 'characters' },
    ]);
  });

  it.each(LOCALES)('explains in %s', async (lang) => {
    const { out } = await desk.run(['--lang', lang, 'check-id', 'th', '0105555123456', '1', '']);
    expect(out).not.toMatch(/\[(th|ja|en)\] |\{\{/);
  });
});

const HEADER = 'company\tkpi\tvalue_as_published_by_collector';

describe('outcomes', () => {
  it('gives one object a row, in order, by column names', async () => {
    const table = `\uFEFFvalue_as_published_by_collector\tother\tkpi\tcompany\r\n90%以上\t-\tストレスチェック受検率\tA\r\n?\t-\t？\tB\r\n`;
    desk.file('t.tsv', table);
    const { code, out } = await desk.run(['outcomes', 't.tsv']);
    expect(code).toBe(0);
    expect(objects(out)).toMatchObject([
      { company: 'A', status: 'recognised', values: [{ value: 90, bound: 'at-least' }] },
      { company: 'B', status: 'unrecognised' },
    ]);
  });

  it.each([
    ['without a header', 'a\tb\tc\n'],
    ['with a short row', `${HEADER}\nA\n`],
    ['with a long row', `${HEADER}\nA\tb\tc\td\n`],
    ['without anything', ''],
  ])('refuses a table %s', async (_, table) => {
    const { code, out, err } = await desk.run(['outcomes', '-'], table);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/standard input/);
  });
});

describe('specimen', () => {
  it('sets the lines of a file', async () => {
    desk.file('lines.txt', '健康経営の推進\nเบาหวานและน้ำหนักเกิน\n');
    const argv = [
      '--text',
      'lines.txt',
      '--languages',
      'th,ja',
      '--width',
      '220',
      '--out',
      's.pdf',
    ];
    expect((await desk.run(['specimen', ...argv])).code).toBe(0);
    expect(readFileSync(desk.path('s.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
