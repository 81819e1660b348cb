import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Keyring, parseMasterKey } from '@sukoyaka/credentials';
import type { Host } from '../io/host.js';
import { Refusal } from '../io/refusal.js';

/**
 * The keys of the installation: from SUKOYAKA_SECRET_KEY, else from the file that an embedded
 * installation keeps in its folder.
 * @throws Refusal SECRET_KEY_MISSING, SECRET_KEY_INVALID
 */
export function masterKey({ environment }: Host, folder: string | undefined): Keyring {
  const given = environment['SUKOYAKA_SECRET_KEY']?.trim();
  const text = given === undefined || given === '' ? keyIn(folder) : given;
  if (text === undefined) throw new Refusal('SECRET_KEY_MISSING');
  const key = parseMasterKey(text);
  if (key === undefined) throw new Refusal('SECRET_KEY_INVALID');
  return new Keyring(key);
}

function keyIn(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  try {
    return readFileSync(join(folder, 'secret-key'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
