import { DomainError, LANGUAGE_TAG } from '@sukoyaka/kernel';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ReportDocument } from './blocks.js';
import { Canvas } from './draw/canvas.js';
import { bytesOf } from './draw/collect.js';
import { paintCover } from './layout/cover.js';
import { composeAll } from './layout/compose/compose.js';
import type { Place } from './layout/compose/place.js';
import { plainOf } from './layout/compose/texts.js';
import { flowPages, type Area } from './layout/flow.js';
import { footHeight, paintFoot, paintHead } from './layout/running.js';

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = { left: 54, right: 54, top: 64, bottom: 40 };

/**
 * Sets a document as a tagged, bookmarked, language-marked PDF (A4, fonts embedded as subsets).
 * The same document gives the same bytes.
 * @throws DomainError `REPORT_DATE_INVALID` when `meta.createdAt` is no instant.
 */
export async function renderPdf(report: ReportDocument): Promise<Uint8Array> {
  const canvas = canvasOf(report);
  return bytesOf(canvas.document, () => {
    paintReport(canvas, report);
    canvas.end();
  });
}

/** Like `renderPdf`, into a stream, which is ended. */
export async function renderPdfTo(report: ReportDocument, target: Writable): Promise<void> {
  const bytes = await renderPdf(report);
  target.end(bytes);
  await finished(target, { readable: false });
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

function paintReport(canvas: Canvas, report: ReportDocument): void {
  const width = PAGE.width - MARGIN.left - MARGIN.right;
  const foot = report.foot === undefined ? 0 : footHeight(report.foot, width) + 16;
  const height = PAGE.height - MARGIN.top - MARGIN.bottom - Math.min(foot, PAGE.height * 0.3);
  const area: Area = { left: MARGIN.left, top: MARGIN.top, width, height };
  const place: Place = { width, page: height, accent: 'neutral', compose: composeAll };
  if (report.cover !== undefined) paintCover(canvas, report.cover, place, PAGE);
  const covers = canvas.pageCount;
  flowPages(canvas, composeAll(report.body, place), area, canvas.root);
  if (canvas.pageCount === 0) canvas.newPage();
  paintRunning(canvas, report, area, covers);
}

/** Head and foot of every page but the cover, once the number of pages is known. */
function paintRunning(canvas: Canvas, report: ReportDocument, area: Area, covers: number): void {
  const running = { ...area, bottom: area.top + area.height };
  const pages = canvas.pageCount;
  for (let page = covers; page < pages; page += 1) {
    canvas.toPage(page);
    if (report.head !== undefined) paintHead(canvas, report.head, running);
    if (report.foot !== undefined) paintFoot(canvas, report.foot, running, page + 1, pages);
  }
}
