import { describe, expect, it } from '@jest/globals';
import { buildReport } from '@sukoyaka/report';
import type { Cell, ReportDocument, TableRow, Texts } from '@sukoyaka/typesetting';
import {
  companies,
  emptySheet,
  inputFor,
  LANGUAGES,
  LARGE,
  plain,
  said,
  saidIn,
  sectionOf,
  SME,
  textsOf,
} from './support/reports.js';

const TITLES = [
  'Summary',
  'How to read this report',
  'Four sides and 13 sub-items',
  'Nine health issues',
  'Nine value propositions',
  'Strategy, disclosure, board and participation',
  'Status against reference criteria',
  'What to do next',
  'Outcome figures',
  'Answers',
  'To look at again',
  'Method, versions and sources',
];

function isIn({ texts }: Cell, language: string): boolean {
  return texts?.length === 1 && texts[0].lang === language;
}

/** The texts of rows that do not give each language a cell of its own. */
function unpaired({ cells }: TableRow): readonly Texts[] {
  if (cells.some((cell) => isIn(cell, 'th'))) return [];
  return cells.flatMap(({ texts, status }) =>
    [texts, status?.texts].filter((t) => t !== undefined),
  );
}

function titlesOf(document: ReportDocument): readonly string[] {
  return document.body.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? block.texts.map(plain) : [],
  );
}

describe('The sections of a report', () => {
  const [full] = companies(LARGE, 1);
  if (!full) throw new Error('no company was simulated');

  it.each([
    ['an answered large edition', LARGE, full],
    ['a large edition without answers', LARGE, emptySheet(LARGE)],
    ['an edition for small companies without answers', SME, emptySheet(SME)],
  ])('are all there, numbered and in order, for %s', (_, workshop, sheet) => {
    const document = buildReport(inputFor(workshop, sheet, { languages: ['en'] }));
    expect(titlesOf(document)).toEqual(TITLES);
    const numbers = document.body.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.number] : [],
    );
    expect(numbers).toEqual(TITLES.map((_title, index) => String(index + 1)));
  });

  it('say so in a sentence when there is nothing to show', () => {
    const document = buildReport(inputFor(LARGE, emptySheet(LARGE), { languages: ['en'] }));
    for (const section of ['outcomes', 'warnings'] as const) {
      expect(sectionOf(document, section)).toHaveLength(2);
    }
    expect(said(document)).toContain('No outcome figure was stated.');
    expect(said(document)).toContain('Nothing has been answered yet.');
  });

  it.each(LANGUAGES.map((chosen) => [chosen] as const))(
    'speak the chosen languages and no other: %j',
    (chosen) => {
      const document = buildReport(inputFor(LARGE, emptySheet(LARGE), { languages: chosen }));
      const used = new Set(textsOf(document).flatMap((texts) => texts.map(({ lang }) => lang)));
      // The report number is nobody's language: it is set as Latin text.
      expect([...used].filter((language) => language !== 'en').sort()).toEqual(
        chosen.filter((language) => language !== 'en').sort(),
      );
      expect(document.meta.languages).toEqual(chosen);
    },
  );

  it('set both languages on the same row, never one without the other', () => {
    const document = buildReport(inputFor(LARGE, full, { languages: ['ja', 'th'] }));
    const rows = document.body.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const paired = rows.filter(({ cells }) => cells.some((cell) => isIn(cell, 'th')));
    expect(paired.length).toBeGreaterThan(100);
    for (const { cells } of paired) {
      expect(cells.map((cell) => cell.texts?.map(({ lang }) => lang))).toEqual([['ja'], ['th']]);
    }
    const alone = { ...document, body: document.body.filter(({ kind }) => kind !== 'table') };
    const own = [full.organisation?.name, 'T-0001'];
    for (const texts of [...textsOf(alone), ...rows.flatMap(unpaired)]) {
      const words = texts.map(plain);
      if (texts.length === 2) expect(texts.map(({ lang }) => lang)).toEqual(['ja', 'th']);
      // What stands once is the company's own, or reads the same in both: figures, ids, marks.
      else if (!own.includes(words[0]))
        expect(words[0]).not.toMatch(/[\u3040-\u30ff\u0e01-\u0e5b]/);
    }
  });

  it('put the primary language first', () => {
    const document = buildReport(inputFor(LARGE, full, { languages: ['th', 'ja'] }));
    const [first, second] = document.meta.title;
    expect(plain(first)).toContain('รายงานผลการประเมินตนเอง');
    expect(second && plain(second)).toContain('自己評価結果報告書');
  });

  it('make the same document from the same input', () => {
    const input = inputFor(LARGE, full, { cohort: true });
    expect(buildReport(input)).toEqual(buildReport(input));
  });
});

describe('The cover', () => {
  const context = {
    assurance: 'documents-checked' as const,
    period: { from: '2025-04-01', to: '2026-03-31' },
  };
  const [sheet] = companies(LARGE, 1);
  const document = buildReport(
    inputFor(LARGE, sheet ?? emptySheet(LARGE), { languages: ['th', 'ja'], context, cohort: true }),
  );
  const cover = { ...document, body: [] };

  it('names organisation, edition, period, assurance and number, in Buddhist years for Thai', () => {
    const thai = saidIn(cover, 'th');
    expect(thai).toContain('1 เมษายน 2568 ถึง 31 มีนาคม 2569');
    expect(thai).toContain('14 พฤษภาคม 2569');
    expect(thai).toContain('ตรวจสอบเอกสารแล้ว');
    const japanese = saidIn(cover, 'ja');
    expect(japanese).toContain('2025年4月1日から2026年3月31日まで');
    expect(japanese).toContain('書類確認済');
    expect(said(cover)).toContain('T-0001');
    expect(said(cover)).toContain(sheet?.organisation?.name);
  });

  it('labels invented companies and invented cohorts, each', () => {
    expect(saidIn(cover, 'ja')).toContain('架空のデータ');
    expect(saidIn(cover, 'th')).toContain('องค์กรที่จำลองขึ้น');
    const real = { edition: LARGE.edition.id, organisation: { name: 'A' }, answers: {} };
    const plainCover = buildReport(inputFor(LARGE, real, { languages: ['ja'] }));
    expect(said({ ...plainCover, body: [] })).not.toContain('架空');
  });

  it('takes the period from the answers when the caller states none', () => {
    const end = LARGE.edition.periodEndQuestion ?? '';
    const answers = { [end]: '2026-03-31' };
    const stated = inputFor(LARGE, { edition: LARGE.edition.id, answers }, { languages: ['en'] });
    expect(said(buildReport(stated))).toContain('Up to 31 March 2026');
    const silent = inputFor(LARGE, emptySheet(LARGE), { languages: ['en'] });
    expect(said({ ...buildReport(silent), body: [] })).toContain('Not stated');
  });
});

describe('Every page', () => {
  it('carries the short notice, the number and its place', () => {
    const { foot } = buildReport(inputFor(LARGE, emptySheet(LARGE), { languages: ['ja', 'en'] }));
    expect(foot?.notice?.map(plain)).toEqual([
      '公表された要件に照らした自己評価であり、公的な認定・顕彰ではありません。',
      'Self-assessment against published criteria. Not a certification or award.',
    ]);
    expect(foot?.reportNumber?.map(plain)).toEqual(['T-0001']);
    expect(foot?.pageLabel?.map(plain)).toEqual([
      '{page}／{pages}ページ',
      'Page {page} of {pages}',
    ]);
  });
});
