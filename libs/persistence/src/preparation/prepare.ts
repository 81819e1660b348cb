import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '@sukoyaka/migrations';
import { StartError, systemCode } from '../embedded/start-error.js';
import {
  checkMakesNothing,
  checkSameDatabase,
  checkSignIn,
  ensureRole,
} from './application-role.js';
import { databaseName, userName } from './application-url.js';
import { connect, reason } from './connection.js';
import { grantStatements } from './privileges.js';

/** Held while roles and tables are made, so that two starts on one server take turns. */
const PREPARATION_LOCK = 7_358_102_931;
const OLDEST_SERVER = 150_000;
const NO_PRIVILEGE = '42501';

/**
 * Makes a database ready for the application: itself where it is missing, its role, the tables of all migrations, and the
 * role's privileges. Safe to run again and at the same time.
 * @param ownerUrl connection of the role that owns the database
 * @param appUrl connection of the application, whose role is made when it is missing
 * @throws StartError with what the operator can do.
 */
export async function prepareDatabase(ownerUrl: string, appUrl: string): Promise<void> {
  const client = await connect(ownerUrl);
  try {
    await checkServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK]);
    await ensureRole(client, appUrl);
    await migrate(ownerUrl);
    const role = client.escapeIdentifier(userName(appUrl));
    for (const statement of grantStatements(role)) await client.query(statement);
    await checkMakesNothing(client, appUrl);
    await checkSignIn(client, appUrl);
    await checkSameDatabase(client, appUrl);
  } catch (cause) {
    throw cause instanceof StartError ? cause : unprepared(cause, ownerUrl);
  } finally {
    await client.end();
  }
}

/** What the server refused while roles and tables were made. */
function unprepared(cause: unknown, ownerUrl: string): StartError {
  const database = databaseName(ownerUrl);
  const remedy =
    systemCode(cause) === NO_PRIVILEGE
      ? `make the role "${userName(ownerUrl)}" its owner, or connect as the role that owns it`
      : 'the log of the server says more';
  return new StartError(
    `DATABASE_URL: the database "${database}" cannot be prepared (${reason(cause)}): ${remedy}`,
    { cause },
  );
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `SELECT current_setting('server_version_num') AS version,
            current_setting('server_encoding') AS encoding`,
  );
  const [server] = rows;
  if (Number(server?.version) < OLDEST_SERVER) {
    throw new StartError('DATABASE_URL: the server is older than PostgreSQL 15: use a later one');
  }
  if (server?.encoding !== 'UTF8') {
    throw new StartError(
      `DATABASE_URL: the database is encoded in ${server?.encoding}: create one with ENCODING 'UTF8'`,
    );
  }
}

/** Applies the migrations that the database does not have yet, each in its transaction. */
export async function migrate(ownerUrl: string, upTo: number = migrations.length): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    migrations: migrations.slice(0, upTo),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'sukoyaka-migrate',
    extra: { connectionString: ownerUrl, max: 1, options: '-c lock_timeout=10s' },
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
