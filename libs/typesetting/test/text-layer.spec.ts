import { describe, expect, it } from '@jest/globals';
import type { Locale } from '@sukoyaka/kernel';
import { spawnSync } from 'node:child_process';
import { layoutText, renderSpecimen } from '../src/index.js';
import { languageOf } from '../src/specimen.js';
import { PARAGRAPHS } from './support/paragraphs.js';
import { pdfiumLines, sourceOf, textString } from './support/pdf.js';

const SIZE = 9.5;
const LANGUAGES: readonly Locale[] = ['th', 'ja', 'en'];
const MIXED = [
  'Mixed: ภาษาไทย 日本語 English ผสมกัน 100% ホワイト500 ผู้บริหาร（経営層）と従業員',
  'ข้อ 3 「健康経営」 หมายถึง Health & Productivity Management (H&PM)',
];
const ALL = [...PARAGRAPHS.th, ...PARAGRAPHS.ja, ...PARAGRAPHS.en, ...MIXED];

function expectedLines(lines: readonly string[], width: number): string[] {
  return lines.flatMap((text) =>
    layoutText(text, languageOf(text, LANGUAGES), { width, size: SIZE }).map((line) =>
      line.text.trim(),
    ),
  );
}

/** Letters without spaces, marks in one order, SARA AM in one form. */
function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\u0e4d([\u0e31-\u0e3a\u0e47-\u0e4c]*)\u0e32/g, '$1\u0e33')
    .replace(/\s/g, '');
}

describe('the text layer', () => {
  it.each([60, 100, 150, 220, 400])(
    'gives back every line in PDFium at %d points',
    async (width) => {
      const pdf = await renderSpecimen({ lines: ALL, languages: LANGUAGES, width });
      expect(await pdfiumLines(pdf)).toEqual(expectedLines(ALL, width));
    },
  );

  it.each([60, 220])(
    'gives back every line in poppler, where it is installed (%d points)',
    async (width) => {
      const pdf = await renderSpecimen({ lines: ALL, languages: LANGUAGES, width });
      const { status, stdout } = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], {
        input: pdf,
      });
      if (status !== 0) return;
      const lines = stdout
        .toString()
        .split(/[\n\f]/)
        .map((line) => line.trim());
      expect(lines.filter((line) => line !== '')).toEqual(expectedLines(ALL, width));
    },
  );

  it('reads as the paragraph when its lines are joined', async () => {
    for (const text of ALL) {
      const pdf = await renderSpecimen({ lines: [text], languages: LANGUAGES, width: 130 });
      expect(comparable((await pdfiumLines(pdf)).join(''))).toBe(comparable(text));
    }
  });

  it('keeps what lies beyond the basic plane, drawn or not', async () => {
    const lines = ['𠮷野家で𠮟る', 'ดี😀มาก👍🏽😀ไทย🇹🇭', '葛\u{e0100}城と葛飾'];
    const pdf = await renderSpecimen({ lines, languages: ['ja', 'th'], width: 300 });
    expect(await pdfiumLines(pdf)).toEqual(lines);
  });

  it('gives back letters that run from right to left in their order', async () => {
    const lines = ['ภาษาอาหรับ العربية และอื่น ๆ', 'アラビア語で صحة と言う', 'ไทย עברית ไทย'];
    const pdf = await renderSpecimen({ lines, languages: ['ja', 'th'], width: 300 });
    expect(await pdfiumLines(pdf)).toEqual(lines);
  });

  it('shows and reads a square for what is no character', async () => {
    const pdf = await renderSpecimen({ lines: ['มาก\u{e000}'], languages: ['th'], width: 300 });
    expect(await pdfiumLines(pdf)).toEqual(['มาก□']);
  });

  it('holds no zero-width space, and continues over pages', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => `ข้อ ${index + 1} สุขภาพ\u200bดี`);
    const pdf = await renderSpecimen({ lines, languages: ['th'], width: 220 });
    expect(await pdfiumLines(pdf)).toEqual(lines.map((line) => line.replace('\u200b', '')));
  });

  it('marks each line with its language, as a direct part of its paragraph', async () => {
    const lines = ['สุขภาพดี', '健康経営', 'Health'];
    const source = sourceOf(await renderSpecimen({ lines, languages: LANGUAGES, width: 220 }));
    const spans = [...source.matchAll(/\/Span <<([\s\S]*?)>> BDC/g)].map((match) => match[1] ?? '');
    expect(spans.map((span) => /\/Lang \((.*?)\)/.exec(span)?.[1])).toEqual([
      'th-TH',
      'ja-JP',
      'en-GB',
    ]);
    const actual = spans.map((span) =>
      textString(/\/ActualText \(([\s\S]*)\)/.exec(span)?.[1] ?? ''),
    );
    expect(actual).toEqual(lines);
    expect(source.match(/\/S \/P\n/g)).toHaveLength(3);
    expect(source).not.toContain('/S /Span');
  });

  it('is exactly as wide as told: no line passes the width', () => {
    const width = 220;
    for (const line of ALL.flatMap((text) =>
      layoutText(text, languageOf(text, LANGUAGES), { width, size: SIZE }),
    )) {
      expect(line.width).toBeLessThanOrEqual(width + 0.01);
    }
  });

  it.each([0, -5, Number.NaN, 1e6])('refuses a width of %d', async (width) => {
    const asked = renderSpecimen({ lines: ['ก'], languages: ['th'], width });
    await expect(asked).rejects.toMatchObject({ code: 'SPECIMEN_WIDTH_INVALID' });
  });

  it('gives the same bytes for the same lines', async () => {
    const input = { lines: ALL, languages: LANGUAGES, width: 220 };
    const [first, second] = [await renderSpecimen(input), await renderSpecimen(input)];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
