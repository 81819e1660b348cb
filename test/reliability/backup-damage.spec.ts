import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBackup } from '@sukoyaka/persistence/maintenance';
import { createEmptyTestDatabase, type TestDatabase } from '@sukoyaka/testing';
import fc from 'fast-check';
import { Desk, objects } from '../cli/support.js';
import {
  createTrialDatabase,
  fillTrial,
  HARD_TEXTS,
  rowCounts,
} from '../support/backup-databases.js';

const desk = new Desk();
const folder = mkdtempSync(join(tmpdir(), 'sukoyaka-damage-test-'));
let source: TestDatabase;
let target: TestDatabase;
let whole: Buffer;

beforeAll(async () => {
  source = await createTrialDatabase();
  target = await createEmptyTestDatabase();
  await fillTrial(source, HARD_TEXTS.slice(0, 8));
  const argv = ['backup', 'create', '--out', 'whole.backup'];
  expect((await desk.run(argv, '', { DATABASE_URL: source.ownerUrl })).code).toBe(0);
  whole = readFileSync(desk.path('whole.backup'));
});
afterAll(async () => {
  desk.clear();
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([source.drop(), target.drop()]);
});

/** Why these bytes are refused; fails when they are not. */
async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  const path = join(folder, 'altered.backup');
  writeFileSync(path, bytes);
  return openBackup(path).then(
    async ({ close }) => {
      await close();
      throw new Error('it was accepted');
    },
    (error: unknown) => (error as { readonly code?: unknown }).code,
  );
}

function flipped(at: number, bits: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes[at] = bytes[at]! ^ bits;
  return bytes;
}

const REFUSALS = ['BACKUP_FOREIGN', 'BACKUP_VERSION', 'BACKUP_DAMAGED'];
const bits = fc.integer({ min: 1, max: 255 });

describe('a backup that was altered', () => {
  it('by one byte anywhere is refused', async () => {
    const positions = fc.nat(whole.length - 1);
    await fc.assert(
      fc.asyncProperty(positions, bits, async (at, change) => {
        expect(REFUSALS).toContain(await refusalOf(flipped(at, change)));
      }),
      { numRuns: 300 },
    );
    // The head of the packed part has bytes that unpacking passes over.
    for (let at = 0; at < 40; at += 1) {
      expect(REFUSALS).toContain(await refusalOf(flipped(at, 1)));
    }
  }, 60_000);

  it('by cutting or lengthening is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        expect(REFUSALS).toContain(await refusalOf(whole.subarray(0, length)));
      }),
      { numRuns: 100 },
    );
    expect(await refusalOf(Buffer.concat([whole, Buffer.from('\n')]))).toBe('BACKUP_DAMAGED');
    expect(await refusalOf(Buffer.concat([whole, whole]))).toBe('BACKUP_DAMAGED');
  }, 60_000);

  it('is a no for verify, and never reaches a database', async () => {
    desk.file('altered.backup', flipped(whole.length >> 1, 1));
    const verified = await desk.run(['--json', 'backup', 'verify', 'altered.backup']);
    expect(verified.code).toBe(1);
    expect(objects(verified.out)).toMatchObject([{ sound: false, code: 'BACKUP_DAMAGED' }]);
    const environment = { DATABASE_URL: target.ownerUrl, DATABASE_APP_URL: target.appUrl };
    const restored = await desk.run(['backup', 'restore', 'altered.backup'], '', environment);
    expect(restored).toMatchObject({ code: 2, out: '' });
    expect(restored.err).toContain('altered.backup');
    expect(await rowCounts(target)).toEqual({});
  });
});

describe('a file that is no backup', () => {
  it.each([
    ['is empty', ''],
    ['is of something else', 'PK\u0003\u0004 something else'],
    ['has a form of the future', 'sukoyaka backup 7\n…'],
  ])('because it %s is wrong input', async (_, content) => {
    desk.file('foreign', content);
    for (const command of ['verify', 'restore']) {
      const attempt = await desk.run(['backup', command, 'foreign']);
      expect(attempt).toMatchObject({ code: 2, out: '' });
      expect(attempt.err).toMatch(/^foreign: .+\n.+\n$/);
    }
  });

  it('because it is not there, or a folder, is told', async () => {
    expect((await desk.run(['backup', 'verify', 'none'])).err).toMatch(/no such file/);
    expect((await desk.run(['backup', 'verify', '.'])).err).toMatch(/folder/);
  });
});
