import type { ReportDocument } from '@sukoyaka/typesetting';
import { renderPdf } from '@sukoyaka/typesetting';
import { pagesOf } from './contests/pdf-text.js';
import { report } from './contests/report-content.js';

/** Pages and size of a report. */
export interface ReportSize {
  readonly pages: number;
  readonly kilobytes: number;
}

/** The whole report, and as many of its sections as twelve pages hold. */
export async function reportSizes(): Promise<{
  readonly whole: ReportSize;
  readonly twelve: ReportSize;
}> {
  const document = report();
  const whole = await sizeOf(document);
  const ends = document.body.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 1 ? [index] : [],
  );
  for (const end of ends.toReversed()) {
    const size = await sizeOf({ ...document, body: document.body.slice(0, end) });
    if (size.pages <= 12) return { whole, twelve: size };
  }
  return { whole, twelve: whole };
}

async function sizeOf(document: ReportDocument): Promise<ReportSize> {
  const pdf = await renderPdf(document);
  return { pages: await pagesOf(pdf), kilobytes: Math.round(pdf.length / 1024) };
}
