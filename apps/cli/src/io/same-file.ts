import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Host } from './host.js';
import { Refusal } from './refusal.js';

/**
 * Keeps a command from overwriting what it reads, or one of its outputs with another, whatever
 * links lead there.
 * @throws Refusal SAME_FILE
 */
export function refuseSameFile(host: Host, files: readonly (string | undefined)[]): void {
  const seen = new Set<string>();
  for (const file of files) {
    if (file === undefined || file === '-') continue;
    const path = destination(resolve(host.folder, file));
    if (seen.has(path)) throw new Refusal('SAME_FILE', {}, { file });
    seen.add(path);
  }
}

/** Where links lead; a file that is not there yet has none. */
function destination(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
