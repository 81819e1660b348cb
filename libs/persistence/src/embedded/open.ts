import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderInTheWay, serverAccount } from './account.js';
import { binariesFor } from './binaries.js';
import { ownerPassword } from './credentials.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { initialiseCluster } from './initialise.js';
import { lockInstance, type LockPurpose } from './instance-lock.js';
import { makeFolder, placeData } from './placement.js';
import { StartError, systemCode, unusableFolder } from './start-error.js';

export interface OpenedCluster {
  readonly server: EmbeddedPostgres;
  /** The folder that holds the data, the log and the owner's password. */
  readonly folder: string;
  /** Stops the server and gives the folder back. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a checkout on the data of its last run, or on a new cluster.
 * @param asked absolute path from SUKOYAKA_DATA_DIR
 * @param state absolute path of the checkout's git-ignored state folder
 * @throws InstanceInUse where another process has it; StartError with what its operator can do.
 */
export async function openEmbeddedPostgres(
  asked: string | undefined,
  state: string,
  purpose: LockPurpose = 'service',
): Promise<OpenedCluster> {
  const account = serverAccount();
  const folder = placeData(account, asked, state);
  const unlock = lockFolder(folder, purpose);
  try {
    const server = await startIn(folder, true);
    return {
      server,
      folder,
      close: async () => {
        await server.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw systemCode(error) === undefined ? error : unusableFolder(folder, error);
  }
}

function lockFolder(folder: string, purpose: LockPurpose): () => void {
  try {
    return lockInstance(folder, purpose);
  } catch (error) {
    throw systemCode(error) === undefined ? error : unusableFolder(folder, error);
  }
}

/** Starts a PostgreSQL for tests, without regard to durability; `close` deletes its data. */
export async function openTemporaryPostgres(): Promise<OpenedCluster> {
  const folder = temporaryFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startIn(folder, false);
    return {
      server,
      folder,
      close: async () => {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function startIn(folder: string, isDurable: boolean): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const dataFolder = join(folder, 'postgres');
  const password = ownerPassword(folder, existsSync(dataFolder));
  const binaries = binariesFor(account);
  const options = { binaries, dataFolder, account, password, isDurable };
  await initialiseCluster(options);
  const server = new EmbeddedPostgres({ ...options, logFile: join(folder, 'postgres.log') });
  await server.start();
  return server;
}

function temporaryFolder(): string {
  const account = serverAccount();
  const places = [tmpdir(), '/tmp', '/var/lib/sukoyaka'];
  const place = places.find((each) => {
    const isShared = each === '/var/lib/sukoyaka' && account.isOther;
    if (isShared) makeFolder(each, 0o755);
    return existsSync(each) && folderInTheWay(account, each) === undefined;
  });
  if (place === undefined) {
    throw new StartError(
      `PostgreSQL's account "${account.name}" can enter none of ${places.join(', ')}: set TMPDIR to a folder that it can enter`,
    );
  }
  const folder = mkdtempSync(join(place, 'sukoyaka-test-'));
  chmodSync(folder, 0o711);
  return folder;
}
