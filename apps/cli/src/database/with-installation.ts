import type { Sender } from '@sukoyaka/accounts';
import { auditMac } from '@sukoyaka/credentials';
import { Database } from '@sukoyaka/persistence';
import { assertPrepared, ownerConnection } from '@sukoyaka/persistence/maintenance';
import type { Session } from '../session.js';
import { databaseRefusal } from './database-refusal.js';
import { masterKey } from './master-key.js';
import { withOwnerUrl } from './owner-url.js';

/** An installation as its operator has it at the console: all of its rows, and its keys. */
export interface Installation extends Sender {
  readonly database: Database;
}

const DEFAULT_PORT = '3000';

/**
 * Runs `work` on the installation of this checkout, or of DATABASE_URL, in maintenance.
 * @throws Refusal where the database or the key is missing, or is not prepared.
 */
export function withInstallation<T>(
  session: Session,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const { environment } = session.host;
  const port = environment['PORT']?.trim() || DEFAULT_PORT;
  const origin = environment['SUKOYAKA_ORIGIN']?.trim() || `http://localhost:${port}`;
  return withOwnerUrl(session, async (url, folder) => {
    await ownerConnection(url, assertPrepared, 'snapshot');
    const keyring = masterKey(session.host, folder);
    const mac = auditMac(keyring);
    const database = new Database({ url, poolSize: 1, auditMac: mac, isMaintenance: true });
    try {
      return await work({ database, keyring, origin });
    } catch (error) {
      throw databaseRefusal(error);
    } finally {
      await database.close();
    }
  });
}
