import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withLock } from '../lock.mjs';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sukoyaka-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const silent = () => undefined;

describe('withLock', () => {
  it('lets one in at a time and gives the lock back', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(file, silent, work)));
    expect(most).toBe(1);
    expect(existsSync(file)).toBe(false);
  });

  it('gives it back after a failure', async () => {
    const failing = withLock(file, silent, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('takes it from a holder that has not been heard of', async () => {
    writeFileSync(file, '1');
    const longAgo = new Date(0);
    utimesSync(file, longAgo, longAgo);
    await expect(withLock(file, silent, () => Promise.resolve('in'))).resolves.toBe('in');
  });
});
