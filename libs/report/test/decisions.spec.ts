import { describe, expect, it } from '@jest/globals';
import { buildReport, reportTwin } from '@sukoyaka/report';
import {
  companies,
  emptySheet,
  inputFor,
  LARGE,
  saidInSection,
  SME,
  type Workshop,
} from './support/reports.js';

const sheetsOf = (workshop: Workshop): ReturnType<typeof companies> => [
  ...companies(workshop, 40),
  emptySheet(workshop),
];

describe.each([
  ['large', LARGE],
  ['small', SME],
])('Decisions of the %s edition', (_, workshop) => {
  it('are said in the words of the verdict, in summary and section, reading by reading', () => {
    for (const sheet of sheetsOf(workshop)) {
      const input = inputFor(workshop, sheet, { languages: ['en'] });
      const document = buildReport(input);
      for (const { verdict, path, ruleSet } of input.evaluation.readings) {
        const words =
          verdict.conforms === true
            ? 'Reference criteria: all met'
            : `Reference criteria: ${path.steps} open`;
        for (const section of ['summary', 'criteria'] as const) {
          expect(saidInSection(document, section)).toContain(words);
          expect(saidInSection(document, section)).toContain(ruleSet.title.en);
        }
      }
    }
  });

  it('count what is certainly not met and what hangs on unknowns to the open items', () => {
    for (const sheet of sheetsOf(workshop)) {
      const twin = reportTwin(inputFor(workshop, sheet, { languages: ['en'] }));
      for (const { conforms, open, note } of twin.readings) {
        const [not, unknown] = (note.en?.match(/\d+/g) ?? []).map(Number);
        if (conforms === true) expect(open).toBe(0);
        else expect(open).toBeGreaterThan(0);
        if (note.en?.startsWith('Certainly')) expect((not ?? 0) + (unknown ?? 0)).toBe(open);
      }
    }
  });

  it('name for each open item of the path what would be needed', () => {
    for (const sheet of sheetsOf(workshop).slice(-3)) {
      const input = inputFor(workshop, sheet, { languages: ['en'] });
      const text = saidInSection(buildReport(input), 'criteria');
      const [, needed = ''] = text.split('What would be needed');
      for (const { path } of input.evaluation.readings) {
        for (const id of path.required) {
          const rule = input.ruleSets[0]?.criteria.find((criterion) => criterion.id === id);
          expect(needed).toContain(rule?.name.en ?? 'a rule');
        }
      }
    }
  });
});

describe('The ways to a criterion', () => {
  const small = { 'policy-written': 'draft' };
  const known = Object.keys(LARGE.evaluator.survey.question('policy-written') ?? {});

  it('name the question and the options that would meet it', () => {
    expect(known).toContain('options');
    const [best] = companies(LARGE, 1);
    const sheet = { ...(best ?? emptySheet(LARGE)) };
    const answers = LARGE.evaluator.survey.effective({
      ...sheet.answers,
      ...small,
      'policy-written': 'none',
    });
    const input = inputFor(LARGE, { ...sheet, answers }, { languages: ['en', 'ja'] });
    const twin = reportTwin(input);
    const criterion = twin.readings[0]?.criteria.find(({ id }) => id === 'policy-disclosure');
    expect(criterion?.state).toBe('not-met');
    const question = LARGE.evaluator.survey.question('policy-written');
    expect(criterion?.toMeet[0]?.en).toContain(question?.label.en ?? 'the question');
    expect(criterion?.toMeet[0]?.en).toMatch(/be able to choose one of: .+; .+/);
    expect(criterion?.toMeet[0]?.ja).toContain(question?.label.ja ?? 'the question');
  });
});
