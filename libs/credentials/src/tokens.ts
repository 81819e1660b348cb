import { createHash, randomBytes } from 'node:crypto';

/** 256 bits in base64url: 42 characters of six bits and one of four. */
const TOKEN = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** Lets scanners for leaked secrets, and people, see what a string is. */
const API_PREFIX = 'sky_';

/** A secret that nobody guesses, for sessions and links: 256 bits by chance, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is kept of a token: its SHA-256 in hex. A plain hash is enough, because nobody can try
 * 2^256 tokens; whoever reads the database still cannot present one.
 */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Whether a text has the exact form of a token. Says nothing about whether it was ever issued. */
export function isToken(text: unknown): text is string {
  return typeof text === 'string' && TOKEN.test(text);
}

/** A secret for a machine that calls the API: `sky_` and a token. Kept by {@link tokenHash}. */
export function newApiToken(): string {
  return API_PREFIX + newToken();
}

/** Whether a text has the exact form of an API token. */
export function isApiToken(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    text.startsWith(API_PREFIX) &&
    isToken(text.slice(API_PREFIX.length))
  );
}
