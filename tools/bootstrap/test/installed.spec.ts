import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isInstalled, rememberInstalled } from '../installed.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sukoyaka-bootstrap-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true }));

const entry = (version: string, more = {}) => ({
  version,
  integrity: `sha512-${version}`,
  ...more,
});
const RUNTIME = `node_modules/node-${process.platform === 'darwin' ? 'bin-darwin' : 'linux'}-${process.arch}`;
const optional = { optional: true, os: [process.platform], cpu: [process.arch] };

const LOCK = {
  '': {},
  'libs/a': {},
  'node_modules/@sukoyaka/a': { link: true },
  'node_modules/left': entry('1.0.0'),
  'node_modules/elsewhere': entry('1.0.0', { optional: true, os: ['other'] }),
  [RUNTIME]: entry('24.0.0', optional),
};

function writeLock(file: string, packages: object): void {
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

function writeRecord(packages: object): void {
  writeLock('node_modules/.package-lock.json', packages);
}

const { 'node_modules/elsewhere': _elsewhere, ...present } = LOCK;

describe('isInstalled', () => {
  it('believes its own note for the same lockfile only', () => {
    writeLock('package-lock.json', LOCK);
    expect(isInstalled(root)).toBe(false);
    rememberInstalled(root);
    expect(isInstalled(root)).toBe(true);
    writeLock('package-lock.json', { ...LOCK, 'node_modules/new': entry('1.0.0') });
    expect(isInstalled(root)).toBe(false);
  });

  it("believes npm's record, so that an installation by hand is kept", () => {
    writeLock('package-lock.json', LOCK);
    writeRecord(present);
    expect(isInstalled(root)).toBe(true);
  });

  it.each([
    ['a package is of another version', { ...present, 'node_modules/left': entry('2.0.0') }],
    ['the pinned runtime is missing', { ...present, [RUNTIME]: undefined }],
    ['nothing is there', {}],
  ])('is false when %s', (_case, packages) => {
    writeLock('package-lock.json', LOCK);
    writeRecord(packages);
    expect(isInstalled(root)).toBe(false);
  });

  it('is false when the record is damaged', () => {
    writeLock('package-lock.json', LOCK);
    writeFileSync(join(root, 'node_modules/.package-lock.json'), '{"packages":');
    expect(isInstalled(root)).toBe(false);
  });
});
