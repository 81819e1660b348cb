import { createHmac } from 'node:crypto';
import type { Keyring } from '@sukoyaka/credentials';
import type { Database } from '@sukoyaka/persistence';
import { StartError } from '@sukoyaka/persistence/embedded';

const PREFIX = 'key-check:';

/**
 * Makes sure that the key is the one that the database was made with: with another, second factors
 * and waiting mail cannot be opened and the audit log does not verify. Notes a first key.
 * @throws StartError naming the variable and what to do.
 */
export async function assertSameKey(database: Database, keyring: Keyring): Promise<void> {
  const mark = createHmac('sha256', keyring.key('state')).update('key check').digest('hex');
  const noted = await database.shared(async (tx) => {
    const earlier = await tx.eventsLike(PREFIX);
    if (earlier.length === 0) await tx.noteOnce(`${PREFIX}${mark}`);
    return earlier;
  });
  if (noted.length === 0 || noted.includes(`${PREFIX}${mark}`)) return;
  throw new StartError(
    'SUKOYAKA_SECRET_KEY: it is not the key that this database was made with: put that one back (an embedded installation keeps it as "secret-key" beside its data), or use another database',
  );
}
