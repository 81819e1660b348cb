import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import {
  type Answers,
  type AnswerSheet,
  type Cell,
  compile,
  isNotApplicable,
  percentOf,
  type Question,
  type YearTableValue,
} from '@sukoyaka/survey';
import { simulate } from '@sukoyaka/simulation';

const COMPANIES = 300;
/** Rates of days, not of people. */
const DAYS = ['paid-leave-use'];
const OF_WOMEN = ['womens-screening-rate/screening', 'smoking-prevalence/smoking-women'];
/** Counts of people that stand beside the employees. */
const BESIDE = ['outsourced', 'migrant'];

const catalogue = openCatalogue();
const editions = catalogue.editionIds().map((id) => catalogue.edition(id));

interface Figure {
  readonly key: string;
  readonly year: string;
  readonly cell: Cell;
}

function tableOf(answers: Answers, id: string): YearTableValue | undefined {
  const value = answers[id];
  return value === undefined || isNotApplicable(value) ? undefined : (value as YearTableValue);
}

function figuresOf(answers: Answers, questions: readonly Question[]): readonly Figure[] {
  return questions.flatMap(({ id, type }) => {
    if (type !== 'year-table' || DAYS.includes(id)) return [];
    return Object.entries(tableOf(answers, id) ?? {}).flatMap(([year, row]) =>
      Object.entries(row).map(([item, cell]) => ({ key: `${id}/${item}`, year, cell })),
    );
  });
}

function latestRate(answers: Answers, id: string, item: string): number | undefined {
  const cell = Object.entries(tableOf(answers, id) ?? {}).at(-1)?.[1][item];
  return typeof cell === 'object' ? percentOf(cell) : undefined;
}

/** The options of `id` that are chosen, or the reason for which it is not applicable. */
function chosen(answers: Answers, id: string): readonly unknown[] {
  const value = answers[id];
  if (value === undefined) return [];
  if (isNotApplicable(value)) return [value.notApplicable];
  return Array.isArray(value) ? value : [value];
}

