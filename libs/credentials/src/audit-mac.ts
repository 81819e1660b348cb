import { createHmac } from 'node:crypto';
import type { Keyring } from './keyring.js';

/** Signs the audit log: HMAC-SHA256 in hex, under a key that is outside of the database. */
export function auditMac(keyring: Keyring): (text: string) => string {
  const key = keyring.key('audit');
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}
