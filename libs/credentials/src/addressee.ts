import { createHmac } from 'node:crypto';
import type { Keyring } from './keyring.js';

/**
 * What stands for an address on mail that waits: the same for the same address, and of use to
 * nobody without the key. By it the mail to somebody is found, to be shown to them or removed.
 */
export function addresseeMark(keyring: Keyring, email: string): string {
  return createHmac('sha256', keyring.key('addressee')).update(email).digest('base64url');
}
