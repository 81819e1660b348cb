import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reportMemory } from './memory.js';
import { type Contest, judge, median } from './referee.js';
import { machine, type Row, table } from './results.js';
import { saveLatency } from './saves/latency.js';
import { reportSizes } from './size.js';
import { startSeconds } from './start.js';
import { closeWave } from './wave.js';

const CONTESTS: readonly Contest[] = [
  {
    name: 'Validation of a trilingual 60-question survey',
    unit: 'sheets/s',
    ours: 'validation-ours',
    rival: 'validation-survey-core',
    rivalName: 'survey-core, reused model',
    goal: 300,
  },
  {
    name: 'Scoring and one rule set, full large edition',
    unit: 'companies/s',
    ours: 'rules-ours',
    rival: 'rules-json-rules-engine',
    rivalName: 'json-rules-engine, same rules',
    goal: 100,
  },
  {
    name: 'Bilingual report (Japanese, Thai) to tagged PDF',
    unit: 'pages/s',
    ours: 'report-ours',
    rival: 'report-chromium',
    rivalName: 'Chromium print-to-PDF, warm',
    goal: 3,
  },
  {
    name: 'Authenticated autosave over HTTP, logged, by 8 editors at once',
    unit: 'saves/s',
    ours: 'saves-ours',
    rival: 'saves-pg',
    rivalName: 'bare pg, the same statements in one transaction',
    goal: 0.35,
  },
];

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });

const rows: Row[] = [];

function note(row: Row): void {
  rows.push(row);
  console.error(`${row.what}: ${row.result} (goal ${row.goal})`);
}

for (const contest of CONTESTS) {
  const { ours, rival, ratio } = await judge(contest);
  note({
    what: contest.name,
    ours: `${number(ours)} ${contest.unit}`,
    rival: `${number(rival)} ${contest.unit} (${contest.rivalName})`,
    result: `× ${number(ratio.median)} (${number(ratio.min)}–${number(ratio.max)})`,
    goal: `≥ × ${contest.goal}`,
    met: ratio.median >= contest.goal,
  });
  if (contest.ours === 'rules-ours') {
    note({
      what: 'Scoring and one rule set, on one core',
      ours: `${number(ours)} companies/s`,
      rival: '–',
      result: `${number(ours)} companies/s`,
      goal: '≥ 20,000 companies/s',
      met: ours >= 20_000,
    });
  }
}

const wave = closeWave(1000);
note({
  what: 'A wave of 1,000 companies closed: scores, cohort, standings, two rule sets',
  ours: `${number(wave.cpuSeconds)} s of CPU, ${number(wave.wallSeconds)} s`,
  rival: '–',
  result: `${number(wave.cpuSeconds)} s of CPU`,
  goal: '< 2 s of CPU',
  met: wave.cpuSeconds < 2,
});

const { whole, twelve } = await reportSizes();
note({
  what: 'Size of the bilingual report',
  ours: `${whole.kilobytes} KB in ${whole.pages} pages`,
  rival: '–',
  result: `${twelve.kilobytes} KB for its first ${twelve.pages} pages`,
  goal: '≤ 400 KB for 12 pages',
  met: twelve.kilobytes <= 400,
});

const memory = await reportMemory(300);
note({
  what: 'Memory over 300 reports in one process',
  ours: `${memory.early} MiB after 50, ${memory.late} MiB after ${memory.reports}`,
  rival: '–',
  result: `× ${number(memory.late / memory.early)}`,
  goal: '≤ × 1.1',
  met: memory.late <= memory.early * 1.1,
});

const latencies = [await saveLatency(), await saveLatency(), await saveLatency()];
const p99s = latencies.map(({ p99 }) => p99);
const p99 = median(p99s);
const spread = `${number(Math.min(...p99s))}–${number(Math.max(...p99s))}`;
note({
  what: '100 editors who save every 2 s (open loop) while 10 reports are made all the time, three times',
  ours: `median ${number(median(latencies.map((each) => each.median)))} ms; ${latencies.map(({ reports }) => reports).join(', ')} reports in 20 s`,
  rival: '–',
  result: `p99 ${number(p99)} ms (${spread})`,
  goal: 'p99 ≤ 60 ms',
  met: p99 <= 60,
});

const start = await startSeconds();
note({
  what: 'npm start to the first answer, installed and built',
  ours: `${number(start.first)} s with an empty folder, ${number(start.second)} s with its data`,
  rival: '–',
  result: `${number(start.second)} s`,
  goal: '< 5 s',
  met: start.second < 5,
});

const report = `${machine()}\n\n${table(rows)}\n`;
console.log(report);
writeFileSync(fileURLToPath(new URL('../RESULTS.md', import.meta.url)), `# Results\n\n${report}`);
process.exitCode = rows.every((row) => row.met) ? 0 : 1;
