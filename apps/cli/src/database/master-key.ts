import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECRET_KEY } from '@sukoyaka/accounts';
import { Keyring, parseMasterKey } from '@sukoyaka/credentials';
import { SECRET_KEY_FILE, systemCode } from '@sukoyaka/persistence/embedded';
import type { Host } from '../io/host.js';
import { fileRefusal } from '../io/read.js';
import { Refusal } from '../io/refusal.js';

/**
 * The keys of the installation: from SUKOYAKA_SECRET_KEY, else from the file that an embedded
 * installation keeps in its folder.
 * @throws Refusal SECRET_KEY_MISSING, SECRET_KEY_INVALID; that of the file where it is there and
 *   cannot be read: who took it for missing could make another, and lose what needs this one.
 */
export function masterKey({ environment }: Host, folder: string | undefined): Keyring {
  const given = environment[SECRET_KEY]?.trim();
  const text = given === undefined || given === '' ? keyIn(folder) : given;
  if (text === undefined) throw new Refusal('SECRET_KEY_MISSING');
  const key = parseMasterKey(text);
  if (key === undefined) throw new Refusal('SECRET_KEY_INVALID');
  return new Keyring(key);
}

function keyIn(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  const file = join(folder, SECRET_KEY_FILE);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw fileRefusal(error, file, 'FILE_UNREADABLE');
  }
}
