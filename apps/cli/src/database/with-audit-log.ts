import type { Mac } from '@sukoyaka/audit';
import { auditMac } from '@sukoyaka/credentials';
import {
  assertAllVisible,
  assertPrepared,
  AuditLogReader,
  ownerConnection,
} from '@sukoyaka/persistence/maintenance';
import type { Session } from '../session.js';
import { masterKey } from './master-key.js';
import { withOwnerUrl } from './owner-url.js';

/** The audit log as it is at one moment, and what signs it. */
export interface OpenedAuditLog {
  readonly reader: AuditLogReader;
  readonly mac: Mac;
}

/**
 * Runs `work` on the whole audit log of the installation: a role from which rows are hidden is
 * refused, it would find sound what it does not see.
 * @throws Refusal where the database or the key is missing, or is not prepared.
 */
export function withAuditLog<T>(
  session: Session,
  work: (log: OpenedAuditLog) => Promise<T>,
): Promise<T> {
  return withOwnerUrl(session, (url, folder) => {
    const mac = auditMac(masterKey(session.host, folder));
    return ownerConnection(
      url,
      async (client) => {
        await assertPrepared(client);
        await assertAllVisible(client);
        return work({ reader: new AuditLogReader(client), mac });
      },
      'snapshot',
    );
  });
}
