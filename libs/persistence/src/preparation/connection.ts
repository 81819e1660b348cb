import { Client } from 'pg';
import { isNoSuchDatabase, StartError, systemCode } from '../embedded/start-error.js';
import { databaseName } from './application-url.js';

const DUPLICATE_DATABASE = '42P04';

/**
 * A connection of the owner to the database, which is made where it is missing.
 * @throws StartError with what the operator can do.
 */
export async function connect(ownerUrl: string): Promise<Client> {
  try {
    return await connected(ownerUrl).catch(async (error: unknown) => {
      if (!isNoSuchDatabase(error)) throw error;
      await createDatabase(ownerUrl);
      return connected(ownerUrl);
    });
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    const { hostname, port, pathname } = new URL(ownerUrl);
    throw new StartError(
      `DATABASE_URL: no connection to ${hostname}:${port || 5432}${pathname} (${reason(cause)}): check that the server runs, and its user, password and database`,
      { cause },
    );
  }
}

/** A connection as it is asked for. */
export async function connected(url: string): Promise<Client> {
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
  } catch (cause) {
    if (systemCode(cause) === DUPLICATE_DATABASE) return;
    throw new StartError(
      `DATABASE_URL: the database "${databaseName(ownerUrl)}" does not exist and cannot be made (${reason(cause)}): create it, or grant CREATEDB`,
      { cause },
    );
  } finally {
    await client.end();
  }
}

/** Why something failed, in the words of the server or the system. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
