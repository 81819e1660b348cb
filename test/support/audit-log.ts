import type { Client } from 'pg';
import { withClient } from '@sukoyaka/testing';
import { type Desk, objects, type Outcome } from '../cli/support.js';
import type { RunningApi } from './api.js';

/** The key of the services of tests, as a setting. */
export const TEST_KEY = Buffer.alloc(32, 7).toString('base64url');

/** One fault as `kind from-through`, by the chain that it is in. */
export interface Found {
  readonly code: number | null;
  readonly faults: Readonly<Record<string, readonly string[]>>;
}

/** Runs `sukoyaka audit …` on a database, as its owner. */
export function auditCommand(
  desk: Desk,
  { database }: Pick<RunningApi, 'database'>,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const own = { DATABASE_URL: database.ownerUrl, SUKOYAKA_SECRET_KEY: TEST_KEY };
  return desk.run(['audit', ...argv], '', { ...own, ...environment });
}

/** What `audit verify` finds. */
export async function verifyLog(
  desk: Desk,
  api: Pick<RunningApi, 'database'>,
  ...argv: readonly string[]
): Promise<Found> {
  const { code, out, err } = await auditCommand(desk, api, ['verify', '--json', ...argv]);
  const [found] = objects(out);
  if (found === undefined) throw new Error(err);
  const faults: Record<string, string[]> = {};
  for (const { kind, chain, from, through } of found['faults'] as readonly Fault[]) {
    (faults[chain.id] ??= []).push(`${kind} ${from}-${through}`);
  }
  return { code, faults };
}

interface Fault {
  readonly kind: string;
  readonly chain: { readonly id: string };
  readonly from: number;
  readonly through: number;
}

const TABLES = ['audit_event', 'audit_head'] as const;

/** Keeps what the log is now, beside it, to bring it back after each tampering. */
export function keepLog({ database }: RunningApi, name = 'kept'): Promise<void> {
  return withClient(database.adminUrl, async (client) => {
    await client.query(`CREATE SCHEMA ${name}`);
    for (const table of TABLES)
      await client.query(`CREATE TABLE ${name}.${table} AS TABLE ${table}`);
  });
}

/** Does what one can who has the whole server: no trigger, policy or constraint holds. */
export function tamper(
  { database }: RunningApi,
  work: (client: Client) => Promise<unknown>,
): Promise<void> {
  return withClient(database.adminUrl, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(`ALTER TABLE audit_event DROP CONSTRAINT IF EXISTS audit_event_pk,
      DROP CONSTRAINT IF EXISTS audit_event_counted`);
    await client.query('ALTER TABLE audit_head DROP CONSTRAINT IF EXISTS audit_head_pk');
    for (const table of TABLES) {
      await client.query(`DELETE FROM ${table}`);
      await client.query(`INSERT INTO ${table} SELECT * FROM kept.${table}`);
    }
    await work(client);
  });
}
