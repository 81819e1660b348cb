import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BorrowedCluster,
  borrowEmbeddedPostgres,
  SettingsReader,
} from '@sukoyaka/persistence/embedded';
import type { Host } from '../io/host.js';
import { Refusal } from '../io/refusal.js';
import type { Session } from '../session.js';
import { databaseRefusal } from './database-refusal.js';

/** The checkout's git-ignored state folder, in which `npm start` keeps the embedded database. */
const STATE = fileURLToPath(new URL('../../../../.sukoyaka', import.meta.url));

export interface OwnerUrlOptions {
  /** Whether to make the embedded database where there is none yet. */
  readonly mayCreate?: boolean;
}

/**
 * Runs `work` with the connection string of the role that owns the database and the folder of an
 * embedded installation: that of DATABASE_URL,
 * else of the embedded database of this checkout, which is started for as long as `work` lasts
 * unless `npm start` runs it already.
 * @throws Refusal for what its user can mend.
 */
export async function withOwnerUrl<T>(
  { host }: Session,
  work: (ownerUrl: string, folder: string | undefined) => Promise<T>,
  { mayCreate = false }: OwnerUrlOptions = {},
): Promise<T> {
  try {
    const url = givenUrl(host, 'DATABASE_URL');
    return url === undefined
      ? await withEmbedded(host, work, mayCreate)
      : await work(url, undefined);
  } catch (error) {
    throw databaseRefusal(error);
  }
}

/** The connection string in a variable. @throws Refusal DATABASE_URL_INVALID */
export function givenUrl({ environment }: Host, variable: string): string | undefined {
  const read = new SettingsReader(environment);
  const url = read.postgresUrl(variable);
  if (url === undefined && read.text(variable) !== undefined) {
    throw new Refusal('DATABASE_URL_INVALID', { variable });
  }
  return url;
}

type Opening = ReturnType<typeof borrowEmbeddedPostgres>;
const opened = new Set<Opening>();

async function withEmbedded<T>(
  { environment, folder }: Host,
  work: (ownerUrl: string, folder: string) => Promise<T>,
  mayCreate: boolean,
): Promise<T> {
  const asked = new SettingsReader(environment).text('SUKOYAKA_DATA_DIR');
  const place = asked === undefined ? undefined : resolve(folder, asked);
  const opening = borrowEmbeddedPostgres({ asked: place, state: STATE, mayCreate });
  opened.add(opening);
  try {
    const cluster = await opening;
    if (cluster === undefined) throw new Refusal('DATABASE_MISSING');
    return await work(cluster.url, cluster.folder);
  } finally {
    await close(opening);
  }
}

async function close(opening: Opening): Promise<void> {
  const cluster: BorrowedCluster | undefined = await opening.catch(() => undefined);
  await cluster?.close();
  opened.delete(opening);
}

/** Stops what was started for commands when the process is told to stop. */
export async function closeDatabases(): Promise<void> {
  await Promise.all([...opened].map(close));
}
