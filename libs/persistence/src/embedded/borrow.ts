import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OWNER } from './credentials.js';
import { InstanceInUse } from './instance-lock.js';
import { openEmbeddedPostgres } from './open.js';
import { findData } from './placement.js';
import { runningPostmaster } from './postmaster-file.js';
import { StartError, systemCode } from './start-error.js';

/** The product's database in the embedded server. */
export const EMBEDDED_DATABASE = 'sukoyaka';

/** How long a command waits for another one, and for a service that is starting or stopping. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 200;

/** The embedded server for the duration of one command. */
export interface BorrowedCluster {
  /** Connection of the owner to the product's database. */
  readonly url: string;
  /** Where the installation keeps its data and its secrets. */
  readonly folder: string;
  /** Stops the server where the command had to start it. */
  readonly close: () => Promise<void>;
}

export interface Borrowing {
  /** Absolute path from SUKOYAKA_DATA_DIR. */
  readonly asked: string | undefined;
  /** Absolute path of the checkout's git-ignored state folder. */
  readonly state: string;
  /** Whether to make a new cluster where there is none. */
  readonly mayCreate: boolean;
}

/**
 * The embedded PostgreSQL of a checkout: the running service's, else one that is started under the
 * instance's lock. Whether the service runs is told by who holds the lock, so that it can neither
 * start nor stop between the question and the answer; a server of another command, which will be
 * stopped at that command's end, is never shared but waited for.
 * @returns undefined where no cluster has been made yet and none may be.
 * @throws InstanceInUse when the wait is too long; StartError with what the operator can do.
 */
export async function borrowEmbeddedPostgres(
  borrowing: Borrowing,
): Promise<BorrowedCluster | undefined> {
  const { asked, state, mayCreate } = borrowing;
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    if (!mayCreate && findData(asked, state) === undefined) return undefined;
    try {
      const { server, folder, close } = await openEmbeddedPostgres(asked, state, 'command');
      return { url: server.url(EMBEDDED_DATABASE), folder, close };
    } catch (error) {
      if (!(error instanceof InstanceInUse)) throw error;
      const visited = visit(error);
      if (visited !== undefined) return visited;
      if (performance.now() > deadline) throw error;
    }
    await pause(PAUSE_MS);
  }
}

/** The server of a service at work; undefined when it takes no connections at this moment. */
function visit({ folder, purpose }: InstanceInUse): BorrowedCluster | undefined {
  if (purpose === 'command') return undefined;
  const postmaster = runningPostmaster(join(folder, 'postgres'));
  if (postmaster?.isReady !== true) return undefined;
  const password = encodeURIComponent(readPassword(join(folder, 'owner-password')));
  const url = `postgres://${OWNER}:${password}@127.0.0.1:${postmaster.port}/${EMBEDDED_DATABASE}`;
  return { url, folder, close: () => Promise.resolve() };
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartError(
      `${file} cannot be read (${systemCode(cause)}): run the command as the account that started the service`,
      { cause },
    );
  }
}
