import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity, servesFolder } from './processes.js';

/** What PostgreSQL says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

const fileOf = (dataFolder: string) => join(dataFolder, 'postmaster.pid');

/** Reads `postmaster.pid`; undefined when there is none or it is not written to its end yet. */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(fileOf(dataFolder), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** The server that is at work on `dataFolder`, told from a stranger that has its old number. */
export function runningPostmaster(dataFolder: string): Postmaster | undefined {
  const postmaster = readPostmaster(dataFolder);
  if (postmaster === undefined || !servesFolder(postmaster.pid, dataFolder)) return undefined;
  return postmaster;
}

/**
 * Writes the number of a process that has ended into a left-over `postmaster.pid` whose number
 * now belongs to a stranger: PostgreSQL would take the stranger for itself. The file stays, so
 * that PostgreSQL still checks whether children of its predecessor hold the shared memory.
 */
export function disownStranger(dataFolder: string): void {
  const postmaster = readPostmaster(dataFolder);
  if (postmaster === undefined || processIdentity(postmaster.pid) === undefined) return;
  if (servesFolder(postmaster.pid, dataFolder)) return;
  const ended = spawnSync('/bin/sh', ['-c', 'exit 0']).pid;
  const [, ...rest] = readFileSync(fileOf(dataFolder), 'utf8').split('\n');
  writeFileSync(fileOf(dataFolder), [String(ended), ...rest].join('\n'));
}
