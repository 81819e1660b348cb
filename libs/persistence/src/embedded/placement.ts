import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderInTheWay, type ServerAccount } from './account.js';
import { StartError, unusableFolder } from './start-error.js';

/** Where the data go when the account of the server cannot enter the checkout. */
const LIBRARY = '/var/lib/sukoyaka';

/** Makes a folder and those above it; only what it made itself gets `mode`. */
export function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  mkdirSync(folder);
  chmodSync(folder, mode);
}

/**
 * The folder that keeps the embedded database: the one asked for, else one in the state folder of
 * the checkout, else, where the account of the server cannot enter that, one in `/var/lib`.
 * @param asked absolute path from SUKOYAKA_DATA_DIR
 * @param state absolute path of the checkout's git-ignored state folder
 * @throws StartError naming the folder in the way, or the one that cannot be made.
 */
export function placeData(account: ServerAccount, asked: string | undefined, state: string) {
  try {
    return asked === undefined ? placeDefault(account, state) : placeAsked(account, asked);
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw unusableFolder(asked ?? state, cause);
  }
}

function placeAsked(account: ServerAccount, asked: string): string {
  const present = presentPart(asked);
  if (!statSync(present).isDirectory()) {
    throw new StartError(
      `SUKOYAKA_DATA_DIR=${asked} cannot be used: ${present} is a file, not a folder; name another one`,
    );
  }
  // Asked before anything is made: a folder that is of no use is not left behind.
  const obstacle = folderInTheWay(account, present);
  if (obstacle === undefined) {
    makeFolder(asked, 0o711);
    return asked;
  }
  throw new StartError(
    `SUKOYAKA_DATA_DIR=${asked} cannot be used: the account "${account.name}", which runs PostgreSQL, cannot enter ${obstacle}; open that folder to it (chmod o+x) or name another one`,
  );
}

/**
 * The folder that keeps the embedded database already; undefined where none has been made. It
 * makes nothing itself.
 */
export function findData(asked: string | undefined, state: string): string | undefined {
  const id = join(state, 'instance-id');
  const elsewhere = existsSync(id) ? [join(LIBRARY, readFileSync(id, 'utf8').trim())] : [];
  const places = asked === undefined ? [...elsewhere, join(state, 'data')] : [asked];
  return places.find((folder) => existsSync(join(folder, 'postgres')));
}

/** The path itself where it is there, else the nearest folder above that is. */
function presentPart(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) === undefined
    ? presentPart(dirname(path))
    : path;
}

function placeDefault(account: ServerAccount, state: string): string {
  makeFolder(state, 0o755);
  const inside = join(state, 'data');
  const elsewhere = join(LIBRARY, instanceId(state));
  const obstacle = folderInTheWay(account, state);
  if (obstacle !== undefined && existsSync(inside)) {
    throw new StartError(
      `the data are in ${inside}, but the account "${account.name}", which runs PostgreSQL, can no longer enter ${obstacle}: open that folder to it (chmod o+x), or move the data and set SUKOYAKA_DATA_DIR`,
    );
  }
  const chosen = obstacle === undefined && !existsSync(elsewhere) ? inside : elsewhere;
  makeFolder(chosen, 0o711);
  return chosen;
}

/** Names this checkout among those of the machine; made once and kept in its state folder. */
function instanceId(state: string): string {
  const file = join(state, 'instance-id');
  if (!existsSync(file)) writeFileSync(file, randomBytes(8).toString('hex'));
  return readFileSync(file, 'utf8').trim();
}
