import { renderPdf } from '@sukoyaka/typesetting';
import { report } from './contests/report-content.js';

/** Resident memory, in MiB, after the first `WARM` reports and after all of them. */
export interface MemoryUse {
  readonly reports: number;
  readonly early: number;
  readonly late: number;
  readonly bytes: number;
}

const WARM = 50;

/** Renders the same report many times in this process; memory must not grow with their number. */
export async function reportMemory(reports: number): Promise<MemoryUse> {
  const document = report();
  let early = 0;
  let bytes = 0;
  for (let index = 1; index <= reports; index += 1) {
    bytes = (await renderPdf(document)).length;
    if (index === WARM) early = resident();
  }
  return { reports, early, late: resident(), bytes };
}

function resident(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage.rss() / 2 ** 20);
}
