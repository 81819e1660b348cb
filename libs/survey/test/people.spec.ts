import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import { compile, type Edition, type Question } from '@sukoyaka/survey';
import { question, smallEdition } from './small-edition.js';

const words = (text: string) => ({ ja: `${text}です`, th: `${text} ครับ`, en: text });
const people = { unit: 'people', min: 0, max: 2_000_000, integer: true } as const;
const number = (id: string) => ({ id, label: words(id), kind: 'number' as const, ...people });
const rate = (id: string) => ({ id, label: words(id), kind: 'percentage' as const });

function measured(table: Question): Question {
  return { ...table, tags: { ...table.tags, measuredBy: { instrument: 'tool' } } };
}

const questions: readonly Question[] = [
  question({ id: 'employed', type: 'number', ...people }),
  question({
    id: 'groups',
    type: 'year-table',
    years: 3,
    items: [number('employed'), number('outsourced')],
  }),
  question({
    id: 'satisfied',
    type: 'percentage',
    numerator: words('yes'),
    denominator: words('all'),
  }),
  question({
    id: 'satisfied-there',
    type: 'percentage',
    perSite: true,
    numerator: words('yes'),
    denominator: words('all'),
  }),
  question({
    id: 'taking-part',
    type: 'year-table',
    years: 3,
    items: [rate('share'), { ...rate('leave'), mayExceed100: true }],
  }),
  measured(
    question({ id: 'engaged', type: 'year-table', years: 3, items: [number('n-measured')] }),
  ),
];
const edition: Edition = { ...smallEdition(questions), employeesQuestion: 'employed' };
const survey = compile(edition);

const of = (denominator: number) => ({ numerator: 5, denominator });

function asked(answers: unknown, organisation: unknown = {}): readonly string[] {
  const { valid, problems } = survey.checkSheet({ edition: edition.id, organisation, answers });
  expect(valid).toBe(true);
  return problems.map(({ code, path }) => `${path} ${code}`);
}

describe('more people than the company employs', () => {
  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['in a rate', { satisfied: of(126) }, ['/answers/satisfied']],
    [
      'in a rate of a site',
      { 'satisfied-there': { sites: { a: of(20), b: of(500) } } },
      ['/answers/satisfied-there/sites/b'],
    ],
    [
      'in a year of a table',
      { 'taking-part': { 2024: { share: of(100) }, 2025: { share: of(541) } } },
      ['/answers/taking-part/2025/share'],
    ],
    [
      'behind a measured figure',
      { engaged: { 2025: { 'n-measured': 300 } } },
      ['/answers/engaged/2025/n-measured'],
    ],
    ['only by a quarter, as when others are counted', { satisfied: of(125) }, []],
    ['by days, not by people', { 'taking-part': { 2025: { leave: of(1200) } } }, []],
    ['beside them', { groups: { 2025: { outsourced: 900 } } }, []],
    [
      'now, but not in that year',
      {
        groups: { 2024: { employed: 600 } },
        'taking-part': { 2024: { share: of(600) } },
      },
      [],
    ],
  ])('%s', (_, answers, paths) => {
    const expected = paths.map((path) => `${path} more-people-than-employed`);
    expect(asked({ employed: 100, ...answers })).toEqual(expected);
  });

  it('are held against the organisation where the answers do not say how many there are', () => {
    const answers = { satisfied: of(200) };
    expect(asked(answers)).toEqual([]);
    expect(asked(answers, { name: 'A', employees: 100 })).toHaveLength(1);
    expect(asked({ employed: 190, ...answers }, { name: 'A', employees: 100 })).toEqual([]);
  });

  it.each(LOCALES)('are asked about in %s by both numbers, and refused never', (locale) => {
    const { valid, problems } = survey.validate({ employed: 274, satisfied: of(541) }, locale);
    expect(valid).toBe(true);
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem?.severity).toBe('warning');
    expect(problem?.reason).toMatch(/541.*274/);
    expect(problem?.remedy).not.toBe('');
  });

  it.each([null, [], 'x', { sites: null }, { 2025: null }, { 2025: [] }, { 2025: { share: 'x' } }])(
    'are looked for without fail in %j',
    (value) => {
      const answers = Object.fromEntries(questions.map(({ id }) => [id, value]));
      const check = (employed: unknown): boolean =>
        survey.checkAnswers({ ...answers, employed }).valid;
      expect([100, value].map(check)).toEqual([false, false]);
    },
  );
});
