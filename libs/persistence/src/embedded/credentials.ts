import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.js';

/** The name of the role that owns the embedded database. */
export const OWNER = 'sukoyaka_owner';

/** The file in the folder of an embedded database that keeps the key beside the data. */
export const SECRET_KEY_FILE = 'secret-key';

/**
 * The key of an installation with an embedded database, from which everything secret is derived:
 * made at the first start, whole or not at all, readable by this account alone, and never in the
 * database.
 * @param newKey makes one by chance
 * @param wasMadeWithKey whether the data beside it hold what only that key opens
 * @throws StartError when it is lost while such data are there.
 */
export async function secretKey(
  folder: string,
  newKey: () => string,
  wasMadeWithKey: () => Promise<boolean>,
): Promise<string> {
  const file = join(folder, SECRET_KEY_FILE);
  if (!existsSync(file)) {
    if (await wasMadeWithKey()) {
      throw new StartError(
        `${file} is missing, without which second factors, waiting mail and the audit log beside it cannot be read: put it back from a copy, set SUKOYAKA_SECRET_KEY to what it held, or set SUKOYAKA_DATA_DIR to a new folder`,
      );
    }
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, newKey(), { mode: 0o600, flag: 'wx', flush: true });
    renameSync(draft, file);
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * The password of the owner of the embedded database in `folder`: made at the first start, before
 * the database, and readable by this account alone.
 * @throws StartError when it is lost while the data are there.
 */
export function ownerPassword(folder: string, hasData: boolean): string {
  const file = join(folder, 'owner-password');
  if (!existsSync(file)) {
    if (hasData) {
      throw new StartError(
        `${file} is missing, without which the data beside it cannot be opened: put it back from a backup, or set SUKOYAKA_DATA_DIR to a new folder`,
      );
    }
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
