import {
  assertPrepared,
  ownerConnection,
  type OwnerClient,
  type OwnerMode,
} from '@sukoyaka/persistence/maintenance';
import type { Session } from '../session.js';
import { withOwnerUrl } from './owner-url.js';

/**
 * Runs `work` in one transaction of the role that owns the database, in maintenance: it sees the
 * rows of all tenants, and all that it does takes effect, or nothing.
 * @throws Refusal where the database can't be reached, is not prepared or refuses.
 */
export function withOwner<T>(
  session: Session,
  work: (client: OwnerClient) => Promise<T>,
  mode: OwnerMode = 'write',
): Promise<T> {
  return withOwnerUrl(session, (url) =>
    ownerConnection(
      url,
      async (client) => {
        await assertPrepared(client);
        return work(client);
      },
      mode,
    ),
  );
}
