import type { Mac } from '@sukoyaka/audit';
import { Database } from '@sukoyaka/persistence';
import { assertPrepared, ownerConnection } from '@sukoyaka/persistence/maintenance';
import type { Session } from '../session.js';
import { databaseRefusal } from './database-refusal.js';
import { withOwnerUrl } from './owner-url.js';

/**
 * Runs `work` on the database as the service sees it, but as its owner in maintenance, who may do
 * what is not done over the API.
 * @param auditMac signs what is noted in the log
 * @throws Refusal where the database can't be reached, is not prepared or refuses.
 */
export function withDatabase<T>(
  session: Session,
  auditMac: Mac,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return withOwnerUrl(session, async (url) => {
    await ownerConnection(url, assertPrepared, 'snapshot');
    const database = new Database({ url, poolSize: 1, auditMac, isMaintenance: true });
    try {
      return await work(database);
    } catch (error) {
      throw databaseRefusal(error);
    } finally {
      await database.close();
    }
  });
}
