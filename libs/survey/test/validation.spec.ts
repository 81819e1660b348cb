import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import { compile, PROBLEM_CODES } from '@sukoyaka/survey';
import fc from 'fast-check';
import { smallEdition } from './small-edition.js';

const survey = compile(smallEdition());
const consent = { given: true, textVersion: '1', language: 'th', date: '2026-05-01' };
const paper = { title: 'Minutes', kind: 'document', status: 'held' };

function codes(answers: unknown): readonly string[] {
  return survey.checkAnswers(answers).problems.map((p) => `${p.path} ${p.code}`);
}

function deepList(levels: number): unknown {
  let value: unknown = [];
  for (let level = 1; level < levels; level += 1) value = [value];
  return value;
}

describe('validate accepts what a question can hold', () => {
  it.each<[string, Record<string, unknown>]>([
    ['nothing at all', {}],
    ['one option', { level: 'high' }],
    ['several options', { level: 'high', measures: ['one', 'two'] }],
    ['an answer whose condition is not known yet', { measures: ['one'] }],
    ['an exclusive option alone', { level: 'high', measures: ['none'] }],
    ['not applicable with its reason', { level: 'high', measures: { notApplicable: 'nobody' } }],
    ['one value per site', { progress: { sites: { a: 'yes', b: 'in-progress' } } }],
    ['a number at its limits', { people: 500 }],
    ['counts', { rate: { numerator: 0, denominator: 1 } }],
    ['a published rate with its bound', { rate: { percent: 90, bound: 'at-least' } }],
    ['years', { table: { 2025: { all: 10, women: 10 }, 2026: { share: { percent: 50 } } } }],
    ['a leap day', { day: '2024-02-29' }],
    ['ten Thai characters with their marks', { story: 'น้ำน้ำที่นี่ดี' }],
    ['line breaks in a text', { story: 'a\nb' }],
    ['documents', { papers: [{ ...paper, date: '2026-01-31', sha256: 'a'.repeat(64) }] }],
    ['a consent withheld', { agreement: { ...consent, given: false } }],
  ])('%s', (_, answers) => {
    expect(codes(answers)).toEqual([]);
  });
});

