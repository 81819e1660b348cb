import { resolve } from 'node:path';
import type { Host } from './host.js';
import { Refusal } from './refusal.js';

/**
 * Keeps a command from overwriting what it reads, or one of its outputs with another.
 * @throws Refusal SAME_FILE
 */
export function refuseSameFile(host: Host, files: readonly (string | undefined)[]): void {
  const seen = new Set<string>();
  for (const file of files) {
    if (file === undefined || file === '-') continue;
    const path = resolve(host.folder, file);
    if (seen.has(path)) throw new Refusal('SAME_FILE', {}, { file });
    seen.add(path);
  }
}
