import { fileURLToPath } from 'node:url';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { AppConfig } from '../../platform/config/app-config.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { ReportJob } from './report-job.js';

/** Threads load compiled code, also where this module runs from its source, as in tests. */
const WORKER = new URL('../../../dist/modules/reports/report.worker.js', import.meta.url);
/** Reports that may wait for a thread; more are asked to come again. */
const LONGEST_QUEUE = 50;
const IDLE_MS = 60_000;

/** Makes reports in threads of their own: it is work that would hold up every other request. */
@Injectable()
export class ReportRenderer implements OnApplicationShutdown {
  readonly #threads: Piscina<ReportJob | null, Uint8Array>;

  constructor({ reportThreads }: AppConfig) {
    this.#threads = new Piscina({
      filename: fileURLToPath(WORKER),
      minThreads: 0,
      maxThreads: reportThreads,
      maxQueue: LONGEST_QUEUE,
      idleTimeout: IDLE_MS,
    });
  }

  /** The report as PDF. @throws RequestProblem REPORTS_BUSY when too many are waiting. */
  render(job: ReportJob): Promise<Uint8Array> {
    if (this.#threads.queueSize >= LONGEST_QUEUE) throw new RequestProblem('REPORTS_BUSY');
    return this.#threads.run(job);
  }

  /** Has a thread ready before the first report is asked for. */
  async warmUp(): Promise<void> {
    await this.#threads.run(null);
  }

  onApplicationShutdown(): Promise<void> {
    return this.#threads.destroy();
  }
}
