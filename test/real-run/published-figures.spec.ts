import { afterAll, describe, expect, it } from '@jest/globals';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { parseOutcomeTable, readOutcome } from '@sukoyaka/outcomes';
import { type Cell, figureOf, type AnswerSheet } from '@sukoyaka/survey';
import { readFileSync } from 'node:fs';
import { Desk, objects } from '../cli/support.js';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, FIXTURES), 'utf8');

type Row =
  | {
      readonly kpi: string;
      readonly question: string;
      readonly item?: string;
      readonly year?: string;
    }
  | { readonly kpi: string; readonly notEntered: string };

interface Company {
  readonly file: string;
  readonly edition: string;
  readonly company: string;
  readonly rows: readonly Row[];
}

const COMPANIES = JSON.parse(text('companies.json')) as readonly Company[];
const PUBLISHED = parseOutcomeTable(text('published.tsv'));

const desk = new Desk();
afterAll(() => desk.clear());

/** Value and bound of a cell, as the reader of published figures states them. */
function stated(cell: Cell | undefined): object {
  if (typeof cell === 'number') return { value: cell, bound: 'exact' };
  if (cell === undefined || !('percent' in cell)) return {};
  return { value: cell.percent, bound: cell.bound ?? 'exact' };
}

describe.each(COMPANIES)('what $company publishes', ({ file, edition, company, rows }) => {
  const sheet = JSON.parse(text(file)) as AnswerSheet;
  const published = PUBLISHED.filter((row) => row.company === company);
  const entered = rows.flatMap((row) => ('question' in row ? [row] : []));
  const command = ['--survey', edition, '--answers', desk.file(file, text(file))];

  it('is accounted for row by row', () => {
    expect(rows.map(({ kpi }) => kpi)).toEqual(published.map(({ kpi }) => kpi));
  });

  it('is entered exactly, with its bounds, and nothing else is', () => {
    for (const { kpi, question, item } of entered) {
      const row = published.find((each) => each.kpi === kpi);
      const [figure] = row ? readOutcome(row).values : [];
      const cell = figureOf(sheet.answers[question], item);
      expect([kpi, stated(cell)]).toEqual([kpi, { value: figure?.value, bound: figure?.bound }]);
    }
    const questions = entered.map(({ question }) => question);
    expect(Object.keys(sheet.answers).sort()).toEqual([...new Set(questions)].sort());
    expect(Object.keys(sheet.organisation ?? {})).toEqual(['name', 'country']);
  });

  it('stands under the year that is published', () => {
    for (const { question, item, year } of entered) {
      if (item === undefined || year === undefined) continue;
      expect(sheet.answers[question]).toHaveProperty([year, item]);
    }
  });

  it('is valid, though far from complete', async () => {
    const { code, out } = await desk.run(['--json', 'validate', ...command]);
    expect(code).toBe(0);
    expect(objects(out)).toMatchObject([{ valid: true, complete: false, problems: [] }]);
  });

  it('is scored with what is unknown shown as unknown', async () => {
    const { code, out } = await desk.run(['--json', 'score', ...command]);
    expect(code).toBe(0);
    const [result] = objects(out) as unknown as [Scored];
    const { overall, conformity, sides } = result;
    expect(overall.openShare).toBeGreaterThan(0.8);
    expect(overall.best - overall.score).toBeGreaterThan(80);
    expect(sides['philosophy-policy']).toMatchObject({ score: 0, best: 100 });
    for (const { conforms, missing } of Object.values(conformity)) {
      expect({ conforms, missing }).toEqual({ conforms: null, missing: [] });
    }
    const human = await desk.run(['score', ...command]);
    expect(human.out).toContain('0.0–100.0');
  });

  it('is reported in Japanese and English', async () => {
    const options = ['--languages', 'ja,en', '--date', '2026-06-01', '--out', 'r.pdf'];
    expect((await desk.run(['report', ...command, ...options])).code).toBe(0);
    const pages = await textOf(desk.path('r.pdf'));
    expect(pages).toContain(company);
    expect(pages).toContain('自己評価結果報告書');
    expect(pages).toContain('Self-assessment report');
    expect(pages).not.toMatch(/undefined|NaN|\{\{/);
  });
});

interface Scored {
  readonly overall: { readonly score: number; readonly best: number; readonly openShare: number };
  readonly sides: Readonly<Record<string, object>>;
  readonly conformity: Readonly<
    Record<string, { readonly conforms: boolean | null; readonly missing: readonly object[] }>
  >;
}

async function textOf(path: string): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(path));
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return pages.join('\n');
}
