import { describe, expect, it } from '@jest/globals';
import jsqr from 'jsqr';
import { renderPdf, type Block, type QrBlock } from '../src/index.js';
import { pdfiumPixels, sourceOf, type Pixels } from './support/pdf.js';
import { paragraph, reportOf } from './support/reports.js';

const ALT = 'QR code: address at which this report can be verified';
const MILLIMETRE = 72 / 25.4;
/** Pixels per point. */
const SCALE = 2;
/** Part of the page that is looked at, in points. */
const TOP = 280;

function qr(text: string, more: Partial<QrBlock> = {}): QrBlock {
  return { kind: 'qr', text, alt: [{ lang: 'en', text: ALT }], ...more };
}

/** The top of the first page of a report of these blocks. */
async function pixelsOf(body: readonly Block[]): Promise<Pixels> {
  const pixels = await pdfiumPixels(await renderPdf(reportOf(['en'], body)), SCALE);
  const height = TOP * SCALE;
  return { ...pixels, height, data: pixels.data.subarray(0, 4 * pixels.width * height) };
}

function decode({ data, width, height }: Pixels): ReturnType<typeof jsqr.default> {
  return jsqr.default(data, width, height, { inversionAttempts: 'dontInvert' });
}

/** The code between two paragraphs. */
async function scan(block: QrBlock): Promise<ReturnType<typeof jsqr.default>> {
  return decode(await pixelsOf([paragraph(['en']), block, paragraph(['en'], 1)]));
}

describe('a QR code', () => {
  it.each([
    'https://example.org/verify/8f1c2d',
    'สุขภาพดี 健康経営 – Sukoyaka',
    'https://example.org/?token='.padEnd(600, 'a1B2'),
  ])('is read again (%#)', async (text) => {
    const found = await scan(qr(text));
    expect(Buffer.from(found?.binaryData ?? []).toString('utf8')).toBe(text);
  });

  it.each(['left', 'centre', 'right'] as const)('is read at the %s', async (align) => {
    expect((await scan(qr('A1', { align, size: 120 })))?.data).toBe('A1');
  });

  it('is at least 20 mm wide, and wider where it has many modules', async () => {
    const sideOf = async (block: QrBlock): Promise<number> => {
      const location = (await scan(block))?.location;
      return ((location?.topRightCorner.x ?? 0) - (location?.topLeftCorner.x ?? 0)) / SCALE;
    };
    expect(await sideOf(qr('A1', { size: 5 }))).toBeCloseTo(20 * MILLIMETRE, 0);
    expect(await sideOf(qr('A1', { size: 100 }))).toBeCloseTo(100, 0);
    expect(await sideOf(qr('x'.repeat(500)))).toBeGreaterThan(30 * MILLIMETRE);
  });

  it('has four light modules around it, also on a tinted ground', async () => {
    const callout = { kind: 'callout', tone: 'note', children: [qr('A1')] } as const;
    const pixels = await pixelsOf([callout]);
    const location = decode(pixels)?.location;
    const module = (20 * MILLIMETRE * SCALE) / 21;
    const { x = 0, y = 0 } = location?.topLeftCorner ?? {};
    for (const modules of [0.5, 1.5, 2.5, 3.5]) {
      const at = 4 * (Math.round(y + module) * pixels.width + Math.round(x - modules * module));
      expect([...pixels.data.subarray(at, at + 3)]).toEqual([255, 255, 255]);
    }
  });

  it('is a figure with an alternative text', async () => {
    const source = sourceOf(await renderPdf(reportOf(['en'], [qr('A1')])));
    expect(source).toMatch(/\/S \/Figure\n/);
    expect(source).toContain(`/Alt (${ALT})`);
  });

  it('refuses more than a QR code holds', async () => {
    const asked = renderPdf(reportOf(['en'], [qr('x'.repeat(2332))]));
    await expect(asked).rejects.toThrow(RangeError);
  });
});
