import { createHmac } from 'node:crypto';
import type { KeyedHash } from '@sukoyaka/disclosure';
import type { Host } from './host.js';
import { readBytes } from './read.js';
import { Refusal } from './refusal.js';

/** Fewer bytes could be guessed. */
const LEAST_BYTES = 32;

/** Simulated companies have nothing to protect; a key that everybody knows shows how it works. */
const DEMONSTRATION_KEY = 'sukoyaka demonstration key: protects nobody';

/**
 * The keyed hash of a key file, or of standard input for `-`, of at least 32 bytes.
 * @throws Refusal when it can't be read or is too short.
 */
export async function readKey(host: Host, file: string): Promise<KeyedHash> {
  const key = await readBytes(host, file);
  if (key.length < LEAST_BYTES)
    throw new Refusal('KEY_TOO_SHORT', { least: LEAST_BYTES }, { file });
  return hashWith(key);
}

export function demonstrationHash(): KeyedHash {
  return hashWith(DEMONSTRATION_KEY);
}

function hashWith(key: Uint8Array | string): KeyedHash {
  return (message) => createHmac('sha256', key).update(message).digest().readBigUInt64BE();
}
