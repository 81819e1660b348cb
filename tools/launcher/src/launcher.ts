import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SECRET_KEY, wasMadeWithKey } from '@sukoyaka/accounts';
import { newMasterKey } from '@sukoyaka/credentials';
import { applicationUrl } from '@sukoyaka/persistence/preparation';
import {
  EMBEDDED_DATABASE,
  openEmbeddedPostgres,
  type OpenedCluster,
  secretKey,
  StartError,
} from '@sukoyaka/persistence/embedded';
import { ApiProcess } from './api-process.js';
import { restarting } from './restarting.js';
import { runProgram } from './run-program.js';
import type { LauncherSettings } from './settings.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const STATE = `${ROOT}.sukoyaka`;
const PREPARE = `${ROOT}apps/api/dist/prepare.js`;
const SERVE = `${ROOT}apps/api/dist/main.js`;

/** Starts the database and the service, keeps both up, and stops them in order. */
export class Launcher {
  /** What stopping has to wait for, so that it leaves nothing behind that was just starting. */
  #opening: Promise<OpenedCluster> | undefined;
  #preparing: Promise<void> | undefined;
  #api: ApiProcess | undefined;
  /** Where an installation with an embedded database keeps what is its own. */
  #folder: string | undefined;
  #secretKey: string | undefined;
  readonly #stopping = new AbortController();

  constructor(
    private readonly settings: LauncherSettings,
    private readonly say: (line: string) => void,
  ) {}

  /** @throws StartError with what the operator can do. */
  async start(): Promise<void> {
    const ownerUrl = this.settings.databaseUrl ?? (await this.#startDatabase());
    const appUrl = this.settings.databaseAppUrl ?? applicationUrl(ownerUrl);
    this.#secretKey = await this.#keyFor(ownerUrl);
    await this.#unlessStopping(() => this.#prepare(appUrl, ownerUrl));
    await this.#unlessStopping(() => this.#startApi(appUrl));
  }

  /** What everything secret is derived from; known once the database runs. */
  get secretKey(): string {
    if (this.#secretKey === undefined) throw new Error('the key is known after the database');
    return this.#secretKey;
  }

  /** The operator's key, else the installation's own. */
  async #keyFor(ownerUrl: string): Promise<string> {
    if (this.settings.secretKey !== undefined) return this.settings.secretKey;
    if (this.#folder === undefined) throw new Error('the settings demand a key for a server');
    return secretKey(this.#folder, newMasterKey, () => wasMadeWithKey(ownerUrl));
  }

  /** The service first, so that what it has in hand still reaches the database. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#preparing?.catch(() => undefined);
    await this.#api?.stop();
    const cluster = await this.#opening?.catch(() => undefined);
    await cluster?.close();
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #startDatabase(): Promise<string> {
    this.say('starting the embedded PostgreSQL …');
    this.#opening = openEmbeddedPostgres(this.settings.dataFolder, STATE);
    const cluster = await this.#opening;
    this.#folder = cluster.folder;
    this.#keepDatabaseUp(cluster);
    return cluster.server.url(EMBEDDED_DATABASE);
  }

  #keepDatabaseUp(cluster: OpenedCluster): void {
    cluster.server.onCrash(() => {
      if (this.#isStopping) return;
      this.say('PostgreSQL has ended; starting it again …');
      const { signal } = this.#stopping;
      void restarting(() => cluster.server.start(), this.#giveUp, signal).then(() =>
        this.#keepDatabaseUp(cluster),
      );
    });
  }

  #prepare(appUrl: string, ownerUrl: string): Promise<void> {
    this.say('preparing the database …');
    const environment = this.#environment(appUrl, ownerUrl);
    this.#preparing = runProgram(PREPARE, environment, this.#stopping.signal);
    return this.#preparing;
  }

  async #startApi(appUrl: string): Promise<void> {
    const api = new ApiProcess({
      program: SERVE,
      environment: this.#environment(appUrl),
      onCrash: () => {
        if (this.#isStopping) return;
        this.say('the service has ended; starting it again …');
        void restarting(() => api.start(), this.#giveUp, this.#stopping.signal);
      },
    });
    this.#api = api;
    await api.start();
  }

  get #mailFolder(): string {
    const { mailFolder, dataFolder } = this.settings;
    return mailFolder ?? join(this.#folder ?? dataFolder ?? STATE, 'outbox');
  }

  /** Only the preparation gets to know the owner's connection; the service never does. */
  #environment(appUrl: string, ownerUrl?: string): NodeJS.ProcessEnv {
    const { DATABASE_URL: _owner, LOG_LEVEL: logLevel, ...rest } = process.env;
    return {
      ...rest,
      // An empty value is none, as everywhere.
      LOG_LEVEL: logLevel?.trim() || 'warn',
      PORT: String(this.settings.port),
      SUKOYAKA_DEMO: this.settings.demo,
      SUKOYAKA_ORIGIN: this.settings.origin,
      [SECRET_KEY]: this.secretKey,
      MAIL_FOLDER: this.#mailFolder,
      DATABASE_APP_URL: appUrl,
      ...(ownerUrl === undefined ? {} : { DATABASE_URL: ownerUrl }),
    };
  }

  async #unlessStopping(work: () => Promise<void>): Promise<void> {
    if (!this.#isStopping) await work();
  }

  readonly #giveUp = (error: unknown): void => {
    if (this.#isStopping) return;
    this.say(`giving up. ${error instanceof StartError ? error.message : ''}`);
    void this.stop().finally(() => process.exit(1));
  };
}
