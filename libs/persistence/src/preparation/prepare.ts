import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '@sukoyaka/migrations';
import { StartError, systemCode } from '../embedded/start-error.js';
import { databaseName } from './application-url.js';
import { grantStatements } from './privileges.js';

/** Held while roles and tables are made, so that two starts on one server take turns. */
const PREPARATION_LOCK = 7_358_102_931;
const OLDEST_SERVER = 150_000;
const NO_SUCH_DATABASE = '3D000';
const DUPLICATE_DATABASE = '42P04';

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
    const role = client.escapeIdentifier(userOf(appUrl));
    for (const statement of grantStatements(role)) await client.query(statement);
    await checkSignIn(client, appUrl);
  } finally {
    await client.end();
  }
}

async function connect(ownerUrl: string): Promise<Client> {
  try {
    return await connected(ownerUrl).catch(async (error: unknown) => {
      if (systemCode(error) !== NO_SUCH_DATABASE) throw error;
      await createDatabase(ownerUrl);
      return connected(ownerUrl);
    });
  } catch (cause) {
    const { hostname, port, pathname } = new URL(ownerUrl);
    throw new StartError(
      `DATABASE_URL: no connection to ${hostname}:${port || 5432}${pathname} (${reason(cause)}): check that the server runs, and its user, password and database`,
      { cause },
    );
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}

/** Makes the database that the connection string names, from the one for maintenance. */
async function createDatabase(ownerUrl: string): Promise<void> {
  const maintenance = new URL(ownerUrl);
  maintenance.pathname = '/postgres';
  const client = await connected(maintenance.href);
  const name = client.escapeIdentifier(databaseName(ownerUrl));
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  } catch (error) {
    if (systemCode(error) !== DUPLICATE_DATABASE) throw error;
  } finally {
    await client.end();
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
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

async function ensureRole(client: Client, appUrl: string): Promise<void> {
  const name = userOf(appUrl);
  if (!(await roleExists(client, name))) await createRole(client, appUrl);
  const { rows } = await client.query<{ isUnbound: boolean }>(
    `SELECT rolsuper OR rolbypassrls OR pg_has_role(rolname, current_user, 'MEMBER') AS "isUnbound"
     FROM pg_roles WHERE rolname = $1`,
    [name],
  );
  if (rows[0]?.isUnbound !== false) {
    throw new StartError(
      `DATABASE_APP_URL: the role "${name}" owns the database or bypasses row-level security: name a plain role, or leave the variable out`,
    );
  }
}

async function roleExists(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  return rowCount === 1;
}

/** Roles belong to the whole server: another database's start may create it at this moment. */
async function createRole(client: Client, appUrl: string): Promise<void> {
  const name = userOf(appUrl);
  const password = decodeURIComponent(new URL(appUrl).password);
  const secret = password === '' ? '' : ` PASSWORD ${client.escapeLiteral(password)}`;
  const attributes = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS';
  try {
    await client.query(`CREATE ROLE ${client.escapeIdentifier(name)} ${attributes}${secret}`);
  } catch (cause) {
    if (await roleExists(client, name)) return;
    throw new StartError(
      `DATABASE_URL: its role may not create the application's role "${name}" (${reason(cause)}): create it yourself and set DATABASE_APP_URL, or grant CREATEROLE`,
      { cause },
    );
  }
}

/**
 * Whether the application can sign in. A password worked out from the owner's is set anew where
 * the owner's has changed since.
 */
async function checkSignIn(client: Client, appUrl: string): Promise<void> {
  const failure = await signIn(appUrl);
  if (failure === undefined) return;
  const name = userOf(appUrl);
  const password = client.escapeLiteral(decodeURIComponent(new URL(appUrl).password));
  try {
    await client.query(`ALTER ROLE ${client.escapeIdentifier(name)} PASSWORD ${password}`);
  } catch {
    // The owner may not change that role: the second attempt says what is wrong.
  }
  const again = await signIn(appUrl);
  if (again === undefined) return;
  throw new StartError(
    `DATABASE_APP_URL: the application cannot sign in as "${name}" (${reason(again)}): check its password, or that the server lets it in`,
    { cause: again },
  );
}

async function signIn(appUrl: string): Promise<unknown> {
  try {
    const client = await connected(appUrl);
    await client.end();
    return undefined;
  } catch (error) {
    return error;
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

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