/** Pairs of answers that contradict each other: an option of one question, options of another. */
const CONTRADICTIONS: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['head-commitment', 'decides-budget', 'board-agenda', ['none', 'reported', 'discussed']],
  ['statutory-checkups-done', 'yes', 'checkup-offer', ['none', 'risk-work-only', 'part']],
  ['statutory-checkups-done', 'not-obliged', 'checkup-offer', ['risk-work-only']],
  ['statutory-stress-check-done', 'yes', 'stress-check-method', ['none', 'own-survey']],
  ['safety-roles-in-place', 'yes', 'osh-committee', ['none']],
  ['policy-written', 'none', 'policy-outside', ['website', 'annual-report', 'one-report']],
  ['performance-indicators-disclosed', 'presenteeism', 'presenteeism-instrument', ['not-measured']],
  ['performance-indicators-disclosed', 'absenteeism', 'absenteeism-measure', ['not-measured']],
  ['stress-check-method', 'none', 'high-stress-instrument', ['bjsq-57', 'st-5', 'spst-20']],
  ['occupational-professionals', 'none', 'professional-involvement', ['plans-and-reviews']],
  ['occupational-professionals', 'contracted-physician', 'professional-involvement', ['none']],
  ['diet-measures', 'canteen-menu', 'canteen-standard', ['no-canteen']],
  ['migrant-outsourced-access', 'none-employed', 'policy-coverage', ['outsourced', 'migrant']],
  ['migrant-outsourced-access', 'none-employed', 'checkup-offer', ['all-workers']],
  ['group-coordination', 'no-group', 'policy-coverage', ['group-companies']],
  ['womens-health-measures', 'no-women', 'priority-issues', ['womens-issues']],
  ['effect-verification', 'none', 'issue-verification', ['one-issue', 'main-issues']],
  ['issue-verification', 'none', 'issue-first-theme', ['high-risk', 'stress-related']],
  ['issue-verification', 'main-issues', 'issue-first-theme', ['none']],
  ['sites-under-50', 'no', 'stress-check-coverage', ['some-sites', 'sites-from-50', 'all-sites']],
];

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  'a synthetic company of %s agrees with itself',
  (_, edition) => {
    const questions = edition.sections.flatMap((section) => section.questions);
    const sheets: readonly AnswerSheet[] = [
      ...simulate({ edition, companies: COMPANIES, seed: 'consistency' }),
    ];

    /** How many employees, or women, the sheet states for the year. */
    const stated = (
      { answers, organisation }: AnswerSheet,
      year: string,
      group: string,
    ): number => {
      const cell = tableOf(answers, 'headcount')?.[year]?.[group];
      return typeof cell === 'number' ? cell : (organisation?.employees ?? 0);
    };

    it('and counts no more people than it has in that year', () => {
      let counted = 0;
      for (const sheet of sheets) {
        for (const { key, year, cell } of figuresOf(sheet.answers, questions)) {
          if (typeof cell === 'number' || 'percent' in cell) continue;
          counted += 1;
          const group = OF_WOMEN.includes(key) ? 'women' : 'regular-employees';
          expect([key, cell.numerator <= cell.denominator]).toEqual([key, true]);
          expect([key, cell.denominator <= stated(sheet, year, group)]).toEqual([key, true]);
        }
      }
      expect(counted).toBeGreaterThan(10 * COMPANIES);
    });

    it('and measures of no more people than it has in that year', () => {
      for (const sheet of sheets) {
        for (const { key, year, cell } of figuresOf(sheet.answers, questions)) {
          const [, item = ''] = key.split('/');
          const people = /^(n-measured|n-eligible|women|aged-\d+-plus|regular-employees)$/.test(
            item,
          );
          if (!people || BESIDE.includes(item)) continue;
          const employed = stated(sheet, year, 'regular-employees');
          expect([key, typeof cell === 'number' && cell <= employed]).toEqual([key, true]);
        }
      }
    });

    it('and states what it measured where it states of how many', () => {
      for (const { answers } of sheets) {
        for (const id of ['absenteeism', 'presenteeism', 'engagement']) {
          for (const row of Object.values(tableOf(answers, id) ?? {})) {
            expect(Object.keys(row)).toEqual(expect.arrayContaining(['value', 'n-measured']));
          }
        }
      }
    });

    it('and tells no figure of people’s health of fewer than ten people', () => {
      const few = sheets.filter(({ organisation }) => (organisation?.employees ?? 0) < 10);
      for (const { answers } of few) {
        for (const id of ['smoking-prevalence', 'habit-rates', 'health-risk-rates', 'engagement']) {
          expect([undefined, 'fewer-than-10']).toContain(chosen(answers, id)[0]);
        }
      }
    });

    it('and smokers of both sexes make up the smokers of all', () => {
      let whole = 0;
      for (const { answers } of sheets) {
        for (const row of Object.values(tableOf(answers, 'smoking-prevalence') ?? {})) {
          const cells = ['smoking', 'smoking-men', 'smoking-women'].map((item) => row[item]);
          const [all, men, women] = cells.map((cell) =>
            typeof cell === 'object' && 'numerator' in cell ? cell : undefined,
          );
          if (!all || !men || !women) continue;
          whole += 1;
          expect(men.numerator + women.numerator).toBe(all.numerator);
          expect(men.denominator + women.denominator).toBe(all.denominator);
        }
      }
      expect(whole).toBeGreaterThan(COMPANIES / 4);
    });

    it('and has no smokers where nobody needs help to stop, which only small ones say', () => {
      for (const { answers, organisation } of sheets) {
        if (!chosen(answers, 'smoking-cessation').includes('no-smokers')) continue;
        expect(organisation?.employees).toBeLessThan(50);
        expect([undefined, 0]).toContain(latestRate(answers, 'smoking-prevalence', 'smoking'));
      }
    });

    it('and divides itself into sites that add up and bear out what it says of them', () => {
      for (const { answers, organisation } of sheets) {
        const { employees = 0, sites = [] } = organisation ?? {};
        const sizes = sites.map((site) => site.employees);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(employees);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(Math.min(5, employees));
        const small = answers['sites-under-50'];
        if (small !== undefined) expect(small).toBe(Math.min(...sizes) < 50 ? 'yes' : 'no');
      }
    });

    it('and examined nearly everybody where everybody who had to be examined was', () => {
      const rates = sheets
        .filter(({ answers }) => answers['statutory-checkups-done'] === 'yes')
        .map(({ answers }) => latestRate(answers, 'checkup-participation', 'participation') ?? 100);
      expect(Math.min(...rates)).toBeGreaterThanOrEqual(90);
    });

    it('and gives validation hardly anything to ask about', () => {
      const survey = compile(edition);
      const problems = sheets.flatMap((sheet) => survey.checkSheet(sheet).problems);
      expect(problems.filter(({ code }) => code === 'more-people-than-employed')).toEqual([]);
      expect(problems.length).toBeLessThan(COMPANIES / 50);
    });

    it('and has a handful of numeric targets', () => {
      const targets = sheets.map(({ answers }) => Number(answers['numeric-targets'] ?? 1));
      expect(Math.min(...targets)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...targets)).toBeLessThanOrEqual(12);
    });

    it.each(CONTRADICTIONS)(
      'and after %s: %s does not answer %s by %p',
      (one, said, other, never) => {
        for (const { answers } of sheets) {
          if (!chosen(answers, one).includes(said)) continue;
          for (const option of chosen(answers, other)) expect(never).not.toContain(option);
        }
      },
    );
  },
);
