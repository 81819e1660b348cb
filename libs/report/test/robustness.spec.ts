import { describe, expect, it } from '@jest/globals';
import { buildReport, reportTwin } from '@sukoyaka/report';
import { arbitraryAnswers } from '@sukoyaka/testing/answers';
import type { AnswerSheet, Organisation } from '@sukoyaka/survey';
import fc from 'fast-check';
import {
  companies,
  emptySheet,
  inputFor,
  LARGE,
  plain,
  said,
  SME,
  textsOf,
  type Workshop,
} from './support/reports.js';

const UNPRINTABLE = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/u;

/** Nothing that a person cannot read, no placeholder left, no text that fell back to another language. */
function expectReadable(sheet: AnswerSheet, workshop: Workshop): void {
  const document = buildReport(inputFor(workshop, sheet, { languages: ['ja', 'th'] }));
  for (const texts of textsOf(document)) {
    for (const text of texts.map(plain)) {
      expect(text).not.toMatch(UNPRINTABLE);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object|^\[(en|ja|th)\]/);
    }
  }
}

describe.each([
  ['large', LARGE],
  ['small', SME],
])('A report of the %s edition', (_, workshop) => {
  it('can be made of any valid answers, and read', () => {
    const { survey } = workshop.evaluator;
    fc.assert(
      fc.property(arbitraryAnswers(survey), (answers) => {
        expectReadable({ edition: workshop.edition.id, answers }, workshop);
        reportTwin(inputFor(workshop, { edition: workshop.edition.id, answers }));
      }),
      { numRuns: 25 },
    );
  });

  it('can be made when nothing applies that need not', () => {
    const [sheet] = companies(workshop, 1);
    const answers = { ...sheet?.answers };
    for (const { id, notApplicable } of workshop.evaluator.survey.questions) {
      const reason = notApplicable?.reasons[0];
      if (reason) answers[id] = { notApplicable: reason.id };
    }
    const effective = workshop.evaluator.survey.effective(answers);
    expectReadable({ edition: workshop.edition.id, answers: effective }, workshop);
  });
});

describe('Names and texts as people write them', () => {
  const named = (organisation: Organisation): AnswerSheet => ({
    edition: LARGE.edition.id,
    organisation,
    answers: {},
  });

  it.each([
    ['control characters', 'A\u0000B\u0007\u001b[31m社\r\n\tC'],
    ['half a pair', 'A\ud83d社'],
    ['marks that turn the line', '\u202eevil\u2066社\ufeff'],
    ['emoji', '健康👩🏽‍⚕️株式会社😀'],
    ['300 characters', 'とても長い会社名'.repeat(37)],
    ['a template', '{{n}} $t(document.title) <b>x</b>'],
  ])('never break a report: %s', (_name, name) => {
    const document = buildReport(inputFor(LARGE, named({ name })));
    for (const texts of textsOf(document)) {
      for (const text of texts.map(plain)) expect(text).not.toMatch(UNPRINTABLE);
    }
  });

  it('keep a template as it was written', () => {
    const name = '{{n}} $t(document.title)';
    expect(said(buildReport(inputFor(LARGE, named({ name }))))).toContain(name);
  });

  it('set a text of 500 words once and in full', () => {
    const { survey } = LARGE.evaluator;
    const isText = (id: string): boolean => survey.question(id)?.type === 'text';
    const sheet = companies(LARGE, 20).find(({ answers }) => Object.keys(answers).some(isText));
    const id = Object.keys(sheet?.answers ?? {}).find(isText) ?? '';
    const words = Array.from({ length: 500 }, (_, index) => `word${index}`).join(' ');
    const answers = { ...sheet?.answers, [id]: `${words}\n\nการดูแลสุขภาพ` };
    const printed = said(buildReport(inputFor(LARGE, { edition: LARGE.edition.id, answers })));
    expect(printed.split('word499')).toHaveLength(2);
    expect(printed).toContain(words);
    expect(printed).toContain('\nการดูแลสุขภาพ');
  });

  it('count the sites of a company with a hundred of them', () => {
    const sites = Array.from({ length: 100 }, (_, index) => ({
      id: `s${index}`,
      name: `โรงงาน ${index}`,
      employees: 20,
    }));
    const question = LARGE.evaluator.survey.questions.find(
      ({ perSite, type, when }) => perSite && type === 'yes-progress-no' && !when,
    );
    const values = Object.fromEntries(
      sites.slice(0, 97).map(({ id }, index) => [id, index % 3 === 0 ? 'no' : 'yes']),
    );
    const answers = { [question?.id ?? '']: { sites: values } };
    const sheet = { ...named({ name: 'A', sites }), answers };
    const printed = said(buildReport(inputFor(LARGE, sheet, { languages: ['en'] })));
    expect(printed).toContain('64 sites: Yes · 33 sites: No');
    expect(printed).toContain('unknown: โรงงาน 97; โรงงาน 98; โรงงาน 99');
  });
});

describe('A report', () => {
  it('refuses a rule set that it was not given', () => {
    const input = inputFor(LARGE, emptySheet(LARGE));
    expect(() => buildReport({ ...input, ruleSets: [] })).toThrow(RangeError);
  });

  it('can be made without any reading of the criteria', () => {
    const input = inputFor(LARGE, emptySheet(LARGE), { languages: ['en'] });
    const evaluation = { ...input.evaluation, readings: [] };
    const printed = said(buildReport({ ...input, evaluation }));
    expect(printed).toContain('No set of requirements was applied to these answers.');
  });
});
