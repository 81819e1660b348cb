import { describe, expect, it } from '@jest/globals';
import type { Evaluation } from '@sukoyaka/evaluation';
import { buildReport, type EarlierCycle, reportTwin } from '@sukoyaka/report';
import type { AnswerSheet } from '@sukoyaka/survey';
import { sectionNumber } from '../src/sections/parts.js';
import type { BarValue, ReportDocument } from '@sukoyaka/typesetting';
import {
  companies,
  emptySheet,
  inputFor,
  LARGE,
  said,
  saidInSection,
  sectionOf,
} from './support/reports.js';

const [company] = companies(LARGE, 1);
if (!company) throw new Error('no company was simulated');

function without(sheet: AnswerSheet, ...ids: readonly string[]): AnswerSheet {
  const answers = Object.entries(sheet.answers).filter(([id]) => !ids.includes(id));
  return { ...sheet, answers: LARGE.evaluator.survey.effective(Object.fromEntries(answers)) };
}

function barsOf({ body }: ReportDocument): readonly BarValue[] {
  const tables = body.filter((block) => block.kind === 'table');
  return tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ bar }) => bar ?? [])),
  );
}

const english = { languages: ['en'] as const };

describe('A company that answered almost nothing', () => {
  const document = buildReport(inputFor(LARGE, emptySheet(LARGE), { ...english, cohort: true }));

  it('has no stage, no place in the cohort and no marker on the scale', () => {
    const summary = saidInSection(document, 'summary');
    expect(summary).toContain('Stage: not yet known');
    expect(summary).toContain('No comparison with the 120 organisations of the cohort');
    expect(summary).not.toMatch(/Rank \d|Overall T/);
    const scale = sectionOf(document, 'summary').find(({ kind }) => kind === 'bandScale');
    expect(scale).toMatchObject({ value: null, valueText: '0–100' });
  });

  it('has hatched bars from 0 to 100, never a score of 0', () => {
    const bars = barsOf(document);
    expect(bars).toHaveLength(4 + 13 + 9 + 9);
    for (const bar of bars) expect(bar).toMatchObject({ value: null, text: '0–100' });
  });

  it('has every criterion unknown, none not met, and is told that nothing is decided', () => {
    const text = saidInSection(document, 'criteria');
    expect(text).not.toMatch(/^Not met$/m);
    expect(text).toContain('Not decided yet: what is open hangs on unknown answers.');
    expect(text).toMatch(/0 of 8 needed · unknown: 8/);
    expect(text).not.toMatch(/be able to choose/);
  });

  it('has every question listed as unknown', () => {
    const text = saidInSection(document, 'answers');
    const counts = [...text.matchAll(/Unknown \(not answered\): (\d+)/g)].map(([, n]) => Number(n));
    const { survey } = LARGE.evaluator;
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(survey.visible({}).length);
  });
});

describe('A score with unknowns', () => {
  it('is a range from what is certain to what is possible, and a T value a lower bound', () => {
    const scored = LARGE.evaluator.scoring.questions.map(({ question }) => question.id);
    const dropped = scored.filter((_, index) => index % 6 === 0);
    const input = inputFor(LARGE, without(company, ...dropped), { ...english, cohort: true });
    const { score, best } = input.evaluation.scores.overall;
    const tenth = (value: number | null): number => Math.floor(10 * (value ?? 0)) / 10;
    const [low, high] = [tenth(score), tenth(best)];
    expect(high).toBeGreaterThan(low);
    const summary = saidInSection(buildReport(input), 'summary');
    expect(summary).toContain(`Overall score ${low.toFixed(1)}–${high.toFixed(1)} of 100`);
    expect(summary).toMatch(/Overall T at least \d+\.\d/);
    expect(summary).toMatch(/Rank \d+–\d+ of 120, or better|too small/);
  });

  it('is one number with one decimal where nothing is unknown', () => {
    const input = inputFor(LARGE, company, english);
    const exact = Object.values(input.evaluation.scores.subItems).filter(({ open }) => open === 0);
    expect(exact.length).toBeGreaterThan(0);
    const shown = barsOf(buildReport(input)).map(({ text }) => text);
    for (const { score } of exact) expect(shown).toContain((score ?? 0).toFixed(1));
  });
});

