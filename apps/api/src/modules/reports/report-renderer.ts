import { once } from 'node:events';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { AppConfig } from '../../platform/config/app-config.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { ReportJob, ReportTask } from './report-job.js';

/** Threads load compiled code, also where this module runs from its source, as in tests. */
const WORKER = new URL('../../../dist/modules/reports/report.worker.js', import.meta.url);
/** Reports that may wait for a thread; more are asked to come again. */
const LONGEST_QUEUE = 50;
const IDLE_MS = 60_000;

/** Makes reports in threads of their own: it is work that would hold up every other request. */
@Injectable()
export class ReportRenderer implements OnApplicationShutdown {
  readonly #threads: Piscina<ReportTask | null, undefined>;

  constructor({ reportThreads }: AppConfig) {
    this.#threads = new Piscina({
      filename: fileURLToPath(WORKER),
      minThreads: 0,
      maxThreads: reportThreads,
      maxQueue: LONGEST_QUEUE,
      idleTimeout: IDLE_MS,
    });
  }

  /**
   * The report as PDF, page by page while the later ones are drawn; there when its first bytes are.
   * What a slow reader has not taken yet waits here, not in the thread. Destroying the stream stops
   * the drawing, and so does `left`, before its first bytes too.
   * @throws RequestProblem REPORTS_BUSY when too many are waiting.
   */
  async render(job: ReportJob, left?: AbortSignal): Promise<Readable> {
    if (this.#threads.queueSize >= LONGEST_QUEUE) throw new RequestProblem('REPORTS_BUSY');
    const { port1: received, port2: port } = new MessageChannel();
    const pdf = new Readable({
      read: () => undefined,
      destroy: (error, done) => {
        received.close();
        done(error);
      },
    });
    if (left?.aborted) return pdf.destroy();
    received.on('message', (piece: Uint8Array | null) => pdf.push(piece));
    left?.addEventListener('abort', () => pdf.destroy());
    this.#threads.run({ job, port }, { transferList: [port] }).catch((error: unknown) => {
      pdf.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    await Promise.race([once(pdf, 'readable'), once(pdf, 'close')]);
    return pdf;
  }

  /** Has a thread ready before the first report is asked for. */
  async warmUp(): Promise<void> {
    await this.#threads.run(null);
  }

  onApplicationShutdown(): Promise<void> {
    return this.#threads.destroy();
  }
}
