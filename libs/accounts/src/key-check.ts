import { createHmac } from 'node:crypto';
import type { Keyring } from '@sukoyaka/credentials';
import { DomainError } from '@sukoyaka/kernel';
import type { Database } from '@sukoyaka/persistence';
import { isNoSuchDatabase } from '@sukoyaka/persistence/embedded';
import { ownerConnection, type OwnerClient } from '@sukoyaka/persistence/maintenance';

const PREFIX = 'key-check:';

/**
 * Makes sure that the key is the one that the database was made with: with another, second factors
 * and waiting mail cannot be opened and the audit log does not verify. Notes a first key.
 * @throws DomainError SECRET_KEY_DIFFERS.
 */
export async function assertSameKey(database: Database, keyring: Keyring): Promise<void> {
  const mark = createHmac('sha256', keyring.key('state')).update('key check').digest('hex');
  const noted = await database.shared(async (tx) => {
    const earlier = await tx.eventsLike(PREFIX);
    if (earlier.length === 0) await tx.noteOnce(`${PREFIX}${mark}`);
    return earlier;
  });
  if (noted.length === 0 || noted.includes(`${PREFIX}${mark}`)) return;
  throw new DomainError('SECRET_KEY_DIFFERS');
}

/**
 * Whether a database holds what was made with a key, which is needed from then on. False where
 * there is no database yet, or one from before there were keys.
 */
export async function wasMadeWithKey(ownerUrl: string): Promise<boolean> {
  try {
    return await ownerConnection(ownerUrl, isNoted, 'snapshot');
  } catch (error) {
    if (isNoSuchDatabase(error)) return false;
    throw error;
  }
}

async function isNoted(client: OwnerClient): Promise<boolean> {
  const table = await client.query<{ present: boolean }>(
    "SELECT to_regclass('public.installation_event') IS NOT NULL AS present",
  );
  if (table.rows[0]?.present !== true) return false;
  const statement = 'SELECT FROM installation_event WHERE starts_with(name, $1)';
  return ((await client.query(statement, [PREFIX])).rowCount ?? 0) > 0;
}
