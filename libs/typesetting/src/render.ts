import { DomainError, LANGUAGE_TAG } from '@sukoyaka/kernel';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReportDocument } from './blocks.js';
import { Canvas, type PagePainter } from './draw/canvas.js';
import { collect } from './draw/collect.js';
import { coverPages } from './layout/cover.js';
import { composeAll } from './layout/compose/compose.js';
import type { Place } from './layout/compose/place.js';
import { plainOf } from './layout/compose/texts.js';
import { cutPages, paintPage, type Area } from './layout/flow.js';
import { footHeight, paintFoot, paintHead } from './layout/running.js';
import { StackBox } from './layout/stack-box.js';

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = { left: 54, right: 54, top: 64, bottom: 40 };

/**
 * Sets a document as a tagged, bookmarked, language-marked PDF (A4, fonts embedded as subsets).
 * The same document gives the same bytes.
 * @throws DomainError `REPORT_DATE_INVALID` when `meta.createdAt` is no instant.
 */
export function renderPdf(report: ReportDocument): Promise<Uint8Array> {
  return collect(() => fileOf(report));
}

/**
 * Writes the bytes of `renderPdf` into a stream, page by page as they are drawn and no faster than
 * the stream takes them, and ends it. When the stream fails or is closed, the drawing stops; when
 * the drawing fails after its first byte, the stream is destroyed.
 * @throws DomainError like `renderPdf`, before anything is written; what the stream fails with.
 */
export async function renderPdfTo(report: ReportDocument, target: Writable): Promise<void> {
  await pipeline(Readable.from(fileOf(report), { highWaterMark: 1 }), target);
}

/** The file piece by piece. The layout is done at once, so that pages know how many they are. */
function fileOf(report: ReportDocument): Iterable<Uint8Array> {
  return canvasOf(report).file(pagesOf(report));
}

function canvasOf({ meta }: ReportDocument): Canvas {
  const createdAt = new Date(meta.createdAt);
  if (Number.isNaN(createdAt.getTime())) {
    throw new DomainError('REPORT_DATE_INVALID', { value: meta.createdAt });
  }
  return new Canvas({
    title: meta.title.map(plainOf).join(' / '),
    author: meta.author,
    subject: meta.subject,
    keywords: [...(meta.keywords ?? []), meta.id].join(', '),
    lang: LANGUAGE_TAG[meta.languages[0]],
    createdAt,
    pageWidth: PAGE.width,
    pageHeight: PAGE.height,
  });
}

function pagesOf(report: ReportDocument): PagePainter[] {
  const width = PAGE.width - MARGIN.left - MARGIN.right;
  const foot = report.foot === undefined ? 0 : footHeight(report.foot, width) + 16;
  const height = PAGE.height - MARGIN.top - MARGIN.bottom - Math.min(foot, PAGE.height * 0.3);
  const area: Area = { left: MARGIN.left, top: MARGIN.top, width, height };
  const place: Place = { width, page: height, accent: 'neutral', compose: composeAll };
  const covers = report.cover === undefined ? [] : coverPages(report.cover, place, PAGE);
  const parts = cutPages(composeAll(report.body, place), height);
  if (covers.length + parts.length === 0) parts.push(new StackBox([]));
  const pages = covers.length + parts.length;
  const body = parts.map((part, index) => (canvas: Canvas) => {
    paintPage(canvas, part, area);
    paintRunning(canvas, report, area, covers.length + index + 1, pages);
  });
  return [...covers, ...body];
}

/** Head and foot of a page. */
function paintRunning(
  canvas: Canvas,
  report: ReportDocument,
  area: Area,
  page: number,
  pages: number,
): void {
  const running = { ...area, bottom: area.top + area.height };
  if (report.head !== undefined) paintHead(canvas, report.head, running);
  if (report.foot !== undefined) paintFoot(canvas, report.foot, running, page, pages);
}
