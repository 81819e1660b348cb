import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Locale } from '@sukoyaka/kernel';
import { layoutText, renderPdf, type ReportDocument, type Text } from '../src/index.js';
import { painted } from './support/painted-glyphs.js';
import { reportOf } from './support/reports.js';

const AWKWARD = [
  '',
  ' ',
  '\n\n\n',
  '\ud83d',
  'ุู่้ำ',
  'ำำำำ',
  'ๆๆๆ',
  '\u0e33\u0e48',
  'a\u0301\u0302\u0303\u0304'.repeat(50),
  '👩‍👩‍👧‍👦🇹🇭🇯🇵1️⃣',
  '\u202eevil\u202c',
  '\u0000\u0007\u001b[31m',
  '\uffff\ufffe\ufdd0',
  '\u{10ffff}',
  'Zalgơ̷̧̺̦͓ text',
  'ﷺ',
  '（'.repeat(200),
  '。'.repeat(200),
  'ー'.repeat(100),
  'ก'.repeat(1000),
  'ผู้'.repeat(300),
  'x'.repeat(3000),
  'word '.repeat(500),
  'สุขภาพ '.repeat(500),
  '健康経営'.repeat(300),
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(...AWKWARD),
);
const lang = fc.constantFrom<Locale>('th', 'ja', 'en');

describe('whatever a text holds', () => {
  it('is laid out within the width, or one cluster to a line', () => {
    fc.assert(
      fc.property(text, lang, fc.integer({ min: 1, max: 300 }), (value, locale, width) => {
        for (const line of layoutText(value, locale, { width, size: 10 })) {
          const single = [...new Intl.Segmenter('und').segment(line.text.trim())].length <= 1;
          if (!single) expect(line.width).toBeLessThanOrEqual(width + 0.01);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('draws no missing glyph', () => {
    fc.assert(
      fc.property(text, lang, (value, locale) => {
        const { glyphs } = painted(value.replaceAll('\n', ' '), locale);
        expect(glyphs.every(({ glyph }) => glyph !== 0)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('makes a document in every kind of block', async () => {
    for (let index = 0; index < AWKWARD.length; index += 5) {
      const words = AWKWARD.slice(index, index + 5);
      for (const languages of [['th'], ['ja', 'th']] as const) {
        const pdf = await renderPdf(awkwardReport(words, languages));
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
        expect(Buffer.from(pdf.subarray(-6)).toString()).toBe('%%EOF\n');
      }
    }
  }, 30_000);
});

function awkwardReport(words: readonly string[], languages: readonly Locale[]): ReportDocument {
  const all = (value: string): readonly [Text] | readonly [Text, Text] => {
    const [first = 'en', second] = languages;
    const one: Text = { lang: first, text: value };
    return second === undefined ? [one] : [one, { lang: second, text: value }];
  };
  return reportOf(
    languages,
    words.flatMap((word) => [
      { kind: 'heading', level: 2, texts: all(word) },
      { kind: 'paragraph', texts: all(word) },
      { kind: 'callout', title: all(word), children: [{ kind: 'paragraph', texts: all(word) }] },
      { kind: 'list', items: [{ texts: all(word) }] },
      { kind: 'keyValues', rows: [{ key: all(word), value: all(word) }] },
      {
        kind: 'table',
        columns: [{ width: 40 }, { share: 1 }],
        header: [{ texts: all(word) }, { texts: all('x') }],
        rows: [
          { cells: [{ texts: all(word) }, { status: { status: 'unknown', texts: all(word) } }] },
        ],
      },
      { kind: 'mark', badge: { texts: all(word) } },
      {
        kind: 'bars',
        items: [{ label: all(word), bar: { value: 50, text: word } }],
        alt: all(word),
      },
      {
        kind: 'radar',
        min: 0,
        max: 100,
        axes: [1, 2, 3, 4, 5].map(() => ({ label: all(word) })),
        series: [{ label: all(word), values: [1, null, 3, 4] }],
        alt: all(word),
      },
      {
        kind: 'lineChart',
        min: 0,
        max: 0,
        points: [all(word), all(word)],
        series: [{ label: all(word), values: [1, Number.NaN] }],
        alt: all(word),
      },
      {
        kind: 'bandScale',
        bands: [{ label: all(word), from: 0, to: 1 }],
        value: 5,
        alt: all(word),
      },
    ]),
  );
}
