import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, lstatSync } from 'node:fs';
import { Desk, LARGE, objects, sheet } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

const simulate = (out: string, companies = 3) =>
  desk.run([
    'simulate',
    '--survey',
    LARGE,
    '--companies',
    String(companies),
    '--seed',
    '7',
    '--out',
    out,
  ]);

const leftovers = (): readonly string[] =>
  readdirSync(desk.folder).filter((name) => name.endsWith('.tmp'));

describe('output files', () => {
  it('are written whole, over an older one too', async () => {
    desk.file('wave.ndjson', 'old');
    expect((await simulate('wave.ndjson')).code).toBe(0);
    const { out } = await simulate('-');
    expect(readFileSync(desk.path('wave.ndjson'), 'utf8')).toBe(out);
    expect(objects(out)).toHaveLength(3);
    expect(leftovers()).toEqual([]);
  });

  it('keep the link that leads to them', async () => {
    desk.file('real.ndjson', 'old');
    symlinkSync(desk.path('real.ndjson'), desk.path('link.ndjson'));
    await simulate('link.ndjson');
    expect(lstatSync(desk.path('link.ndjson')).isSymbolicLink()).toBe(true);
    expect(readFileSync(desk.path('real.ndjson'), 'utf8')).not.toBe('old');
  });

  it('never take the place of an input, whatever links lead there', async () => {
    const input = desk.file('input.txt', 'สุขภาพดี');
    symlinkSync(desk.path('input.txt'), desk.path('output.pdf'));
    const argv = ['specimen', '--text', input, '--languages', 'th', '--width', '200'];
    const { code, out } = await desk.run([...argv, '--out', 'output.pdf']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(readFileSync(desk.path('input.txt'), 'utf8')).toBe('สุขภาพดี');
  });

  it('that can’t be written are refused, with nothing left behind', async () => {
    mkdirSync(desk.path('folder'));
    for (const out of ['folder', 'nowhere/wave.ndjson', 'wave.ndjson/x', 'x'.repeat(300)]) {
      const { code, out: printed, err } = await simulate(out);
      expect({ code, printed }).toEqual({ code: 2, printed: '' });
      expect(err).toContain(out.slice(0, 100));
    }
    expect(leftovers()).toEqual([]);
  });

  it('are left as they were when the place takes no new files', async () => {
    mkdirSync(desk.path('closed'));
    desk.file('closed/old.ndjson', 'old');
    chmodSync(desk.path('closed'), 0o555);
    const { code } = await simulate('closed/old.ndjson');
    const asRoot = process.getuid?.() === 0;
    expect(code).toBe(asRoot ? 0 : 2);
    if (!asRoot) expect(readFileSync(desk.path('closed/old.ndjson'), 'utf8')).toBe('old');
    chmodSync(desk.path('closed'), 0o755);
  });
});

describe('report', () => {
  beforeAll(async () => {
    await simulate('one.json', 1);
  });
  const report = (answers: string, out: string, languages = 'ja,en', ...more: string[]) =>
    desk.run([
      'report',
      '--survey',
      LARGE,
      '--answers',
      answers,
      '--languages',
      languages,
      '--date',
      '2026-06-01',
      '--out',
      out,
      ...more,
    ]);

  it('is a PDF', async () => {
    expect((await report('one.json', 'r.pdf')).code).toBe(0);
    expect(readFileSync(desk.path('r.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(leftovers()).toEqual([]);
  });

  it('is the same for the same answers and day', async () => {
    await report('one.json', 'a.pdf', 'th');
    await report('one.json', 'b.pdf', 'th');
    expect(readFileSync(desk.path('a.pdf')).equals(readFileSync(desk.path('b.pdf')))).toBe(true);
  });

  it('comes with a twin for machines, both or neither', async () => {
    expect((await report('one.json', 't.pdf', 'ja,th', '--twin', 't.json')).code).toBe(0);
    const twin = JSON.parse(readFileSync(desk.path('t.json'), 'utf8')) as object;
    expect(twin).toMatchObject({ schema: 'sukoyaka-report/1', languages: ['ja', 'th'] });
    const twice = await report('one.json', 'u.pdf', 'ja', '--twin', 'u.pdf');
    const nowhere = await report('one.json', 'u.pdf', 'ja', '--twin', 'nowhere/u.json');
    expect([twice.code, nowhere.code]).toEqual([2, 2]);
    expect(readdirSync(desk.folder)).not.toContain('u.pdf');
    expect(leftovers()).toEqual([]);
  });

  it('is not made of invalid answers or of several sheets', async () => {
    desk.file('bad.json', sheet({ 'answers-scope': 'x' }));
    expect(await report('bad.json', 'no.pdf')).toMatchObject({ code: 1 });
    await simulate('two.ndjson', 2);
    expect(await report('two.ndjson', 'no.pdf')).toMatchObject({ code: 2, out: '' });
    expect(readdirSync(desk.folder)).not.toContain('no.pdf');
  });
});
