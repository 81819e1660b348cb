import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '@sukoyaka/kernel';
import { domainErrorOf } from './database-problems.js';
import { entities } from './entities/index.js';
import { SharedTransaction } from './shared-transaction.js';
import { tenantTransaction, type TenantTransaction } from './tenant-transaction.js';

export interface DatabaseOptions {
  /** Connection string of the application's role. */
  readonly url: string;
  /** Most connections at once. */
  readonly poolSize: number;
}

/** How long a connection, and a query, may take in milliseconds before the request is given up. */
const CONNECT_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 20_000;

/**
 * The database as the application sees it: transactions, each on the rows of one tenant.
 * It connects when it is first needed and again after a failure, so that the application can
 * start before its database and outlive its absence.
 */
export class Database {
  readonly #source: DataSource;
  #connecting: Promise<unknown> | undefined;

  constructor({ url, poolSize }: DatabaseOptions) {
    this.#source = new DataSource({
      type: 'postgres',
      entities,
      poolSize,
      synchronize: false,
      logging: false,
      applicationName: 'sukoyaka',
      connectTimeoutMS: CONNECT_TIMEOUT_MS,
      poolErrorHandler: () => undefined,
      extra: {
        connectionString: url,
        statement_timeout: QUERY_TIMEOUT_MS,
        query_timeout: QUERY_TIMEOUT_MS + 2_000,
        idle_in_transaction_session_timeout: QUERY_TIMEOUT_MS,
        keepAlive: true,
      },
    });
  }

  /**
   * Runs `work` in one transaction that sees the rows of `tenantId` alone. The tenant is set for
   * the transaction, never for the session: a pooled connection would carry it to the next one.
   * @throws DomainError for what a constraint refuses, DATABASE_UNAVAILABLE when it is not there.
   */
  inTenant<T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.#inTransaction(async (manager) => {
      await manager.query("SELECT set_config('app.tenant', $1, true)", [tenantId]);
      return work(tenantTransaction(manager, tenantId));
    });
  }

  /** Runs `work` in one transaction on what belongs to no tenant; it sees no tenant's rows. */
  shared<T>(work: (tx: SharedTransaction) => Promise<T>): Promise<T> {
    return this.#inTransaction((manager) => work(new SharedTransaction(manager)));
  }

  /** @throws DomainError DATABASE_UNAVAILABLE when no query can be answered within `timeoutMs`. */
  async ping(timeoutMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DomainError('DATABASE_UNAVAILABLE')), timeoutMs);
    });
    const answer = this.#inTransaction((manager) => manager.query('SELECT 1'));
    try {
      await Promise.race([answer, tooLate]);
    } finally {
      clearTimeout(timer);
      answer.catch(() => undefined);
    }
  }

  /** Closes all connections; transactions under way are let finish. */
  async close(): Promise<void> {
    await this.#connecting?.catch(() => undefined);
    if (this.#source.isInitialized) await this.#source.destroy();
  }

  async #inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      await this.#connect();
      return await this.#source.transaction(work);
    } catch (error) {
      throw domainErrorOf(error) ?? error;
    }
  }

  async #connect(): Promise<void> {
    if (this.#source.isInitialized) return;
    this.#connecting ??= this.#source.initialize();
    try {
      await this.#connecting;
    } finally {
      this.#connecting = undefined;
    }
  }
}
