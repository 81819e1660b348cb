import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { auditMac, Keyring } from '@sukoyaka/credentials';
import { applicationUrl, prepareDatabase } from '@sukoyaka/persistence';
import { freePort, type OpenedCluster, openEmbeddedPostgres } from '@sukoyaka/persistence/embedded';

const MAIN = fileURLToPath(new URL('../../../apps/api/dist/main.js', import.meta.url));

/** The product on a durable database, both in processes that can be killed and come back. */
export class Installation {
  readonly #key = randomBytes(32);
  readonly #folder = mkdtempSync(join(tmpdir(), 'sukoyaka-soak-'));
  #cluster: OpenedCluster | undefined;
  #api: ChildProcess | undefined;
  #port = 0;
  #isStopping = false;

  async start(): Promise<void> {
    chmodSync(this.#folder, 0o711);
    this.#cluster = await openEmbeddedPostgres(this.#folder, join(this.#folder, 'state'));
    this.#watchDatabase();
    await prepareDatabase(this.ownerUrl, applicationUrl(this.ownerUrl));
    this.#port = await freePort();
    await this.#startApi();
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  get ownerUrl(): string {
    return this.#cluster?.server.url('sukoyaka') ?? '';
  }

  get mac() {
    return auditMac(new Keyring(this.#key));
  }

  /** @returns whether it ran: what is just being started again cannot be killed. */
  kill(victim: 'api' | 'database'): boolean {
    return victim === 'api' ? (this.#api?.kill('SIGKILL') ?? false) : this.#killDatabase();
  }

  #killDatabase(): boolean {
    try {
      const file = readFileSync(join(this.#folder, 'postgres/postmaster.pid'), 'utf8');
      return process.kill(Number(file.split('\n')[0]), 'SIGKILL');
    } catch {
      return false;
    }
  }

  /**
   * Waits until what was killed last is there again.
   *
   * @throws Error when that takes more than a minute.
   */
  async recovered(): Promise<void> {
    const isReady = () =>
      fetch(`${this.url}/api/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    const deadline = performance.now() + 60_000;
    while (!(await isReady())) {
      if (performance.now() > deadline) throw new Error('the service did not come back');
      await pause(100);
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#api?.kill('SIGTERM');
    await this.#cluster?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #watchDatabase(): void {
    const server = this.#cluster?.server;
    server?.onCrash(() => {
      if (this.#isStopping) return;
      void server.start().then(() => this.#watchDatabase());
    });
  }

  async #startApi(): Promise<void> {
    const child = fork(MAIN, {
      env: {
        ...process.env,
        PORT: String(this.#port),
        LOG_LEVEL: 'silent',
        DATABASE_APP_URL: applicationUrl(this.ownerUrl),
        SUKOYAKA_SECRET_KEY: this.#key.toString('base64'),
        MAIL_FOLDER: join(this.#folder, 'outbox'),
        REQUESTS_PER_MINUTE: '1000000',
      },
    });
    this.#api = child;
    child.once('exit', () => {
      if (!this.#isStopping) void pause(100).then(() => this.#startApi());
    });
    await new Promise((resolve) => child.once('message', resolve));
  }
}
