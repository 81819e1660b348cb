import { afterAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import { Desk, LARGE, objects, sheet } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

const validate = (value: unknown, ...options: string[]) =>
  desk.run(['validate', '--survey', LARGE, '--answers', '-', ...options], JSON.stringify(value));

describe('validate', () => {
  it('takes right answers that are not complete, unless completeness is demanded', async () => {
    const right = sheet({ 'answers-scope': 'whole-entity' });
    expect((await validate(right)).code).toBe(0);
    expect((await validate(right, '--complete')).code).toBe(1);
    const [found] = objects((await validate(right, '--json')).out);
    expect(found).toMatchObject({
      valid: true,
      complete: false,
      edition: LARGE,
      organisation: 'Example',
      problems: [],
    });
    expect(found?.['missing']).toContain('regular-employees');
  });

  it('names every problem with question, place, reason and remedy', async () => {
    const wrong = sheet({
      'answers-scope': 'somewhere',
      'checkup-participation': {
        2025: { participation: { numerator: 11, denominator: 10 } },
        2568: { participation: { percent: 90 } },
      },
      'no-such-question': 1,
    });
    const { code, out } = await validate(wrong, '--json');
    expect(code).toBe(1);
    const [found] = objects(out);
    expect(Object.keys(found ?? {})).toEqual([
      'valid',
      'complete',
      'edition',
      'organisation',
      'missing',
      'problems',
    ]);
    const problems = found?.['problems'] as readonly Record<string, unknown>[];
    expect(problems.map(({ code: problem }) => problem).sort()).toEqual([
      'numerator-above-denominator',
      'unknown-option',
      'unknown-question',
      'year-buddhist',
    ]);
    for (const problem of problems) {
      expect(Object.keys(problem).sort()).toEqual(
        ['code', 'params', 'path', 'question', 'reason', 'remedy', 'severity'].sort(),
      );
    }
  });

  it.each(LOCALES)('tells people in %s, by question', async (lang) => {
    const { out } = await validate(sheet({ 'answers-scope': 'somewhere' }), '--lang', lang);
    expect(out).toContain('answers-scope');
    expect(out).toContain('→');
    expect(out).not.toMatch(/\[(th|ja|en)\] |\{\{/);
  });

  it('leaves no gap where the whole sheet is at fault', async () => {
    const { out } = await validate({ answers: {} });
    expect(out).toContain('Error: The sheet does not say which edition it is for.');
  });

  it('does not let a sheet write to the terminal', async () => {
    const { out } = await validate({
      edition: LARGE,
      organisation: { name: 'A\u001b[2JB' },
      answers: { 'x\u001b[31m': 1 },
    });
    expect(out).not.toContain('\u001b');
  });

  it('refuses a sheet of another edition as invalid', async () => {
    const { code, out } = await validate({ edition: 'jp-hpm-sme/2026', answers: {} }, '--json');
    expect(code).toBe(1);
    expect(objects(out)).toMatchObject([{ problems: [{ code: 'sheet-wrong-edition' }] }]);
  });
});
