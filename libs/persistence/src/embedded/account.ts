import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { StartError } from './start-error.js';

/** The account that PostgreSQL runs as. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** Whether it is another account than that of this process, which then is root. */
  readonly isOther: boolean;
}

const ACCOUNTS_FOR_ROOT = ['postgres', 'nobody'] as const;

/**
 * The account to run PostgreSQL as: one's own, or `postgres`, else `nobody`, for root, as which
 * PostgreSQL refuses to run.
 * @throws StartError when there is none.
 */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() === 0) return accountForRoot();
  try {
    const { username, uid, gid } = userInfo();
    return { name: username, uid, gid, isOther: false };
  } catch {
    throw new StartError(
      `the user id ${process.getuid?.()} has no account on this machine and PostgreSQL refuses to run without one: run as a named user, or set DATABASE_URL to a PostgreSQL server`,
    );
  }
}

function accountForRoot(): ServerAccount {
  for (const name of ACCOUNTS_FOR_ROOT) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid, isOther: true };
  }
  throw new StartError(
    'PostgreSQL does not run as root and there is no account "postgres" or "nobody": create one, run as another user, or set DATABASE_URL to a PostgreSQL server',
  );
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

/** How to spawn a process as `account`: a folder that it can stand in, and its ids for root. */
export function spawnAs(account: ServerAccount): { cwd: string; uid?: number; gid?: number } {
  return account.isOther ? { cwd: '/', uid: account.uid, gid: account.gid } : { cwd: '/' };
}

/** Whether `account` passes a test of the shell's `test` command, such as `-x`, on each path. */
export function accountCan(account: ServerAccount, test: string, paths: readonly string[]) {
  const script = `for path; do test ${test} "$path" || exit 1; done`;
  return spawnSync('/bin/sh', ['-c', script, 'sh', ...paths], spawnAs(account)).status === 0;
}

/** The first folder on the way to `path` that `account` cannot enter, seen from the root. */
export function folderInTheWay(account: ServerAccount, path: string): string | undefined {
  const parent = dirname(path);
  const above = parent === path ? undefined : folderInTheWay(account, parent);
  return above ?? (accountCan(account, '-x', [path]) ? undefined : path);
}
