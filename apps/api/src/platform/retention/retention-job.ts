import { randomInt } from 'node:crypto';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import {
  carryOutRetention,
  Database,
  loggableFault,
  type RetentionKind,
  retentionKinds,
} from '@sukoyaka/persistence';
import { AppConfig } from '../config/app-config.js';
import { Log } from '../log/log.js';

const MINUTE_MS = 60_000;
const FIRST_MINUTES = [1, 5] as const;
/** About once an hour; not in step with other processes. */
const NEXT_MINUTES = [50, 70] as const;

/** Removes, as long as the service runs, what has been kept for its period. */
@Injectable()
export class RetentionJob implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isEnding = false;

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#plan(...FIRST_MINUTES);
  }

  /** One round at a time: each kind in a transaction of its own. */
  carryOut(): Promise<void> {
    this.#round = this.#round.then(() => this.#carryOutAll());
    return this.#round;
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isEnding = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  #plan(least: number, most: number): void {
    if (this.#isEnding) return;
    const pause = randomInt(least * MINUTE_MS, most * MINUTE_MS);
    const run = () => void this.carryOut().then(() => this.#plan(...NEXT_MINUTES));
    this.#timer = setTimeout(run, pause);
    this.#timer.unref();
  }

  async #carryOutAll(): Promise<void> {
    for (const kind of retentionKinds) if (!this.#isEnding) await this.#carryOutOne(kind);
  }

  /** What fails is tried again in the next round, and keeps no other kind from its turn. */
  async #carryOutOne(kind: RetentionKind): Promise<void> {
    try {
      const rows = await carryOutRetention(this.database, kind, this.config.retention[kind]);
      if (rows !== undefined && rows > 0) this.log.write('info', 'retention', { kind, rows });
    } catch (error) {
      this.log.write('warn', 'retention-failed', { kind, ...loggableFault(error) });
    }
  }
}
