import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { loggableFault } from '@sukoyaka/persistence';
import { Log } from '../log/log.js';

/**
 * Work that an answer does not wait for, where the time it takes would tell something. It is lost if
 * the process dies meanwhile: only for what can be asked for again, or changes nothing.
 */
@Injectable()
export class Afterwards implements BeforeApplicationShutdown {
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly log: Log) {}

  /** Begins the work, which nobody waits for; what fails is logged. */
  begin(correlationId: string, work: () => Promise<void>): void {
    const running = work().catch((error: unknown) => {
      this.log.write('error', 'afterwards', { correlationId, ...loggableFault(error) });
    });
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
  }

  /** Resolves once all that has begun is done. */
  async done(): Promise<void> {
    await Promise.all(this.#running);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.done();
  }
}
