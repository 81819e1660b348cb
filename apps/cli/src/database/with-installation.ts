import { assertSameKey, readOrigin, type Sender } from '@sukoyaka/accounts';
import { auditMac } from '@sukoyaka/credentials';
import { Database } from '@sukoyaka/persistence';
import { assertPrepared, ownerConnection } from '@sukoyaka/persistence/maintenance';
import { settingsIn } from '../io/settings.js';
import type { Session } from '../session.js';
import { databaseRefusal } from './database-refusal.js';
import { masterKey } from './master-key.js';
import { withOwnerUrl } from './owner-url.js';

/** An installation as its operator has it at the console: all of its rows, and its keys. */
export interface Installation extends Sender {
  readonly database: Database;
}

const PORTS = { min: 1, max: 65_535, otherwise: 3000 };

/**
 * Runs `work` on the installation of this checkout, or of DATABASE_URL, in maintenance.
 * @throws Refusal where the database or the key is missing, not prepared or another one.
 */
export function withInstallation<T>(
  session: Session,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const { host } = session;
  const origin = settingsIn(host, (read) => readOrigin(read, read.integer('PORT', PORTS)));
  return withOwnerUrl(session, async (url, folder) => {
    await ownerConnection(url, assertPrepared, 'snapshot');
    const keyring = masterKey(host, folder);
    const mac = auditMac(keyring);
    const database = new Database({ url, poolSize: 1, auditMac: mac, isMaintenance: true });
    try {
      await assertSameKey(database, keyring);
      return await work({ database, keyring, origin });
    } catch (error) {
      throw databaseRefusal(error);
    } finally {
      await database.close();
    }
  });
}
