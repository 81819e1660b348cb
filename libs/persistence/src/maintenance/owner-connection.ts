import type { Client } from 'pg';
import { connected } from '../preparation/connection.js';

/** A connection of the role that owns the database. */
export type OwnerClient = Client;

/** `write`: one ordinary transaction. `snapshot`: reads one state of the database, writes nothing. */
export type OwnerMode = 'write' | 'snapshot';

const BEGIN: Readonly<Record<OwnerMode, string>> = {
  write: 'BEGIN',
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
};

/**
 * Runs `work` in one transaction of the owner's that says it is in maintenance: policies of the
 * owner then show it all rows. It is said for the transaction only, so that it is over with it
 * behind a connection pool too. All of `work` takes effect, or nothing.
 * @param url connection of the role that owns the database
 * @throws the database's own errors, and those of `work`; nothing has been changed then.
 */
export async function ownerConnection<T>(
  url: string,
  work: (client: OwnerClient) => Promise<T>,
  mode: OwnerMode = 'write',
): Promise<T> {
  const client = await connected(url);
  // A broken connection is told by the statement that meets it.
  client.on('error', () => undefined);
  try {
    await client.query(BEGIN[mode]);
    await client.query("SELECT set_config('app.maintenance', 'on', true)");
    const result = await work(client);
    await commit(client);
    return result;
  } finally {
    // Whatever is open is rolled back by the server, also in the midst of a COPY.
    await client.end();
  }
}

/** PostgreSQL answers COMMIT of a failed transaction by rolling back, without an error. */
async function commit(client: OwnerClient): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
}
