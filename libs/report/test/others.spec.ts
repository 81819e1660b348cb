import { describe, expect, it } from '@jest/globals';
import { buildReport, reportTwin } from '@sukoyaka/report';
import type { TableBlock } from '@sukoyaka/typesetting';
import {
  companies,
  inputFor,
  LANGUAGES,
  LARGE,
  plain,
  said,
  sectionOf,
  SME,
} from './support/reports.js';

const [company] = companies(LARGE, 1);
if (!company) throw new Error('no company was simulated');

const compared = inputFor(LARGE, company, { languages: ['en'], cohort: true });
const tableIn = (section: 'sides' | 'health-issues'): TableBlock => {
  const table = sectionOf(buildReport(compared), section).find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
};
const headOf = ({ header }: TableBlock): readonly string[] =>
  header.map(({ texts }) => (texts ? plain(texts[0]) : ''));

describe('Others in a report', () => {
  it('stand beside the own scores as means and as where the best begin, never as a best value', () => {
    for (const section of ['sides', 'health-issues'] as const) {
      const head = headOf(tableIn(section)).join(' | ');
      expect(head).toMatch(/Industry mean \| Same size mean \| Mean of all/);
      expect(head).toMatch(/best/);
      expect(head).not.toMatch(/top|maximum|highest/i);
    }
  });

  it('are the protected statistics as they were frozen', () => {
    const { comparison } = compared.evaluation;
    const [side] = Object.entries(comparison?.all?.means.sides ?? {});
    const row = tableIn('sides').rows.find(({ section }) => section);
    const texts = row?.cells.flatMap((cell) => (cell.texts ? [plain(cell.texts[0])] : []));
    expect(texts).toContain(String(side?.[1]));
    const twin = reportTwin(compared);
    expect(twin.sides[0]?.compared).toMatchObject({ 'all/means': side?.[1] });
    expect(twin.comparison?.all).toEqual({ classes: [], n: comparison?.all?.n });
  });

  it('are named with their size to the nearest five, and explained', () => {
    const text = said(buildReport(compared));
    expect(text).toMatch(
      /Compared groups: all who took part; industry, ISIC .*\(about \d+[05]\); size/,
    );
    expect(text).toContain('never one organisation’s value');
  });

  it('are not mentioned where there are none', () => {
    const alone = said(buildReport(inputFor(LARGE, company, { languages: ['en'] })));
    expect(alone).not.toMatch(
      /Industry mean|Compared groups|protected statistics of the organisations/,
    );
  });
});

describe.each([
  ['large', LARGE],
  ['small', SME],
])('The management section of the %s edition', (_, workshop) => {
  const [sheet] = companies(workshop, 1);
  const plan = workshop.edition.feedback;

  it.each(LANGUAGES.map((chosen) => [chosen] as const))(
    'shows every question of the plan that was asked, with its number, in %j',
    (languages) => {
      if (!sheet || !plan) throw new Error('no sheet or no plan');
      const document = buildReport(inputFor(workshop, sheet, { languages }));
      const text = sectionOf(document, 'management')
        .flatMap((block) => (block.kind === 'table' ? block.rows : []))
        .flatMap(({ cells }) => cells.flatMap(({ texts }) => (texts ?? []).map(plain)))
        .join('\n');
      const { survey } = workshop.evaluator;
      const visible = survey.visible(sheet.answers);
      for (const id of [...plan.strategy, ...plan.disclosure, ...plan.board]) {
        const at = survey.questions.findIndex((question) => question.id === id);
        const label = survey.questions[at]?.label[languages[0]] ?? '';
        if (visible.includes(id)) expect(text).toContain(`${at + 1}. ${label}`);
        else expect(text).not.toContain(`${at + 1}. ${label}`);
      }
    },
  );

  it('shows no answer twice: the digest says where it stands', () => {
    if (!sheet || !plan) throw new Error('no sheet or no plan');
    const document = buildReport(inputFor(workshop, sheet, { languages: ['en'] }));
    const digest = sectionOf(document, 'answers');
    const rows = digest.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const texts = rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.texts ?? []).map(plain)),
    );
    const { survey } = workshop.evaluator;
    for (const id of plan.disclosure) {
      const at = survey.questions.findIndex((question) => question.id === id);
      const name = `${at + 1}. ${survey.questions[at]?.label.en ?? ''}`;
      const places = texts.filter((text) => text.includes(name));
      for (const place of places) expect(place).toMatch(/^(In section \d+:|Unknown)/);
    }
  });
});

describe('A main health issue', () => {
  const answers = {
    'issue-first-theme': 'high-risk',
    'issue-first-problem': 'ผู้มีความดันสูงร้อยละ 24',
    'issue-first-effect': '参加者の血圧が改善した',
  };
  const reportOf = (given: object) =>
    said(
      buildReport(
        inputFor(
          LARGE,
          { edition: LARGE.edition.id, answers: { ...given } },
          { languages: ['en'] },
        ),
      ),
    );

  it('is told in the words of the company, with what is missing', () => {
    const text = reportOf(answers);
    expect(text).toContain('Main health issues in the company’s own words');
    expect(text).toContain('ผู้มีความดันสูงร้อยละ 24');
    expect(text).toContain('参加者の血圧が改善した');
    expect(text).toContain('Not stated');
  });

  it('has no place where nothing was written', () => {
    const text = reportOf({ 'issue-first-theme': 'none' });
    expect(text).not.toContain('Main health issues in the company’s own words');
    expect(text).not.toMatch(/In section 4:/);
  });
});
