import { hkdfSync, randomBytes } from 'node:crypto';

/** Length of the master key and of every key made from it, in bytes. */
const KEY_BYTES = 32;

/** What keys are for. A key of one purpose says nothing about another's. */
export type KeyPurpose = 'audit' | 'totp' | 'mail' | 'addressee' | 'device' | 'state';

/**
 * The keys of an installation, all derived from its one master key (HKDF with SHA-256, RFC 5869).
 * Whoever changes the version of the derivation makes everything unreadable that was made before.
 */
export class Keyring {
  readonly #master: Buffer;
  readonly #keys = new Map<KeyPurpose, Buffer>();

  /** @throws RangeError when the master key has not exactly 32 bytes. */
  constructor(master: Uint8Array) {
    if (master.length !== KEY_BYTES) throw new RangeError('A master key has 32 bytes.');
    this.#master = Buffer.from(master);
  }

  /** The key for a purpose, 32 bytes: always the same for the same master key. */
  key(purpose: KeyPurpose): Buffer {
    const known = this.#keys.get(purpose);
    if (known) return known;
    const info = `sukoyaka/v1/${purpose}`;
    const derived = Buffer.from(hkdfSync('sha256', this.#master, '', info, KEY_BYTES));
    this.#keys.set(purpose, derived);
    return derived;
  }
}

/**
 * The master key that a setting holds: 32 bytes in base64url or base64, with or without padding,
 * spaces around it ignored. Undefined when it is anything else; texts are not stretched to a key.
 */
export function parseMasterKey(text: string): Buffer | undefined {
  const bare = /^([\w-]{43}|[A-Za-z0-9+/]{43})=?$/.exec(text.trim())?.[1];
  if (bare === undefined) return undefined;
  const key = Buffer.from(bare, 'base64url');
  const written = bare.replaceAll('+', '-').replaceAll('/', '_');
  return key.toString('base64url') === written ? key : undefined;
}

/** A new master key by chance, as it is written into the setting: 43 characters of base64url. */
export function newMasterKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}