describe('Outcome figures', () => {
  const instrument = { 'presenteeism-instrument': 'spq', 'presenteeism-direction': 'performance' };
  const table = (measured: number): AnswerSheet['answers'] => ({
    ...instrument,
    presenteeism: {
      '2024': { value: 83.5, 'n-measured': 120, 'n-eligible': 140 },
      '2025': { value: 84.25, 'n-measured': measured, 'n-eligible': 150 },
    },
  });
  const reportOf = (answers: AnswerSheet['answers']): ReturnType<typeof buildReport> =>
    buildReport(inputFor(LARGE, { edition: LARGE.edition.id, answers }, english));

  it('show instrument, meaning, people measured of those eligible, and years', () => {
    const text = saidInSection(reportOf(table(131)), 'outcomes');
    expect(text).toMatch(/Presenteeism\u2002measured by: SPQ.*performance/);
    expect(text).toContain('2024');
    expect(text).toContain('84.3\u2002n\u00a0131/150');
  });

  it('are withheld of fewer than ten people everywhere, with the reason', () => {
    const document = reportOf(table(6));
    expect(saidInSection(document, 'outcomes')).toContain('not shown (fewer than 10 people)');
    expect(saidInSection(document, 'outcomes')).toContain('so that nobody can be recognised');
    expect(said(document)).not.toMatch(/84\.(25|3)/);
    expect(said(document)).toContain('83.5');
  });

  it('are withheld of a company of fewer than ten people also when their number is not stated', () => {
    const rate = { '2025': { smoking: { percent: 12.5 } } };
    const answers = { 'regular-employees': 8, 'smoking-prevalence': rate };
    const document = reportOf(answers);
    expect(said(document)).not.toContain('12.5');
    expect(saidInSection(document, 'outcomes')).toContain('not shown (fewer than 10 people)');
    expect(said(reportOf({ ...answers, 'regular-employees': 80 }))).toContain('12.5');
  });

  it('write all years of one figure with as many decimals, and a dash where a year is missing', () => {
    const years = { '2023': { overtime: 12 }, '2025': { overtime: 11.25 } };
    const other = { '2024': { turnover: { percent: 8 } } };
    const text = saidInSection(reportOf({ 'overtime-hours': years, turnover: other }), 'outcomes');
    expect(text).toMatch(/12\.0\n–\n11\.3/);
  });

  it('carry the bound with which they were published', () => {
    const answers = {
      'smoking-prevalence': { '2025': { smoking: { percent: 21, bound: 'less-than' as const } } },
    };
    const text = saidInSection(reportOf(answers), 'outcomes');
    expect(text).toMatch(/^< 21$/m);
    expect(text).toContain('< less than');
  });

  it('stand in the digest too unless every figure of the answer is among them', () => {
    const rate = (percent: number): { percent: number } => ({ percent });
    const partly = { '2025': { 'healthy-weight': rate(64.5), lipids: rate(31.5) } };
    const answers = {
      'health-risk-rates': partly,
      'smoking-prevalence': { '2025': { smoking: rate(21.5) } },
    };
    expect(saidInSection(reportOf(answers), 'answers')).toContain('31.5%');
    const whole = { 'overtime-hours': { '2025': { overtime: 12.25 } } };
    expect(saidInSection(reportOf(whole), 'outcomes')).toContain('12.3');
    expect(saidInSection(reportOf(whole), 'answers')).not.toContain('12.3');
    expect(saidInSection(reportOf(whole), 'answers')).toContain(
      `In section ${sectionNumber('outcomes')}:`,
    );
  });

  it('have the unit that their measure gives them, and no instrument where it is not known', () => {
    const days = { absenteeism: { '2025': { value: 2.6 } } };
    const figureOf = (measure: string) =>
      inputFor(LARGE, {
        edition: LARGE.edition.id,
        answers: { ...days, 'absenteeism-measure': measure },
      }).evaluation.outcomes[0];
    expect(figureOf('days-per-person-year')).toMatchObject({ unit: 'days' });
    expect(figureOf('percent-of-workdays')).toMatchObject({ unit: 'percent' });
    expect(figureOf('other')).toMatchObject({ unit: 'score', instrument: 'other' });
    expect(figureOf('not-stated')).toMatchObject({ unit: 'score', instrument: null });
  });

  it('of money stand in the currency that the company named', () => {
    const question = LARGE.evaluator.survey.question('health-spend-per-employee');
    const item = question?.type === 'year-table' ? question.items[0]?.id : undefined;
    const answers = { 'health-spend-per-employee': { '2025': { [item ?? '']: 2333 } } };
    expect(said(reportOf({ ...answers, currency: 'THB' }))).toContain('2,333 THB');
    expect(said(reportOf({ ...answers, currency: 'other' }))).toContain(
      '2,333 (currency as stated)',
    );
    expect(said(reportOf(answers))).toContain('2,333 (currency as stated)');
  });

  it('say when the instrument was not stated', () => {
    const { 'presenteeism-instrument': _, ...answers } = table(131);
    const figures = inputFor(LARGE, { edition: LARGE.edition.id, answers }, english).evaluation;
    for (const { indicator, instrument: stated } of figures.outcomes) {
      if (indicator === 'presenteeism') expect(stated).toBeNull();
    }
  });
});

describe('A decision', () => {
  it('names what is open on the first page, and claims no more than the number needed', () => {
    for (const sheet of companies(LARGE, 12)) {
      const input = inputFor(LARGE, sheet, english);
      const text = saidInSection(buildReport(input), 'summary');
      for (const { verdict, path } of input.evaluation.readings) {
        if (verdict.conforms === true) expect(text).toContain('number of criteria needed');
        else if (path.steps > 0) expect(text).toMatch(/Open: .+/);
      }
      expect(text).not.toMatch(/every criterion|Criteria and formal conditions are all met/);
    }
  });
});

