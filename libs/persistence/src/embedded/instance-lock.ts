import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './processes.js';
import { StartError } from './start-error.js';

interface Holder {
  readonly pid: number;
  readonly identity: string | undefined;
}

/**
 * Takes the folder of an instance for this process alone and returns how to give it back.
 * A lock of a process that was killed is taken over.
 * @throws StartError naming the process that holds it.
 */
export function lockInstance(folder: string): () => void {
  const file = join(folder, 'launcher.lock');
  const holder = readHolder(file);
  if (holder !== undefined && isAlive(holder)) {
    throw new StartError(
      `another Sukoyaka (process ${holder.pid}) uses the data in ${folder}: stop it, or set SUKOYAKA_DATA_DIR to another folder`,
    );
  }
  const self: Holder = { pid: process.pid, identity: processIdentity(process.pid) };
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(self), { flag: 'wx' });
  return () => rmSync(file, { force: true });
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
