import { describe, expect, it } from '@jest/globals';
import type { Locale } from '@sukoyaka/kernel';
import { Writable } from 'node:stream';
import { renderPdf, renderPdfTo, type Block, type TableRow } from '../src/index.js';
import { pdfiumPages } from './support/pdf.js';
import { paragraph, reportOf, texts } from './support/reports.js';

const JA_TH: readonly Locale[] = ['ja', 'th'];

async function pagesOf(languages: readonly Locale[], body: readonly Block[]): Promise<string[]> {
  const pages = await pdfiumPages(await renderPdf(reportOf(languages, body)));
  return pages.map((page) => page.replace(/\s+/g, ' '));
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, texts: [{ lang: 'en', text }] };
}

function plain(text: string): Block {
  return { kind: 'paragraph', texts: [{ lang: 'en', text }] };
}

function row(index: number, words = 1): TableRow {
  const text = `Row${index} ${'words '.repeat(words)}End${index}`;
  return { cells: [{ texts: [{ lang: 'en', text }] }, { texts: [{ lang: 'en', text: 'x' }] }] };
}

function table(rows: readonly TableRow[]): Block {
  return {
    kind: 'table',
    columns: [{ share: 3 }, { share: 1 }],
    header: [
      { texts: [{ lang: 'en', text: 'HeadA' }] },
      { texts: [{ lang: 'en', text: 'HeadB' }] },
    ],
    rows,
  };
}

describe('pages', () => {
  it('numbers them and repeats head and foot', async () => {
    const pages = await pagesOf(
      ['en'],
      Array.from({ length: 90 }, (_, index) => paragraph(['en'], index)),
    );
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('Self-assessment report');
    }
  });

  it('reads columns of two languages one after the other', async () => {
    const words = { ja: '左の欄です。'.repeat(12), th: 'ข้อความด้านขวา '.repeat(12).trim(), en: '' };
    const [page = ''] = await pagesOf(JA_TH, [{ kind: 'paragraph', texts: texts(JA_TH, words) }]);
    const flat = page.replace(/ /g, '');
    const left = flat.indexOf(words.ja);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(flat.indexOf(words.th.replace(/ /g, ''))).toBe(left + words.ja.length);
  });

  it('loses no word of a long document', async () => {
    const body = Array.from({ length: 120 }, (_, index) =>
      plain(`Start${index} ${'word '.repeat(index)}End${index}`),
    );
    const all = (await pagesOf(['en'], body)).join(' ');
    for (let index = 0; index < 120; index += 1) {
      expect(all).toContain(`Start${index} `);
      expect(all).toContain(`End${index}`);
    }
  });

  it('keeps a heading with what follows', async () => {
    for (let lead = 30; lead < 46; lead += 1) {
      const body = [
        ...Array.from({ length: lead }, (_, index) => plain(`P${index}`)),
        heading('Alone?'),
        plain('Followed'),
      ];
      const pages = await pagesOf(['en'], body);
      const page = pages.find((text) => text.includes('Alone?'));
      expect(page).toContain('Followed');
    }
  });

  it('repeats the header of a table and divides no row', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => row(index, 40));
    const pages = await pagesOf(['en'], [table(rows)]);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('HeadA');
    for (let index = 0; index < 60; index += 1) {
      const holding = pages.filter((page) => page.includes(`Row${index} `));
      expect(holding).toHaveLength(1);
      expect(holding[0]).toContain(`End${index}`);
    }
  });

  it('divides a row that is taller than a page, and a table whose header is', async () => {
    const tall = (await pagesOf(['en'], [table([row(0), row(1, 3000), row(2)])])).join(' ');
    expect(tall).toContain('End1');
    expect(tall).toContain('Row2');
    const block = table([row(0)]);
    if (block.kind !== 'table') throw new Error('a table');
    const header = [
      { texts: [{ lang: 'en', text: `Top ${'words '.repeat(2500)}Bottom` }] as const },
      {},
    ];
    const all = (await pagesOf(['en'], [{ ...block, header }])).join(' ');
    expect(all).toContain('Bottom');
    expect(all).toContain('Row0');
  });

  it('keeps groups together and starts new pages where told', async () => {
    const group: Block = {
      kind: 'group',
      children: Array.from({ length: 12 }, (_, index) => plain(`G${index}.`)),
    };
    const body = [...Array.from({ length: 30 }, (_, index) => plain(`P${index}`)), group];
    const holding = (await pagesOf(['en'], body)).filter((page) => /G\d+\./.test(page));
    expect(holding).toHaveLength(1);
    const told: readonly Block[] = [
      plain('One'),
      { kind: 'pageBreak' },
      plain('Two'),
      { ...heading('Three'), newPage: true } as Block,
    ];
    const pages = await pagesOf(['en'], told);
    expect(pages.map((page) => /One|Two|Three/.exec(page)?.[0])).toEqual(['One', 'Two', 'Three']);
  });

  it('sets footnotes on the page of their paragraph', async () => {
    const noted: Block = {
      kind: 'paragraph',
      texts: [{ lang: 'en', text: 'Claimed.*' }],
      footnotes: [{ mark: '*', texts: [{ lang: 'en', text: 'Proven.' }] }],
    };
    for (let lead = 28; lead < 44; lead += 1) {
      const body = [
        ...Array.from({ length: lead }, (_, index) => plain(`P${index}`)),
        noted,
        plain('After'),
      ];
      const page = (await pagesOf(['en'], body)).find((text) => text.includes('Claimed.'));
      expect(page).toContain('* Proven.');
    }
  });

  it('makes a page of a document without content', async () => {
    expect(await pagesOf(['th'], [])).toHaveLength(1);
  });

  it('does not number the cover, and leaves it without head and foot', async () => {
    const report = { ...reportOf(['en'], [plain('Body')]), cover: [plain('Cover')] };
    const pages = await pdfiumPages(await renderPdf(report));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('Cover');
    expect(pages[0]).not.toContain('Page');
    expect(pages[1]).toContain('Page 2 of 2');
  });

  it('cuts a running head that would leave the page', async () => {
    const name = {
      th: 'บริษัท '.repeat(120),
      ja: '株式会社'.repeat(120),
      en: 'Company '.repeat(120),
    };
    const report = { ...reportOf(JA_TH, [plain('Body')]), head: { left: texts(JA_TH, name) } };
    const [page = ''] = await pdfiumPages(await renderPdf(report));
    expect(page).toContain('Body');
    expect(page.match(/…/g)).toHaveLength(2);
    expect(page.match(/株式会社/g)?.length).toBeLessThan(30);
  });

  it('writes the same bytes to a stream', async () => {
    const report = reportOf(JA_TH, [paragraph(JA_TH)]);
    const chunks: Buffer[] = [];
    const target = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk);
        done();
      },
    });
    await renderPdfTo(report, target);
    expect(Buffer.compare(Buffer.concat(chunks), await renderPdf(report))).toBe(0);
  });
});
