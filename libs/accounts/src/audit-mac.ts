import { createHmac } from 'node:crypto';
import type { Mac } from '@sukoyaka/audit';
import type { Keyring } from '@sukoyaka/credentials';

/** Signs the audit log: HMAC-SHA256 under a key that is outside of the database. */
export function auditMac(keyring: Keyring): Mac {
  const key = keyring.key('audit');
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}
