import { randomBytes } from 'node:crypto';
import { tokenHash } from './tokens.js';

/** Crockford's base32: no I, L, O and U, which are misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = /^[0-9A-HJKMNP-TV-Z]{28}$/;
/** Longer than any code as somebody could write it, in UTF-16 units. */
const LONGEST = 200;

const CODES = 10;
const GROUP = /.{4}/g;

/**
 * Ten codes for who has lost the second factor. Each has 28 characters in groups of four, 140 bits
 * by chance: more than the 128 of what must not be guessed (ASVS 5.0, 11.5.1), and than the 112 from
 * which on a fast hash is enough to keep it (6.5.2).
 */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, newRecoveryCode);
}

function newRecoveryCode(): string {
  // A byte has 8 times 32 values, so its rest by 32 favours none.
  const characters = Array.from(randomBytes(28), (byte) => ALPHABET.charAt(byte % 32)).join('');
  return (characters.match(GROUP) ?? []).join('-');
}

/**
 * What is kept of a recovery code: SHA-256 in hex. As people copy it by hand, case, spaces, hyphens
 * and full-width letters do not matter, and O is 0, I and L are 1. Undefined when it can be no code.
 */
export function recoveryCodeHash(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}\u2212\u30FC]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return CODE.test(code) ? tokenHash(code) : undefined;
}