describe('The map for a parent company', () => {
  const topic = {
    id: 'strategy',
    name: { ja: '戦略', th: 'กลยุทธ์', en: 'Strategy' },
    provenance: 'believed',
    questions: { large: ['policy-written', 'strategy-map'], sme: [] },
  };
  const nothing = { ...topic, id: 'none', questions: { large: [], sme: [] } };
  const answers = { 'policy-written': 'none' };
  const input = {
    ...inputFor(LARGE, { edition: LARGE.edition.id, answers }, { languages: ['ja', 'en'] }),
    parentTopics: [topic, nothing],
  };

  it('points to the numbers of the answers, and says what is not answered and not asked', () => {
    const numberOf = (id: string): number =>
      LARGE.evaluator.survey.questions.findIndex((question) => question.id === id) + 1;
    const text = saidInSection(buildReport(input), 'parent');
    expect(text).toContain(`Answers ${numberOf('policy-written')}`);
    expect(text).toContain(`not answered: ${numberOf('strategy-map')}`);
    expect(text).toContain('Not asked here');
    expect(said(buildReport(input))).toContain(`${numberOf('policy-written')}. `);
  });

  it('stands in reports that are read in Japan, and always in the twin', () => {
    const thai = { ...input, languages: ['th', 'en'] as const };
    expect(said(buildReport(thai))).not.toContain('Not asked here');
    expect(reportTwin(thai).parentTopics).toMatchObject([
      { answered: ['policy-written'], unknown: ['strategy-map'] },
      { answered: [], unknown: [] },
    ]);
  });
});

describe('Cycles', () => {
  const period = { to: '2026-03-31' };
  const past = companies(LARGE, 3).map((sheet, index) => ({
    evaluation: inputFor(LARGE, sheet, { cohort: true }).evaluation,
    period: { to: `${2023 + index}-03-31` },
  }));
  const [one, two, three] = past;
  if (!one || !two || !three) throw new Error('too few companies');
  const reportAfter = (...previous: readonly EarlierCycle[]) =>
    buildReport(
      inputFor(LARGE, company, { ...english, cohort: true, context: { period, previous } }),
    );

  it('are drawn and listed from the second year on, oldest first, whatever their order', () => {
    const document = reportAfter(three, one, two);
    expect(saidInSection(document, 'summary')).toMatch(/2023\n2024\n2025\n2026/);
    const listed = saidInSection(document, 'sides').split('Results over time\n').at(-1) ?? '';
    expect(listed.match(/^20\d\d$/gm)).toEqual(['2023', '2024', '2025', '2026']);
    expect(listed).toMatch(/^\d+–\d+ of 120$/m);
    const first = buildReport(inputFor(LARGE, company, english));
    expect(said(first)).not.toMatch(/Overall score by year|Results over time|Since 20/);
  });

  it('are the last five at most', () => {
    const many = [2019, 2020, 2021, 2022, 2023, 2024].map((year) => ({
      ...one,
      period: { to: `${year}-12-31` },
    }));
    const summary = saidInSection(reportAfter(...many), 'summary');
    expect(summary).toMatch(/2021\n2022\n2023\n2024\n2026/);
    expect(summary).not.toContain('2020');
  });

  it('say by how much the score moved', () => {
    const now = LARGE.evaluator.evaluate(company).scores.overall.score ?? NaN;
    const then = three.evaluation.scores.overall.score ?? NaN;
    const moved = Number((now - then).toFixed(1));
    const sign = moved > 0 ? '+' : '−';
    const text = saidInSection(reportAfter(three), 'summary');
    expect(text).toContain(`Since 2025: ${sign}${Math.abs(moved).toFixed(1)} points overall`);
  });

  it('tell what the company changed from what the questionnaire changed, which sum to the whole', () => {
    const restated = two.evaluation.scores;
    const input = inputFor(LARGE, company, {
      ...english,
      context: { period, previous: [{ ...three, restated }] },
    });
    const { change } = reportTwin(input).overall;
    const score = (of: Evaluation): number => of.scores.overall.score ?? NaN;
    expect(change).toMatchObject({ since: 2025 });
    expect(change?.rules).toBeCloseTo(score(two.evaluation) - score(three.evaluation), 0);
    expect((change?.rules ?? 0) + (change?.company ?? 0)).toBeCloseTo(change?.total ?? NaN, 0);
    expect(saidInSection(buildReport(input), 'summary')).toMatch(
      /changes of the questionnaire [+−±]/,
    );
  });

  it('say nothing of a change while most is unknown', () => {
    const { evaluation } = inputFor(LARGE, emptySheet(LARGE));
    const document = reportAfter({ evaluation, period: { to: '2025-03-31' } });
    expect(said(document)).not.toContain('Since 2025');
  });

  it('say that the questionnaire changed when it did', () => {
    const older = past.map(({ evaluation, ...rest }) => ({
      ...rest,
      evaluation: { ...evaluation, edition: { ...evaluation.edition, version: '0.9.0' } },
    }));
    expect(said(reportAfter(...older))).toContain('The questionnaire changed between years');
  });
});
