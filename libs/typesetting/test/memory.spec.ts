import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { renderPdf } from '../src/index.js';
import { paragraph, reportOf } from './support/reports.js';

const REPORT = reportOf(
  ['th', 'en'],
  Array.from({ length: 60 }, (_, index) => paragraph(['th', 'en'], index)),
);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function heapAfter(reports: number): Promise<number> {
  for (let count = 0; count < reports; count += 1) await renderPdf(REPORT);
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

it('reports made one right after the other leave nothing behind', async () => {
  const before = await heapAfter(10);
  const after = await heapAfter(30);
  expect((after - before) / 30).toBeLessThan(50_000);
});
