import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbeddedPostgres } from '../src/embedded/index.js';
import { lockInstance } from '../src/embedded/instance-lock.js';
import { placeData } from '../src/embedded/placement.js';
import { disownStranger, readPostmaster } from '../src/embedded/postmaster-file.js';
import { processIdentity } from '../src/embedded/processes.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sukoyaka-embedded-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const pidFile = () => join(folder, 'postmaster.pid');
const writePid = (pid: number, state = 'ready   ') => {
  const lines = [pid, folder, 1_764_000_000, 45_123, '', '127.0.0.1', '  5432001    32768', state];
  writeFileSync(pidFile(), lines.join('\n'));
};

describe('postmaster.pid', () => {
  it('tells when the server is ready', () => {
    writePid(123);
    expect(readPostmaster(folder)).toEqual({ pid: 123, port: 45_123, isReady: true });
    writePid(123, 'starting');
    expect(readPostmaster(folder)).toMatchObject({ isReady: false });
  });

  it.each(['', 'x', '-1\n'])('that reads "%s" tells nothing', (content) => {
    writeFileSync(pidFile(), content);
    expect(readPostmaster(folder)).toBeUndefined();
  });

  it('that names a stranger is made to name nobody, and keeps the rest', () => {
    writePid(process.pid);
    disownStranger(folder);
    const left = readPostmaster(folder);
    expect(left?.pid).not.toBe(process.pid);
    expect(processIdentity(left?.pid ?? 0)).toBeUndefined();
    expect(readFileSync(pidFile(), 'utf8')).toContain('5432001    32768');
  });
});

describe('lockInstance', () => {
  const lockFile = () => join(folder, 'launcher.lock');

  it('refuses a folder that a living process holds', () => {
    const parent = { pid: process.ppid, identity: processIdentity(process.ppid) };
    writeFileSync(lockFile(), JSON.stringify(parent));
    expect(() => lockInstance(folder)).toThrow(`process ${process.ppid}`);
  });

  it('takes over from a process whose number a stranger has now', () => {
    writeFileSync(lockFile(), JSON.stringify({ pid: process.ppid, identity: 'earlier' }));
    const unlock = lockInstance(folder);
    expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid });
    unlock();
    expect(() => readFileSync(lockFile())).toThrow('ENOENT');
  });

  it('takes over a damaged lock', () => {
    writeFileSync(lockFile(), '{');
    expect(lockInstance(folder)).toBeInstanceOf(Function);
  });

  it('leaves nothing beside the lock', () => {
    writeFileSync(lockFile(), '{');
    const unlock = lockInstance(folder);
    expect(readdirSync(folder)).toEqual(['launcher.lock']);
    unlock();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('placeData', () => {
  const account = { name: 'someone', uid: 0, gid: 0, isOther: false };

  it('tells a file from a folder that cannot be entered', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const asked of [file, join(file, 'data')]) {
      expect(() => placeData(account, asked, folder)).toThrow(`${file} is a file`);
    }
  });

  it('makes the folder that is asked for, with those above it', () => {
    const asked = join(folder, 'ข้อมูล ของเรา', 'data');
    expect(placeData(account, asked, folder)).toBe(asked);
    expect(readdirSync(asked)).toEqual([]);
  });
});

describe('openEmbeddedPostgres', () => {
  it('says in one line that a folder holds what it may not read', async () => {
    // A folder in the place of a file is refused to every account, also to root.
    mkdirSync(join(folder, 'owner-password'));
    chmodSync(folder, 0o711);
    await expect(openEmbeddedPostgres(folder, folder)).rejects.toThrow(
      /^the data cannot be kept in .*\(EISDIR at .*\): .*SUKOYAKA_DATA_DIR/,
    );
  });
});
