// @ts-check
import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const HEARTBEAT_MS = 1_000;
/** A lock whose holder has not been heard of for so long belongs to nobody. */
const STALE_MS = 8_000;

/**
 * Runs `work` while this process alone holds the lock file. A holder that was killed is noticed by
 * its silence, not by its process number: numbers are used again, and differ between containers.
 * @template T @param {string} file @param {(line: string) => void} say
 * @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function withLock(file, say, work) {
  await acquire(file, say);
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} file @param {(line: string) => void} say */
async function acquire(file, say) {
  let announced = false;
  while (!create(file)) {
    if (isStale(file)) {
      discard(file);
      continue;
    }
    if (!announced) say('another start or test is preparing this folder; waiting for it …');
    announced = true;
    await pause(200);
  }
}

/** @param {string} file */
function create(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    return Date.now() - statSync(file).mtimeMs > STALE_MS;
  } catch {
    return false;
  }
}

/**
 * Takes a stale lock away. Two waiting processes may come here at once: the one that moved away
 * the other's fresh lock puts it back.
 * @param {string} file
 */
function discard(file) {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (isStale(aside)) rmSync(aside);
    else renameSync(aside, file);
  } catch {
    // Gone already: the next attempt to create it decides.
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder may just be replaced; the lock is released at the end in any case.
  }
}
