import { DomainError } from '@sukoyaka/kernel';
import { migrations } from '@sukoyaka/migrations';
import type { OwnerClient } from './owner-connection.js';

/** The names of this version's migrations, oldest first. */
export const OWN_MIGRATIONS: readonly string[] = migrations.map(({ name }) => name);

/** The names of the migrations that a database has, oldest first; undefined when it is no product's. */
export async function appliedMigrations(
  client: OwnerClient,
): Promise<readonly string[] | undefined> {
  const found = await client.query<{ present: boolean }>(
    "SELECT to_regclass('public.migration') IS NOT NULL AS present",
  );
  if (found.rows[0]?.present !== true) return undefined;
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM public.migration ORDER BY timestamp, id',
  );
  return rows.map(({ name }) => name);
}

/** @throws DomainError DATABASE_NOT_PREPARED unless all migrations of this version are applied. */
export async function assertPrepared(client: OwnerClient): Promise<void> {
  const applied = new Set(await appliedMigrations(client));
  if (OWN_MIGRATIONS.some((name) => !applied.has(name))) {
    throw new DomainError('DATABASE_NOT_PREPARED');
  }
}
