import { afterAll, describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { LOCALES } from '@sukoyaka/kernel';
import { simulate } from '@sukoyaka/simulation';
import { compile } from '@sukoyaka/survey';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { Desk, LARGE, objects } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

const catalogue = openCatalogue();
const EDITIONS = catalogue.editionIds();

interface Guide {
  readonly text: string;
  readonly shape: object;
  readonly example: unknown;
}

describe.each(EDITIONS)('survey %s', (id) => {
  const survey = compile(catalogue.edition(id));

  it.each(LOCALES)('gives a template in %s that is valid as it stands', async (lang) => {
    const { code, out } = await desk.run(['--lang', lang, 'survey', 'template', id]);
    expect(code).toBe(0);
    const checked = await desk.run(['validate', '--survey', id, '--answers', '-'], out);
    expect(checked.code).toBe(0);
  });

  it('gives a template on one line to programs, also where standard output is named', async () => {
    const argv = ['--json', 'survey', 'template', id];
    const named = await desk.run([...argv, '--out', '-']);
    expect(named).toEqual(await desk.run(argv));
    expect(objects(named.out)).toHaveLength(1);
    const workbook = await desk.run([...argv, '--format', 'xlsx', '--out', '-']);
    expect(workbook).toMatchObject({ code: 2, out: '' });
    expect(await desk.run(['survey', 'template', id, '--out', ''])).toMatchObject({ code: 2 });
  });

  it('guides to every question with an example that its shape and the check accept', async () => {
    const { out } = await desk.run(['--json', 'survey', 'template', id]);
    const [{ $guide }] = objects(out) as unknown as [{ $guide: Record<string, Guide> }];
    const ajv = new Ajv2020({ strict: false });
    for (const question of survey.questions) {
      const { shape, example, text } = $guide[question.id] as Guide;
      expect(text).toBe(question.text.en);
      expect([question.id, ajv.validate(shape, example)]).toEqual([question.id, true]);
      const { problems } = survey.checkAnswers({ [question.id]: example });
      const faults = problems.filter(
        ({ severity, code }) => severity === 'error' && code !== 'hidden-answer',
      );
      expect(faults).toEqual([]);
    }
  });

  it('has schemas that accept simulated sheets and refuse others', async () => {
    const schema = async (...argv: string[]): Promise<ValidateFunction> => {
      const { out } = await desk.run(['--json', 'survey', 'schema', 'answers', ...argv]);
      return new Ajv2020({ strict: false }).compile(JSON.parse(out) as object);
    };
    const general = await schema();
    const own = await schema(id);
    for (const sheet of simulate({ edition: survey.edition, companies: 20, seed: 1 })) {
      expect([general(sheet), own(sheet)]).toEqual([true, true]);
    }
    expect(own({ edition: id, answers: { 'no-such-question': 1 } })).toBe(false);
    expect(own({ edition: 'other/2026', answers: {} })).toBe(false);
    expect(general({ edition: id })).toBe(false);
  });

  it('gives a workbook with a row for every question and lists to choose from', async () => {
    const argv = ['survey', 'template', id, '--format', 'xlsx', '--out', 'book.xlsx'];
    expect((await desk.run(['--lang', 'th', ...argv])).code).toBe(0);
    const book = await readXlsx(new Uint8Array(readFileSync(desk.path('book.xlsx'))));
    const [answers] = book.sheets;
    const keys = (answers?.rows ?? []).slice(1).map(([key]) => String(key));
    const named = new Set(keys.map((key) => key.split(/[/@]/)[0]));
    for (const question of survey.questions) expect(named).toContain(question.id);
    expect(new Set(keys).size).toBe(keys.length);
    const cells = book.sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => typeof cell === 'string' && /^[=+\-@\t]/.test(cell))).toEqual([]);
    expect(answers?.dataValidations?.some(({ type }) => type === 'list')).toBe(true);
  });

  it.each(LOCALES)('is shown in %s', async (lang) => {
    const { code, out } = await desk.run(['--lang', lang, 'survey', 'show', id]);
    expect(code).toBe(0);
    for (const { text } of survey.questions) expect(out).toContain(text[lang]);
    expect(out).not.toMatch(/\[(th|ja|en)\] |\{\{|undefined/);
  });

  it('is given as one object', async () => {
    const { out } = await desk.run(['--json', 'survey', 'show', id]);
    expect(objects(out)).toEqual([JSON.parse(JSON.stringify(survey.edition))]);
  });

  it('is sound', async () => {
    const { code, out } = await desk.run(['--json', 'survey', 'check', id]);
    expect(objects(out)).toMatchObject([{ sound: true, faults: [] }]);
    expect(code).toBe(0);
  });
});

describe('surveys', () => {
  it('are listed', async () => {
    const { out } = await desk.run(['--json', 'survey', 'list']);
    expect(objects(out).map(({ edition }) => edition)).toEqual(EDITIONS);
    const { out: text } = await desk.run(['survey', 'list']);
    for (const id of EDITIONS) expect(text).toContain(id);
  });

  it('show single questions with their guidance', async () => {
    const { out } = await desk.run(['survey', 'show', LARGE, 'checkup-participation']);
    expect(out).toContain('In Thailand');
    expect(out).not.toContain('policy-written\n');
  });

  it.each(LOCALES)('are checked in %s', async (lang) => {
    const { code, out } = await desk.run(['--lang', lang, 'survey', 'check', LARGE]);
    expect(code).toBe(0);
    expect(out).not.toMatch(/\[(th|ja|en)\] |\{\{/);
    expect(out.includes('health issue')).toBe(lang === 'en');
  });

  it('print the coverage of all when none is named', async () => {
    const { out } = await desk.run(['survey', 'check']);
    for (const id of EDITIONS) expect(out).toContain(`${id} ·`);
  });
});
