import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Writable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { renderPdf, renderPdfTo } from '../src/index.js';
import { paragraph, reportOf } from './support/reports.js';

const LONG = reportOf(
  ['ja', 'th'],
  Array.from({ length: 160 }, (_, index) => paragraph(['ja', 'th'], index)),
);

interface Write {
  readonly chunk: Uint8Array;
  /** Pages that had been begun when the chunk came. */
  readonly begun: number;
}

describe('a report written into a stream', () => {
  const addPage = jest.spyOn(PDFDocument.prototype, 'addPage');
  const begun = (): number => addPage.mock.calls.length;
  let pages = 0;

  beforeEach(async () => {
    await renderPdf(LONG);
    pages = begun();
    addPage.mockClear();
  });
  afterEach(() => {
    addPage.mockClear();
  });

  /** A target that takes one chunk at a time; `failing` is the number of the one it refuses. */
  function target(writes: Write[], failing = Infinity): Writable {
    return new Writable({
      highWaterMark: 1,
      write: (chunk: Uint8Array, _, done) => {
        writes.push({ chunk, begun: begun() });
        done(writes.length === failing ? new Error('full') : null);
      },
    });
  }

  it('has its bytes, in more pieces than pages', async () => {
    const writes: Write[] = [];
    await renderPdfTo(LONG, target(writes));
    expect(pages).toBeGreaterThan(12);
    expect(writes.length).toBeGreaterThan(pages);
    const whole = Buffer.concat(writes.map(({ chunk }) => chunk));
    expect(whole.equals(await renderPdf(LONG))).toBe(true);
  });

  it('hands a page on while later ones are still to be drawn', async () => {
    const writes: Write[] = [];
    await renderPdfTo(LONG, target(writes));
    expect(Buffer.from(writes[0]?.chunk ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
    for (const [index, write] of writes.slice(0, pages).entries()) {
      expect(write.begun).toBeLessThanOrEqual(index + 4);
    }
  });

  it('draws no further than the stream takes it', async () => {
    let first: (() => void) | undefined;
    const taken = new Promise<void>((resolve) => (first = resolve));
    const stuck = new Writable({ highWaterMark: 1, write: () => first?.() });
    const writing = renderPdfTo(LONG, stuck);
    await taken;
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    expect(begun()).toBeLessThan(5);
    stuck.destroy();
    await expect(writing).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
    expect(begun()).toBeLessThan(5);
  });

  it('stops when the stream fails, which is closed', async () => {
    const writes: Write[] = [];
    const failing = target(writes, 3);
    await expect(renderPdfTo(LONG, failing)).rejects.toThrow('full');
    expect(failing.destroyed).toBe(true);
    expect(begun()).toBeLessThan(8);
    expect(writes).toHaveLength(3);
  });

  it('draws nothing for a stream that is closed already', async () => {
    const closed = target([]);
    closed.destroy();
    await expect(renderPdfTo(LONG, closed)).rejects.toThrow();
    expect(begun()).toBeLessThan(3);
  });

  it('leaves the stream alone when the report can’t be set', async () => {
    const writes: Write[] = [];
    const untouched = target(writes);
    const wrong = { ...LONG, meta: { ...LONG.meta, createdAt: 'tomorrow' } };
    await expect(renderPdfTo(wrong, untouched)).rejects.toMatchObject({
      code: 'REPORT_DATE_INVALID',
    });
    expect(writes).toEqual([]);
    expect(untouched.destroyed).toBe(false);
  });
});
