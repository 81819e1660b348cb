import { describe, expect, it } from '@jest/globals';
import { reportTwin } from '@sukoyaka/report';
import type { Answers } from '@sukoyaka/survey';
import { companies, emptySheet, inputFor, LARGE } from './support/reports.js';

/** The words of one answer in all three languages. */
function wordsOf(id: string, answers: Answers): Readonly<Record<string, string | undefined>> {
  const sheet = { edition: LARGE.edition.id, answers };
  const both = reportTwin(inputFor(LARGE, sheet, { languages: ['ja', 'th'] }));
  const english = reportTwin(inputFor(LARGE, sheet, { languages: ['en'] }));
  const find = (twin: typeof both): object | null =>
    twin.answers.find(({ question }) => question === id)?.words ?? null;
  return { ...find(both), ...find(english) };
}

describe('Answers in words', () => {
  it('name the unit as each language does, Thai with ร้อยละ before the number', () => {
    const answers = { 'programme-satisfaction': { numerator: 150, denominator: 200 } };
    expect(wordsOf('programme-satisfaction', answers)).toEqual({
      ja: '75%（200のうち150）',
      th: 'ร้อยละ 75 (150 จาก 200)',
      en: '75% (150 of 200)',
    });
  });

  it.each([
    ['at-least', '90%以上', 'ร้อยละ 90 ขึ้นไป', '90% or more'],
    ['more-than', '90%超', 'มากกว่าร้อยละ 90', 'more than 90%'],
    ['at-most', '90%以下', 'ไม่เกินร้อยละ 90', '90% or less'],
    ['less-than', '90%未満', 'น้อยกว่าร้อยละ 90', 'less than 90%'],
    ['about', '約90%', 'ประมาณร้อยละ 90', 'about 90%'],
    ['exact', '90%', 'ร้อยละ 90', '90%'],
  ] as const)('keep the bound of a published rate: %s', (bound, ja, th, en) => {
    const answers = { 'programme-satisfaction': { percent: 90, bound } };
    expect(wordsOf('programme-satisfaction', answers)).toEqual({ ja, th, en });
  });

  it('count years as each language does', () => {
    const words = wordsOf('assessment-period-end', { 'assessment-period-end': '2026-03-31' });
    expect(words).toEqual({ ja: '2026年3月31日', th: '31 มีนาคม 2569', en: '31 March 2026' });
    const table = { 'overtime-hours': { '2024': { overtime: 12.5 }, '2025': { overtime: 9 } } };
    expect(wordsOf('overtime-hours', table)).toEqual({
      ja: '2024〜2025年：月12.5 → 9時間',
      th: 'ปี 2567–2568: 12.5 → 9 ชั่วโมงต่อเดือน',
      en: '2024–2025: 12.5 → 9 hours a month',
    });
  });

  it('say what does not apply and why, and what is not answered', () => {
    const question = LARGE.evaluator.survey.questions.find(
      ({ notApplicable, when }) => notApplicable && !when,
    );
    const reason = question?.notApplicable?.reasons[0];
    const answers = { [question?.id ?? '']: { notApplicable: reason?.id ?? '' } };
    expect(wordsOf(question?.id ?? '', answers)['en']).toBe(reason?.text.en);
    const twin = reportTwin(inputFor(LARGE, emptySheet(LARGE)));
    expect(new Set(twin.answers.map(({ state }) => state))).toEqual(new Set(['unknown']));
  });
});

describe('Guidance', () => {
  it.each([
    ['TH', 'thailand'],
    ['JP', 'japan'],
    ['VN', 'asean'],
    [undefined, 'asean'],
  ] as const)('of a company in %s is that for %s', (country, region) => {
    const [sheet] = companies(LARGE, 1);
    const organisation = country === undefined ? {} : { country };
    const input = inputFor(LARGE, { ...(sheet ?? emptySheet(LARGE)), organisation });
    const { improvements } = reportTwin(input);
    expect(improvements.length).toBeGreaterThan(0);
    for (const { question, guidance } of improvements) {
      const texts = LARGE.evaluator.survey.question(question)?.guidance[region];
      expect(guidance).toEqual({ ja: texts?.ja, th: texts?.th });
    }
  });
});
