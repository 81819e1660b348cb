import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './processes.js';
import { StartError, systemCode } from './start-error.js';

/** What holds a folder: the service until it is stopped, or one command until it has ended. */
export type LockPurpose = 'service' | 'command';

interface Holder {
  readonly pid: number;
  readonly identity: string | undefined;
  readonly purpose: LockPurpose;
}

/** A living process holds the folder of the instance. */
export class InstanceInUse extends StartError {
  constructor(
    readonly folder: string,
    pid: number,
    readonly purpose: LockPurpose,
  ) {
    super(
      `another Sukoyaka (process ${pid}) uses the data in ${folder}: stop it, or set SUKOYAKA_DATA_DIR to another folder`,
    );
  }
}

/**
 * Takes the folder of an instance for this process alone and returns how to give it back.
 * A lock of a process that was killed is taken over.
 * @throws InstanceInUse naming the process that holds it.
 */
export function lockInstance(folder: string, purpose: LockPurpose = 'service'): () => void {
  const file = join(folder, 'launcher.lock');
  while (!create(file, purpose)) {
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder)) {
      throw new InstanceInUse(folder, holder.pid, holder.purpose);
    }
    discard(file);
  }
  return () => rmSync(file, { force: true });
}

/** Makes the lock with its content in one step, so that nobody reads an empty one; false if taken. */
function create(file: string, purpose: LockPurpose): boolean {
  const draft = `${file}.${randomUUID()}`;
  const self: Holder = { pid: process.pid, identity: processIdentity(process.pid), purpose };
  writeFileSync(draft, JSON.stringify(self), { flag: 'wx' });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes the lock of an ended process away. Another start may have replaced it meanwhile: what was
 * taken away is looked at again, and a living holder's is put back.
 */
function discard(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const holder = readHolder(aside);
  if (holder !== undefined && isAlive(holder)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.identity === undefined || holder.pid === process.pid) return false;
  return processIdentity(holder.pid) === holder.identity;
}
