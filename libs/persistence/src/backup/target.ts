import type { OwnerClient } from '../maintenance/owner-connection.js';
import { tableName } from './copying.js';

/** What keeps rows from being copied in as they were, and is lifted for the transaction. */
interface Guard {
  readonly lift: string;
  readonly restore: string;
}

const FORCED = `
  SELECT relname::text AS "table" FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity`;

const TRIGGERS = `
  SELECT c.relname::text AS "table", t.tgname::text AS trigger, t.tgenabled AS state
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
    AND t.tgenabled IN ('O', 'A') AND t.tgparentid = 0`;

/**
 * Lets the owner copy rows into all tables as they were, for this transaction, which the caller
 * ends by calling what is returned. PostgreSQL copies nothing into a table that forces row-level
 * security on the one who copies, and triggers would act on the rows a second time. Nobody else
 * sees the tables without their guards: they are locked until the transaction is over.
 */
export async function liftGuards(client: OwnerClient): Promise<() => Promise<void>> {
  const guards = [...(await forcedSecurity(client)), ...(await activeTriggers(client))];
  await client.query('SET CONSTRAINTS ALL DEFERRED');
  for (const { lift } of guards) await client.query(lift);
  return async () => {
    // A table with checks still to come can't be altered.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const { restore } of guards) await client.query(restore);
  };
}

async function forcedSecurity(client: OwnerClient): Promise<readonly Guard[]> {
  const { rows } = await client.query<{ table: string }>(FORCED);
  return rows.map(({ table }) => {
    const name = tableName(client, table);
    return {
      lift: `ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`,
      restore: `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`,
    };
  });
}

async function activeTriggers(client: OwnerClient): Promise<readonly Guard[]> {
  const { rows } = await client.query<{ table: string; trigger: string; state: string }>(TRIGGERS);
  return rows.map(({ table, trigger, state }) => {
    const name = tableName(client, table);
    const enable = state === 'A' ? 'ENABLE ALWAYS TRIGGER' : 'ENABLE TRIGGER';
    return {
      lift: `ALTER TABLE ${name} DISABLE TRIGGER ${client.escapeIdentifier(trigger)}`,
      restore: `ALTER TABLE ${name} ${enable} ${client.escapeIdentifier(trigger)}`,
    };
  });
}
