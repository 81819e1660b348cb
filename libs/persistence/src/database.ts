import type { PlatformRole, Right, TokenScope } from '@sukoyaka/access';
import type { Mac } from '@sukoyaka/audit';
import { DomainError, type Locale } from '@sukoyaka/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { type Acting, type Actor, enterParameters } from './actor.js';
import { domainErrorOf } from './database-problems.js';
import { entities } from './entities/index.js';
import type { SessionStage, SignInMethod } from './repositories/session.repository.js';
import { rowOf } from './rows.js';
import { SharedTransaction } from './shared-transaction.js';
import {
  type TenantTransaction,
  tenantTransactionOf,
  type Transaction,
  transactionOf,
} from './transactions.js';

export interface DatabaseOptions {
  /** Connection string of the application's role. */
  readonly url: string;
  /** Most connections at once. */
  readonly poolSize: number;
  /**
   * For the owner's connection only: sees all rows, for the command line and the demonstration.
   */
  readonly isMaintenance?: boolean;
  /**
   * Whether who was made up for a demonstration can act: without it they have no session, no token
   * and no role that counts.
   */
  readonly isDemonstration?: boolean;
  /** Signs what the audit log holds, with a key that the database does not have. */
  readonly auditMac: Mac;
}

/** Whose session is presented, and how far its sign-in has come. */
export interface OpenSession {
  readonly personId: string;
  readonly sessionId: string;
  readonly stage: SessionStage;
  readonly method: SignInMethod;
  readonly authenticatedAt: Date;
  readonly secondFactorAt: Date | null;
  readonly language: Locale;
  readonly timeZone: string;
  readonly roles: readonly PlatformRole[];
  /** Of a ministry analyst. */
  readonly countries: readonly string[];
}

/** Which machine presents its token. */
export interface OpenToken {
  readonly organisationId: string;
  readonly tokenId: string;
  readonly scopes: readonly TokenScope[];
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
  readonly #mac: Mac;
  #connecting: Promise<unknown> | undefined;

  constructor(options: DatabaseOptions) {
    const { url, poolSize, auditMac } = options;
    this.#mac = auditMac;
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
        ...saidOnConnecting(options),
      },
    });
  }

  /**
   * Runs `work` in one transaction that sees the rows of `tenantId` which `actor` has a right to.
   * Who acts is told to the transaction, never to the session: a pooled connection would carry it
   * to the next one.
   * @throws DomainError for what a constraint refuses, DATABASE_UNAVAILABLE when it is not there.
   */
  inTenant<T>(
    actor: Actor,
    tenantId: string,
    work: (tx: TenantTransaction) => Promise<T>,
    key: string | null = null,
  ): Promise<T> {
    const acting = { actor, tenantId, key };
    return this.#inTransaction(async (manager) => {
      const rights = await enter(manager, acting);
      const tx = tenantTransactionOf(manager, acting, this.#mac, rights);
      return finished(tx, await work(tx));
    });
  }

  /**
   * Runs `work` in one transaction of `actor` outside of any organisation.
   * @param key what the actor presents: the hash of a token, or an e-mail address
   */
  as<T>(
    actor: Actor,
    work: (tx: Transaction) => Promise<T>,
    key: string | null = null,
  ): Promise<T> {
    const acting = { actor, tenantId: null, key };
    return this.#inTransaction(async (manager) => {
      await enter(manager, acting);
      const tx = transactionOf(manager, acting, this.#mac);
      return finished(tx, await work(tx));
    });
  }

  /** The living session of a token's hash; null without one, or after `idleSeconds` of rest. */
  openSession(tokenHash: string, idleSeconds: number): Promise<OpenSession | null> {
    return this.#query(
      `SELECT person_id AS "personId", session_id AS "sessionId", stage, method,
         authenticated_at AS "authenticatedAt", second_factor_at AS "secondFactorAt", language,
         time_zone AS "timeZone", roles, countries
       FROM open_session($1, make_interval(secs => $2))`,
      [tokenHash, idleSeconds],
    );
  }

  /** The machine of a token's hash; null for none that is valid. */
  openToken(tokenHash: string): Promise<OpenToken | null> {
    return this.#query(
      `SELECT organisation_id AS "organisationId", token_id AS "tokenId", scopes
       FROM open_token($1)`,
      [tokenHash],
    );
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

  /** One statement, which is its own transaction: the first row that it gives back. */
  async #query<Row>(statement: string, parameters: readonly unknown[]): Promise<Row | null> {
    try {
      await this.#connect();
      const rows: Row[] = await this.#source.query(statement, [...parameters]);
      return rows[0] ?? null;
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

/** What the connection says of itself. */
function saidOnConnecting({ isMaintenance = false, isDemonstration = false }: DatabaseOptions) {
  const said = [
    ...(isMaintenance ? ['-c app.maintenance=on'] : []),
    ...(isDemonstration ? ['-c app.demonstration=on'] : []),
  ];
  return said.length === 0 ? {} : { options: said.join(' ') };
}

/** Tells the transaction who acts; gives back what they may do there. */
async function enter(manager: EntityManager, acting: Acting): Promise<ReadonlySet<Right>> {
  const row = await rowOf<{ rights: Right[] }>(
    manager,
    'SELECT enter($1, $2, $3, $4) AS rights',
    enterParameters(acting),
  );
  return new Set(row?.rights);
}

async function finished<T>({ audit }: Transaction, result: T): Promise<T> {
  await audit.write();
  return result;
}