describe('validate names what is wrong, where', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['no object', [], [' wrong-shape']],
    ['an unknown question', { other: 1 }, ['/other unknown-question']],
    ['an inherited name', { constructor: 'low' }, ['/constructor unknown-question']],
    ['an array where one option belongs', { level: ['high'] }, ['/level wrong-shape']],
    ['null', { people: null }, ['/people wrong-shape']],
    ['an unknown option', { level: 'middle' }, ['/level unknown-option']],
    ['a hidden answer', { level: 'low', measures: ['one'] }, ['/measures hidden-answer']],
    [
      'an option twice',
      { level: 'high', measures: ['one', 'one'] },
      ['/measures/1 duplicate-option'],
    ],
    ['none and more', { level: 'high', measures: ['none', 'one'] }, ['/measures exclusive-option']],
    ['nothing chosen', { level: 'high', measures: [] }, ['/measures nothing-selected']],
    [
      'too many',
      { level: 'high', measures: ['one', 'two', 'three'] },
      ['/measures too-many-selected'],
    ],
    [
      'N/A where it is not offered',
      { level: { notApplicable: 'x' } },
      ['/level not-applicable-refused'],
    ],
    [
      'an unknown reason',
      { level: 'high', measures: { notApplicable: 'x' } },
      ['/measures not-applicable-unknown-reason'],
    ],
    ['one value for all sites', { progress: 'yes' }, ['/progress per-site-expected']],
    ['no site', { progress: { sites: {} } }, ['/progress no-sites-answered']],
    [
      'sites where none are asked',
      { people: { sites: { a: 1 } } },
      ['/people per-site-unexpected'],
    ],
    ['a fraction of a person', { people: 1.5 }, ['/people not-whole']],
    ['below the range', { people: 0 }, ['/people below-minimum']],
    ['above the range', { people: 501 }, ['/people above-maximum']],
    ['a number in quotation marks', { people: '12' }, ['/people wrong-shape']],
    [
      'more than the whole',
      { rate: { numerator: 2, denominator: 1 } },
      ['/rate numerator-above-denominator'],
    ],
    ['a part of nothing', { rate: { numerator: 0, denominator: 0 } }, ['/rate denominator-zero']],
    [
      'a negative count',
      { rate: { numerator: -1, denominator: 5 } },
      ['/rate/numerator negative-count'],
    ],
    ['a denominator missing', { rate: { numerator: 1 } }, ['/rate/denominator wrong-shape']],
    ['a rate above 100', { rate: { percent: 120 } }, ['/rate percent-out-of-range']],
    ['both forms of a rate', { rate: { percent: 50, numerator: 1 } }, ['/rate unknown-key']],
    ['more than all', { rate: { percent: 100, bound: 'more-than' } }, ['/rate bound-impossible']],
    ['less than none', { rate: { percent: 0, bound: 'less-than' } }, ['/rate bound-impossible']],
    ['a strange bound', { rate: { percent: 50, bound: 'nearly' } }, ['/rate unknown-bound']],
    [
      'a health figure of too few people',
      { table: { 2025: { loose: { numerator: 1, denominator: 2 } } } },
      ['/table/2025/loose too-few-people'],
    ],
    ['an empty table', { table: {} }, ['/table empty-table']],
    ['an empty year', { table: { 2025: {} } }, ['/table/2025 empty-year']],
    ['a Buddhist year', { table: { 2568: { all: 1 } } }, ['/table/2568 year-buddhist']],
    ['a year too early', { table: { 2021: { all: 1 } } }, ['/table/2021 year-out-of-range']],
    ['no year', { table: { FY25: { all: 1 } } }, ['/table/FY25 year-malformed']],
    [
      'too many years',
      { table: { 2023: { all: 1 }, 2024: { all: 1 }, 2025: { all: 1 }, 2026: { all: 1 } } },
      ['/table too-many-years'],
    ],
    ['an unknown item', { table: { 2025: { men: 1 } } }, ['/table/2025/men unknown-item']],
    [
      'more women than people',
      { table: { 2025: { all: 1, women: 2 } } },
      ['/table/2025 item-exceeds'],
    ],
    ['a day that does not exist', { day: '2025-02-29' }, ['/day date-malformed']],
    ['a Buddhist date', { day: '2569-03-31' }, ['/day date-buddhist']],
    ['a Buddhist leap day', { day: '2567-02-29' }, ['/day date-buddhist']],
    ['a leap day that no calendar has', { day: '2568-02-29' }, ['/day date-out-of-range']],
    ['a day in Thai digits', { day: '๒๕๖๙-๐๓-๓๑' }, ['/day date-malformed']],
    ['a day of a Japanese era', { day: '令和8年3月31日' }, ['/day date-malformed']],
    ['a year in Thai digits', { table: { '๒๕๖๘': { all: 1 } } }, ['/table/๒๕๖๘ year-malformed']],
    ['a day outside', { day: '2027-01-01' }, ['/day date-out-of-range']],
    ['a blank text', { story: ' \n' }, ['/story text-blank']],
    ['a text that shows nothing', { story: '\u200b\u2060' }, ['/story text-blank']],
    ['eleven characters', { story: 'abcdefghijk' }, ['/story text-too-long']],
    ['a NUL', { story: 'a\u0000b' }, ['/story text-control-characters']],
    ['half a character', { story: '\ud83d' }, ['/story text-control-characters']],
    ['an empty list of documents', { papers: [] }, ['/papers evidence-empty']],
    ['too many documents', { papers: [paper, paper, paper] }, ['/papers too-many-items']],
    [
      'a document of a strange kind',
      { papers: [{ ...paper, kind: 'rumour' }] },
      ['/papers/0/kind evidence-field'],
    ],
    [
      'a document of a Buddhist day',
      { papers: [{ ...paper, date: '2569-01-31' }] },
      ['/papers/0/date date-buddhist'],
    ],
    [
      'a document of no day',
      { papers: [{ ...paper, date: '31/01/2026' }] },
      ['/papers/0/date evidence-field'],
    ],
    [
      'a consent of a Buddhist day',
      { agreement: { ...consent, date: '2569-05-01' } },
      ['/agreement/date date-buddhist'],
    ],
    [
      'a consent of a Buddhist leap day',
      { agreement: { ...consent, date: '2567-02-29' } },
      ['/agreement/date date-buddhist'],
    ],
    [
      'a document without a title',
      { papers: [{ kind: 'document', status: 'held' }] },
      ['/papers/0/title wrong-shape'],
    ],
    [
      'a consent to another text',
      { agreement: { ...consent, textVersion: '0' } },
      ['/agreement consent-version'],
    ],
    [
      'a consent without language',
      { agreement: { ...consent, language: 'fr' } },
      ['/agreement/language consent-field'],
    ],
  ])('%s', (_, answers, expected) => {
    expect(codes(answers)).toEqual(expected);
    expect(survey.validate(answers, 'en').valid).toBe(false);
  });

  it('asks about what is unlikely, without refusing it', () => {
    const table = {
      2024: { share: { percent: 20 } },
      2025: { share: { percent: 51 }, loose: { numerator: 6, denominator: 5 } },
    };
    const result = survey.checkAnswers({ table, day: '2024-12-31' });
    expect(result.valid).toBe(true);
    expect(result.problems.map(({ code }) => code)).toEqual([
      'rate-above-100',
      'year-after-period',
    ]);
    const calm = { 2024: { share: { percent: 20 } }, 2025: { share: { percent: 51 } } };
    expect(codes({ table: calm })).toEqual(['/table large-change']);
  });
});

describe('a remedy', () => {
  it('never advises a day that does not exist', () => {
    const words = (day: string): string =>
      survey
        .validate({ day }, 'en')
        .problems.map(({ remedy }) => remedy)
        .join();
    expect(words('2567-02-29')).toContain('2024-02-29');
    expect(words('2560-02-29')).not.toContain('2017-02-29');
  });

  it.each(LOCALES)('names a missing part in %s', (locale) => {
    const { given: _, ...silent } = consent;
    const answers = { rate: { numerator: 1 }, agreement: silent, papers: [{ title: 'A' }] };
    const { problems } = survey.validate(answers, locale);
    expect(problems).toHaveLength(4);
    for (const { path, reason, remedy } of problems) {
      const part = path.split('/').at(-1) ?? '';
      expect([reason, remedy].every((words) => words.includes(part))).toBe(true);
      expect(reason).not.toContain('–');
    }
  });
});

