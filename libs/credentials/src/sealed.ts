import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1.';
/** Lengths in bytes. A nonce of 96 bits by chance is safe for 2^32 texts a key (NIST SP 800-38D). */
const NONCE = 12;
const TAG = 16;

/** The place is authenticated with the text, and so is the version it was sealed with. */
const boundTo = (context: string): Buffer => Buffer.from(VERSION + context, 'utf8');

/**
 * Encrypts a text so that it can lie in the database (AES-256-GCM).
 * @param key 32 bytes, of a purpose of its own.
 * @param context where the text belongs, such as `totp:<person id>`: it opens nowhere else.
 * @returns `v1.` and base64url of nonce, cipher text and tag: another one at each call.
 * @throws RangeError when the key has another length.
 */
export function seal(key: Buffer, text: string, context: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG });
  cipher.setAAD(boundTo(context));
  const body = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return VERSION + Buffer.concat(body).toString('base64url');
}

/**
 * The text that was sealed, or undefined when it was changed, moved to another context, made with
 * another key or never sealed.
 * @throws RangeError when the key has another length than 32 bytes.
 */
export function unseal(key: Buffer, sealed: string, context: string): string | undefined {
  const bytes = bytesOf(sealed);
  if (!bytes || bytes.length < NONCE + TAG) return undefined;
  const opener = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  opener.setAAD(boundTo(context));
  opener.setAuthTag(bytes.subarray(-TAG));
  try {
    const text = opener.update(bytes.subarray(NONCE, -TAG));
    return Buffer.concat([text, opener.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Node decodes base64url leniently; here each text of bytes has one spelling only. */
function bytesOf(sealed: string): Buffer | undefined {
  if (!sealed.startsWith(VERSION)) return undefined;
  const written = sealed.slice(VERSION.length);
  const bytes = Buffer.from(written, 'base64url');
  return bytes.toString('base64url') === written ? bytes : undefined;
}
