import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.js';

/** The name of the role that owns the embedded database. */
export const OWNER = 'sukoyaka_owner';

/**
 * The key of an installation with an embedded database, from which everything secret is derived:
 * made at the first start, readable by this account alone, and never in the database.
 */
export function secretKey(folder: string): string {
  const file = join(folder, 'secret-key');
  const draft = `${file}.${randomUUID()}`;
  if (!existsSync(file)) {
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
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
