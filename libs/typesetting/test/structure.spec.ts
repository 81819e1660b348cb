import { describe, expect, it } from '@jest/globals';
import type { Locale } from '@sukoyaka/kernel';
import { renderPdf, type Block, type ReportDocument } from '../src/index.js';
import { sourceOf, textString } from './support/pdf.js';
import { paragraph, reportOf, texts, TITLE } from './support/reports.js';

const BOTH: readonly Locale[] = ['th', 'ja'];

const BODY: readonly Block[] = [
  { kind: 'heading', level: 1, number: '1', texts: texts(BOTH, TITLE) },
  paragraph(BOTH),
  { kind: 'heading', level: 2, texts: texts(BOTH, { th: 'ผลลัพธ์', ja: '結果', en: 'Results' }) },
  { kind: 'list', items: [{ texts: texts(BOTH, TITLE) }] },
  {
    kind: 'table',
    summary: texts(BOTH, { th: 'ตาราง', ja: '表', en: 'Table' }),
    columns: [{ share: 1 }, { share: 1 }],
    header: [{ texts: texts(BOTH, TITLE) }, { texts: texts(BOTH, TITLE) }],
    rows: [
      { section: true, cells: [{ span: 2, texts: texts(BOTH, TITLE) }] },
      { cells: [{ rowHeader: true, texts: texts(BOTH, TITLE) }, { bar: { value: 3, text: '3' } }] },
    ],
  },
  {
    kind: 'radar',
    min: 0,
    max: 100,
    axes: ['a', 'b', 'c'].map((text) => ({ label: [{ lang: 'en', text }] })),
    series: [{ label: [{ lang: 'en', text: 's' }], values: [1, 2, 3] }],
    alt: texts(BOTH, { th: 'แผนภูมิเรดาร์', ja: 'レーダー', en: 'Radar' }),
  },
];

async function source(report: ReportDocument = reportOf(BOTH, BODY)): Promise<string> {
  return sourceOf(await renderPdf(report));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

describe('the tagged structure', () => {
  it('names the document, its language and what it is', async () => {
    const pdf = await source();
    expect(pdf).toMatch(/\/MarkInfo/);
    expect(pdf).toMatch(/\/Lang \(th-TH\)/);
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    const titles = [...pdf.matchAll(/\n\((þÿ[\s\S]*?)\)\n/g)].map((match) =>
      textString(match[1] ?? ''),
    );
    expect(titles).toContain(`${TITLE.th} / ${TITLE.ja}`);
  });

  it('tags headings, paragraphs, lists, tables and figures', async () => {
    const pdf = await source();
    const tags = [
      'Document',
      'H1',
      'H2',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'TR',
      'TH',
      'TD',
      'Figure',
    ];
    expect(tags.filter((tag) => !pdf.includes(`/S /${tag}\n`))).toEqual([]);
    expect(count(pdf, /\/S \/P\n/g)).toBe(2);
    expect(count(pdf, /\/S \/H1\n/g)).toBe(1);
    expect(count(pdf, /\/S \/TR\n/g)).toBe(3);
    expect(count(pdf, /\/Scope \/Column/g)).toBe(2);
    expect(count(pdf, /\/Scope \/Row/g)).toBe(1);
    expect(count(pdf, /\/ColSpan 2/g)).toBe(1);
  });

  it('describes figures and tables in the document’s language', async () => {
    const pdf = await source();
    const alt = /\/Alt \((þÿ[\s\S]*?)\)\n/.exec(pdf)?.[1] ?? '';
    expect(textString(alt)).toBe('แผนภูมิเรดาร์');
    const summary = /\/Summary \((þÿ[\s\S]*?)\)\n/.exec(pdf)?.[1] ?? '';
    expect(textString(summary)).toBe('ตาราง / 表');
  });

  it('has a bookmark for each heading, nested by level', async () => {
    const pdf = await source();
    const titles = [...pdf.matchAll(/\/Title \((þÿ[\s\S]*?)\)\n/g)].map((match) =>
      textString(match[1] ?? ''),
    );
    expect(titles.sort()).toEqual([`1 ${TITLE.th} / ${TITLE.ja}`, 'ผลลัพธ์ / 結果'].sort());
    expect(pdf).toMatch(/\/PageMode \/UseOutlines/);
  });

  it('marks everything that is painted, as content or as artifact', async () => {
    const pdf = await source();
    for (const [, content = ''] of pdf.matchAll(/stream\n(1 0 0 -1 0 [\s\S]*?)\nendstream/g)) {
      expect(unmarkedPaint(content)).toEqual([]);
    }
  });

  it('is the same for the same document, and takes it as JSON', async () => {
    const report = reportOf(BOTH, BODY);
    const again = JSON.parse(JSON.stringify(report)) as ReportDocument;
    expect(Buffer.compare(await renderPdf(report), await renderPdf(again))).toBe(0);
  });

  it('refuses a date that is none', async () => {
    const report = reportOf(BOTH, []);
    const wrong = { ...report, meta: { ...report.meta, createdAt: 'yesterday' } };
    await expect(renderPdf(wrong)).rejects.toMatchObject({ code: 'REPORT_DATE_INVALID' });
  });

  it('holds nothing of the machine’s clock', async () => {
    expect(await source()).toContain('(D:20260301000000Z)');
  });
});

/** Painting operators outside of marked content. */
function unmarkedPaint(content: string): string[] {
  const found: string[] = [];
  let depth = 0;
  for (const line of content.split('\n')) {
    depth += count(line, /\bB(?:DC|MC)\b/g);
    if (depth === 0 && /\b(?:f|S|B|f\*|TJ|Tj|Do)$/.test(line)) found.push(line);
    depth -= count(line, /\bEMC\b/g);
  }
  return depth === 0 ? found : [...found, `depth ${depth}`];
}
