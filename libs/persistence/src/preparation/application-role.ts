import type { Client } from 'pg';
import { StartError } from '../embedded/start-error.js';
import { userName } from './application-url.js';
import { connected, reason } from './connection.js';

/** Makes the application's role where it is missing. @throws StartError for one without bounds. */
export async function ensureRole(client: Client, appUrl: string): Promise<void> {
  const name = userName(appUrl);
  if (!(await roleExists(client, name))) await createRole(client, appUrl);
  const { rows } = await client.query<{ isUnbound: boolean }>(UNBOUND, [name]);
  if (rows[0]?.isUnbound !== false) {
    throw new StartError(
      `DATABASE_APP_URL: the role "${name}" owns the database or bypasses row-level security, itself or by a role that it belongs to: name a plain role, or leave the variable out`,
    );
  }
}

/** Whether a role, or one that it can put on, owns the database or is held by no policy. */
const UNBOUND = `
  SELECT bool_or(r.rolsuper OR r.rolbypassrls OR r.rolname = current_user OR r.rolname IN (
    'pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')) AS "isUnbound"
  FROM pg_roles r WHERE pg_has_role($1::name, r.oid, 'MEMBER')`;

/**
 * Whether the application can make nothing in the schema that the owner's functions look in.
 * @throws StartError when it can, and the owner may not forbid it.
 */
export async function checkMakesNothing(client: Client, appUrl: string): Promise<void> {
  const name = userName(appUrl);
  const { rows } = await client.query<{ isMaking: boolean }>(
    `SELECT has_schema_privilege($1::name, 'public', 'CREATE') AS "isMaking"`,
    [name],
  );
  if (rows[0]?.isMaking !== true) return;
  throw new StartError(
    `DATABASE_URL: the role "${name}" could put functions of its own beside those that decide who may see what: run "REVOKE CREATE ON SCHEMA public FROM PUBLIC" as the owner of that schema`,
  );
}

async function roleExists(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  return rowCount === 1;
}

/** Roles belong to the whole server: another database's start may create it at this moment. */
async function createRole(client: Client, appUrl: string): Promise<void> {
  const name = userName(appUrl);
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
 * @throws StartError when it cannot.
 */
export async function checkSignIn(client: Client, appUrl: string): Promise<void> {
  const failure = await signIn(appUrl);
  if (failure === undefined) return;
  const name = userName(appUrl);
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

/**
 * Whether the application's connection leads to the database that has just been prepared.
 * @throws StartError when it does not.
 */
export async function checkSameDatabase(owner: Client, appUrl: string): Promise<void> {
  const application = await connected(appUrl);
  try {
    if ((await whereabouts(owner)) === (await whereabouts(application))) return;
  } finally {
    await application.end();
  }
  throw new StartError(
    'DATABASE_APP_URL: it leads to another database than DATABASE_URL: name the same one in both, or leave it out',
  );
}

/** Names a database among those of all servers: by when the server was started, and its number. */
async function whereabouts(client: Client): Promise<string> {
  const { rows } = await client.query<{ place: string }>(
    `SELECT concat_ws(' ', pg_postmaster_start_time(), oid) AS place
     FROM pg_database WHERE datname = current_database()`,
  );
  return rows[0]?.place ?? '';
}