describe('validateSheet', () => {
  const sheet = (rest: Record<string, unknown>) => ({ edition: 'test/2026', answers: {}, ...rest });
  const codesOf = (value: unknown) =>
    survey.checkSheet(value).problems.map((p) => `${p.path} ${p.code}`);

  it('names another edition, unknown parts and broken sites', () => {
    expect(codesOf(sheet({ edition: 'test/2025' }))).toEqual([' sheet-wrong-edition']);
    expect(codesOf(sheet({ edition: 2026 }))).toEqual([' sheet-wrong-edition']);
    expect(codesOf({ answers: {} })).toEqual([' sheet-without-edition']);
    expect(codesOf(sheet({ note: 1 }))).toEqual([' sheet-unknown-key']);
    expect(codesOf({ edition: 'test/2026' })).toEqual(['/answers answers-not-an-object']);
    const sites = [
      { id: 'a', name: 'A', employees: 1 },
      { id: 'a', name: '', employees: -1 },
    ];
    expect(codesOf(sheet({ organisation: { sites } }))).toEqual([
      '/organisation/sites/1 site-duplicate',
      '/organisation/sites/1 site-invalid',
      '/organisation/sites/1 site-invalid',
    ]);
  });

  it('holds per-site answers against the sites of the organisation', () => {
    const organisation = {
      name: 'T',
      sites: [
        { id: 'a', name: 'A', employees: 1 },
        { id: 'b', name: 'B', employees: 1 },
      ],
    };
    const result = survey.checkSheet(
      sheet({ organisation, answers: { progress: { sites: { c: 'yes' } } } }),
    );
    expect(result.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error unknown-site',
      'warning site-missing',
    ]);
  });

  const many = Array.from({ length: 5000 }, (_, index) => `q${index}`);
  it.each<[string, Record<string, unknown>]>([
    ['unknown questions', Object.fromEntries(many.map((id) => [id, 1]))],
    ['years that are none', { table: Object.fromEntries(many.map((year) => [year, {}])) }],
    ['options that are none', { level: 'high', measures: many }],
  ])('names the first thousand of any number of problems: %s', (_, answers) => {
    const { valid, problems } = survey.validateSheet(sheet({ answers }), 'en');
    expect(valid).toBe(false);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems', severity: 'warning' });
  });

  it('is valid and incomplete while mandatory questions are open', () => {
    expect(survey.checkSheet(sheet({}))).toMatchObject({
      valid: true,
      complete: false,
      missing: ['level', 'agreement'],
    });
    const done = sheet({ answers: { level: 'low', agreement: consent } });
    expect(survey.checkSheet(done)).toMatchObject({ valid: true, complete: true, missing: [] });
  });
});

describe('validate on any JSON', () => {
  it('never throws, and says everything in three languages', () => {
    const ids = fc.constantFrom(...survey.questions.map(({ id }) => id), '__proto__', 'x');
    const values = fc.oneof(
      fc.jsonValue(),
      fc.record({ sites: fc.jsonValue() }),
      fc.dictionary(fc.constantFrom('2025', '2568', 'x'), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.dictionary(ids, values), fc.constantFrom(...LOCALES), (answers, locale) => {
        for (const problem of survey.validate(answers, locale).problems) {
          expect(problem.reason).not.toMatch(/^\[(th|ja|en)\] |\{\{[a-z]+\}\}/);
          expect(problem.remedy).not.toMatch(/^\[(th|ja|en)\] |\{\{[a-z]+\}\}/);
        }
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.jsonValue(), (json) => void survey.validateSheet(json, 'ja')));
  });

  it.each<[string, unknown]>([
    ['a list too deep for recursion', deepList(50_000)],
    ['an object that can not be made a text', { toString: 1, valueOf: 2, toJSON: 3 }],
  ])('names %s where a field belongs', (_, hostile) => {
    const answers = {
      rate: { percent: 50, bound: hostile },
      papers: [{ title: hostile, kind: hostile, status: hostile, date: hostile, sha256: hostile }],
      agreement: { given: hostile, textVersion: hostile, language: hostile, date: hostile },
    };
    const { valid, problems } = survey.validate(answers, 'en');
    expect(valid).toBe(false);
    expect(new Set(problems.map(({ question }) => question))).toEqual(
      new Set(['rate', 'papers', 'agreement']),
    );
    expect(problems.filter(({ reason }) => reason.includes('[object'))).toEqual([]);
  });

  it('has words for every problem code', async () => {
    const { resources } = await import('@sukoyaka/locales');
    for (const locale of LOCALES) {
      expect(Object.keys(resources[locale].survey.problem).sort()).toEqual(
        [...PROBLEM_CODES].sort(),
      );
    }
  });
});
