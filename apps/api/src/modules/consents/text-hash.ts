import { createHash } from 'node:crypto';
import { type ConsentText, consentTextHash } from '@sukoyaka/consent';

/** What a record keeps of the text: SHA-256 in hex. */
export function hashOfText(text: ConsentText): string {
  return consentTextHash(text, (whole) => createHash('sha256').update(whole).digest('hex'));
}
