import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { LOCALES } from '@sukoyaka/kernel';
import { type AnswerSheet, type Edition, isNotApplicable } from '@sukoyaka/survey';
import { simulate } from '@sukoyaka/simulation';
import { storyOf } from '../src/answers/linked.js';
import { createCompany } from '../src/company.js';

const SEED = 'stories';
const COMPANIES = 250;
const TOLD = {
  'business-issue': ['business-issue-detail', 'expected-effect'],
  'issue-first-theme': ['issue-first-problem', 'issue-first-measure', 'issue-first-effect'],
  'issue-second-theme': ['issue-second-problem', 'issue-second-measure', 'issue-second-effect'],
} as const;
const MARK: Readonly<Record<string, RegExp>> = {
  TH: /^ตัวอย่างสมมติ: \p{Script=Thai}/u,
  JP: /^合成データの例：[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\d]/u,
};

const catalogue = openCatalogue();
const editions = catalogue.editionIds().map((id) => catalogue.edition(id));

function choicesOf(edition: Edition, id: string): readonly string[] {
  const questions = edition.sections.flatMap((section) => section.questions);
  const question = questions.find((asked) => asked.id === id);
  return question?.type === 'single' ? question.options.map((option) => option.id) : [];
}

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  'what synthetic companies of %s tell',
  (_, edition) => {
    const sheets: readonly AnswerSheet[] = [
      ...simulate({ edition, companies: COMPANIES, seed: SEED }),
    ];

    it('exists in three languages for whatever can be chosen', () => {
      for (const [subject, questions] of Object.entries(TOLD)) {
        for (const choice of choicesOf(edition, subject).filter((id) => id !== 'none')) {
          const texts = LOCALES.flatMap((locale) =>
            questions.map((id) => storyOf(id, locale, { [subject]: choice })),
          );
          expect(texts).not.toContain(undefined);
          expect(new Set(texts).size).toBe(texts.length);
        }
      }
    });

    it('is told in their language, of what they chose, and says that it is synthetic', () => {
      let told = 0;
      for (const { answers, organisation } of sheets) {
        const mark = MARK[organisation?.country ?? ''] ?? /^Synthetic example: [a-z]/;
        for (const [subject, questions] of Object.entries(TOLD)) {
          for (const text of questions.map((id) => answers[id])) {
            if (text === undefined) continue;
            told += 1;
            expect(answers[subject]).not.toBe('none');
            expect(text).toMatch(mark);
          }
        }
      }
      expect(told).toBeGreaterThan(COMPANIES);
    });

    it('runs from problem to effect, save where a company leaves answers open', () => {
      const named = sheets.filter(({ answers }) => {
        const theme = answers['issue-first-theme'];
        return theme !== undefined && theme !== 'none';
      });
      const whole = named.filter(({ answers }) =>
        TOLD['issue-first-theme'].every((id) => answers[id] !== undefined),
      );
      expect(whole.length).toBeGreaterThan(0.7 * named.length);
    });

    it('names another issue second than first', () => {
      for (const { answers } of sheets) {
        const second = answers['issue-second-theme'];
        if (second === undefined || second === 'none') continue;
        expect(answers['issue-first-theme']).not.toBe('none');
        expect(second).not.toBe(answers['issue-first-theme']);
      }
    });

    it('names a main issue the more often, the further the company has come', () => {
      const maturity = sheets.map((_, index) => createCompany(edition, SEED, index + 1).maturity);
      const shareNamed = (holds: (maturity: number) => boolean): number => {
        const asked = sheets.filter((_, index) => holds(maturity[index] as number));
        const named = asked.filter(({ answers }) => answers['issue-first-theme'] !== 'none');
        return named.length / asked.length;
      };
      expect(shareNamed((value) => value > 0.5)).toBeGreaterThan(shareNamed((v) => v < -0.5) + 0.2);
    });
  },
);

describe('synthetic companies of the large edition', () => {
  const edition = catalogue.edition('jp-hpm-large/2026');

  it('give no data of the under-40s to an insurer to whom they give none of the others', () => {
    for (const { answers } of simulate({ edition, companies: COMPANIES, seed: SEED })) {
      const older = answers['insurer-data-40plus'];
      const younger = answers['insurer-data-under-40'];
      if (older === undefined || younger === undefined) continue;
      expect(isNotApplicable(younger)).toBe(isNotApplicable(older));
      if (older === 'refused' || older === 'not-requested') expect(younger).toBe('not-requested');
    }
  });
});
