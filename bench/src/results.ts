import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';

export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly rival: string;
  readonly result: string;
  readonly goal: string;
  readonly met: boolean;
}

/** The measurements as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['what', 'ours', 'rival', 'result, median (min–max)', 'goal', 'met']),
    line(['---', '---', '---', '---', '---', '---']),
    ...rows.map((row) =>
      line([row.what, row.ours, row.rival, row.result, row.goal, row.met ? 'yes' : '**no**']),
    ),
  ].join('\n');
}

const require = createRequire(import.meta.url);
const RIVALS = ['survey-core', 'json-rules-engine', 'playwright-core', 'pdfkit'];

/** What it was measured on, and how. */
export function machine(): string {
  const [cpu] = cpus();
  const versions = RIVALS.map((name) => `${name} ${versionOf(name)}`).join(', ');
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${cpus().length} × ${cpu?.model ?? 'CPU'}, ${memory} GiB,`,
    `${process.platform} ${process.arch}, Node ${process.versions.node}; ${versions}.`,
    'Ratios: both sides in one run, in turns over seven rounds, each in a process of its own, after',
    'their outputs were found equal; the median of the rounds’ ratios, with the least and the largest.',
  ].join('\n');
}

function versionOf(name: string): string {
  const path = require.resolve(name);
  const root = path.slice(
    0,
    path.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}/`.length,
  );
  return (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }).version;
}
