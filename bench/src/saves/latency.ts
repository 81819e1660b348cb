import { setTimeout as pause } from 'node:timers/promises';
import { answerOf, SavingClient } from './client.js';
import { type Editor, type Service, startService } from './service.js';

const EDITORS = 100;
const EVERY_MS = 2_000;
const REPORTS_AT_ONCE = 10;
const SECONDS = 20;

export interface SaveLatency {
  /** Milliseconds from when a save was due until it was acknowledged. */
  readonly median: number;
  readonly p99: number;
  readonly saves: number;
  /** Finished while the saves went on. */
  readonly reports: number;
}

/**
 * Many editors save at fixed times, whether the last save has been acknowledged or not (open loop),
 * while reports are made all the time.
 */
export async function saveLatency(): Promise<SaveLatency> {
  const service = await startService();
  const client = new SavingClient(service.url);
  try {
    const editors: Editor[] = [];
    for (let count = 0; count < EDITORS; count += 1) editors.push(await service.addEditor());
    const report = await submitted(service);
    const isOver = new AbortController();
    let reports = 0;
    const readers = Array.from({ length: REPORTS_AT_ONCE }, async () => {
      while (!isOver.signal.aborted) {
        await report();
        reports += 1;
      }
    });
    // Threads and connections are there when the clock starts.
    await pause(3_000);
    reports = 0;
    const latencies = (
      await Promise.all(editors.map((each, at) => typing(client, each, at)))
    ).flat();
    const finished = reports;
    isOver.abort();
    await Promise.all(readers);
    const sorted = latencies.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
    return { median: at(0.5), p99: at(0.99), saves: sorted.length, reports: finished };
  } finally {
    client.close();
    await service.stop();
  }
}

/** One editor's saves: begun at their times, and each after the last has been acknowledged. */
async function typing(client: SavingClient, editor: Editor, index: number): Promise<number[]> {
  const start = performance.now() + (index * EVERY_MS) / EDITORS;
  const latencies: number[] = [];
  for (let version = 0; version < (SECONDS * 1000) / EVERY_MS; version += 1) {
    const due = start + version * EVERY_MS;
    await pause(Math.max(0, due - performance.now()));
    await client.save(editor, version, answerOf(version));
    latencies.push(performance.now() - due);
  }
  return latencies;
}

/** A submitted assessment; asks for its report and reads it whole. */
async function submitted(service: Service): Promise<() => Promise<void>> {
  const { cookie, organisationId, assessmentId } = await service.addEditor();
  const path = `/api/organisations/${organisationId}/assessments/${assessmentId}`;
  const submit = { method: 'POST', headers: { cookie, 'idempotency-key': 'bench' } };
  const response = await fetch(`${service.url}${path}/submit`, submit);
  if (response.status !== 200) throw new Error(await response.text());
  return async () => {
    const report = await fetch(`${service.url}${path}/report?languages=ja,th`, {
      headers: { cookie },
    });
    if (report.status !== 200) throw new Error(await report.text());
    await report.arrayBuffer();
  };
}
