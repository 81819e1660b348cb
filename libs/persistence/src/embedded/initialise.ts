import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type ServerAccount, spawnAs } from './account.js';
import type { Binaries } from './binaries.js';
import { OWNER } from './credentials.js';
import { StartError, systemCode } from './start-error.js';

/** What a new cluster is made with; the collation is the same on every platform. */
const INITDB_OPTIONS = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--locale=C',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  `--username=${OWNER}`,
] as const;

/** The surroundings of PostgreSQL's programs: nothing of the caller's but the path. */
export const PLAIN_ENVIRONMENT = { LC_ALL: 'C', PATH: process.env['PATH'] ?? '' } as const;

export interface NewCluster {
  readonly binaries: Binaries;
  readonly dataFolder: string;
  readonly account: ServerAccount;
  readonly password: string;
  /** Off in tests only: whether files are forced to disk. */
  readonly isDurable: boolean;
}

/**
 * Makes the cluster in `dataFolder` unless it is there. It is made under another name and then
 * renamed, so that an interruption never leaves half of one.
 * @throws StartError with the last words of initdb, or when the folder belongs to another.
 */
export async function initialiseCluster(cluster: NewCluster): Promise<void> {
  if (existsSync(cluster.dataFolder)) return checkExisting(cluster);
  const draft = `${cluster.dataFolder}.${randomUUID()}`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
    if (cluster.account.isOther) giveTo(cluster.account, draft, passwordFile);
    await runInitdb(cluster, draft, passwordFile);
    renameSync(draft, cluster.dataFolder);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (cause instanceof StartError) throw cause;
    throw new StartError(`no database can be made in ${cluster.dataFolder}: ${String(cause)}`, {
      cause,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function giveTo(account: ServerAccount, ...paths: readonly string[]): void {
  for (const path of paths) chownSync(path, account.uid, account.gid);
}

function runInitdb(cluster: NewCluster, draft: string, passwordFile: string): Promise<void> {
  const options = [...INITDB_OPTIONS, `--pgdata=${draft}`, `--pwfile=${passwordFile}`];
  if (!cluster.isDurable) options.push('--no-sync');
  return new Promise((resolve, reject) => {
    const initdb = spawn(join(cluster.binaries.folder, 'bin/initdb'), options, {
      ...spawnAs(cluster.account),
      env: PLAIN_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    initdb.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    initdb.on('error', reject);
    initdb.on('close', (code) => {
      if (code === 0) return resolve();
      const last = words.trim().split('\n').at(-1) ?? '';
      reject(new StartError(`initdb could not make a database in ${cluster.dataFolder}: ${last}`));
    });
  });
}

function checkExisting({ dataFolder, account, binaries }: NewCluster): void {
  if (statSync(dataFolder).uid !== account.uid) {
    throw new StartError(
      `the data in ${dataFolder} belong to another account than "${account.name}": start as the account that made them, or set SUKOYAKA_DATA_DIR to another folder`,
    );
  }
  const version = majorVersion(dataFolder);
  const [expected] = binaries.version.split('.');
  if (version !== expected) {
    throw new StartError(
      `the data in ${dataFolder} are of PostgreSQL ${version}, the programs are of ${expected}: set DATABASE_URL to a server of that version, or SUKOYAKA_DATA_DIR to a new folder`,
    );
  }
}

function majorVersion(dataFolder: string): string {
  try {
    return readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  } catch (cause) {
    throw new StartError(
      `${dataFolder} holds no PostgreSQL data (${systemCode(cause)}): move it away, or set SUKOYAKA_DATA_DIR to another folder`,
      { cause },
    );
  }
}
