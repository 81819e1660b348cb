import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@sukoyaka/persistence/embedded';
import { Desk, objects, type Outcome, ROOT } from '../cli/support.js';

const COMMAND = join(ROOT, 'apps/cli/dist/main.js');
const LAUNCHER = join(ROOT, 'tools/launcher/dist/main.js');
const TIMEOUT_MS = 120_000;

const desk = new Desk();
let base: string;

/** What was saved while the service ran. */
let running: Outcome;

beforeAll(async () => {
  // The account that runs PostgreSQL for root must be able to enter it.
  base = mkdtempSync(join(tmpdir(), 'sukoyaka-command-'));
  chmodSync(base, 0o711);
  const service = await serve('demo');
  running = await create('demo', 'running.backup');
  await end(service);
}, TIMEOUT_MS);
afterAll(() => {
  desk.clear();
  rmSync(base, { recursive: true, force: true });
});

/** Runs the built program on the embedded database of a folder. */
function command(folder: string, ...argv: readonly string[]): Promise<Outcome> {
  const environment = {
    DATABASE_URL: '',
    DATABASE_APP_URL: '',
    SUKOYAKA_DATA_DIR: join(base, folder),
  };
  return desk.spawn(process.execPath, [COMMAND, '--json', ...argv], { environment });
}

const create = (folder: string, out: string) => command(folder, 'backup', 'create', '--out', out);
const isRunning = (folder: string) => existsSync(join(base, folder, 'postgres/postmaster.pid'));
const checksumOf = ({ out }: Outcome) => objects(out)[0]?.['sha256'];

async function serve(folder: string): Promise<ChildProcess> {
  const environment = { SUKOYAKA_DATA_DIR: join(base, folder), PORT: String(await freePort()) };
  const env = { ...process.env, DATABASE_URL: '', DATABASE_APP_URL: '', ...environment };
  const child = spawn(process.execPath, [LAUNCHER], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Sukoyaka is ready')) resolve();
    });
    child.once('close', () => reject(new Error(said)));
  });
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}

describe('a command on the embedded database', () => {
  it('uses that of the running service', () => {
    expect({ code: running.code, err: running.err }).toEqual({ code: 0, err: '' });
    expect(isRunning('demo')).toBe(false);
  });

  it(
    'starts it where no service runs, one command after the other',
    async () => {
      const several = await Promise.all([create('demo', 'a.backup'), create('demo', 'b.backup')]);
      expect(several.map(({ code, err }) => ({ code, err }))).toEqual([
        { code: 0, err: '' },
        { code: 0, err: '' },
      ]);
      expect(several.map(checksumOf)).toEqual([checksumOf(running), checksumOf(running)]);
      expect(isRunning('demo')).toBe(false);
      expect(existsSync(join(base, 'demo/launcher.lock'))).toBe(false);
    },
    TIMEOUT_MS,
  );

  it(
    'makes a new one to restore into, which the service then goes on with',
    async () => {
      const restored = await command('new', 'backup', 'restore', 'running.backup');
      expect({ code: restored.code, err: restored.err }).toEqual({ code: 0, err: '' });
      expect(checksumOf(restored)).toBe(checksumOf(running));
      expect(isRunning('new')).toBe(false);
      // A backup does not hold the key: without it the log would not verify.
      copyFileSync(join(base, 'demo/secret-key'), join(base, 'new/secret-key'));
      const verified = await command('new', 'audit', 'verify');
      expect(objects(verified.out)).toMatchObject([{ sound: true, faults: [] }]);
      const service = await serve('new');
      const saved = await create('new', 'new.backup');
      await end(service);
      expect(checksumOf(saved)).toBe(checksumOf(running));
    },
    TIMEOUT_MS,
  );

  it(
    'verifies its log with the key that the installation keeps',
    async () => {
      const { code, out, err } = await command('demo', 'audit', 'verify');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(objects(out)).toMatchObject([{ sound: true, faults: [] }]);
      expect(objects(out)[0]?.['events']).toBeGreaterThan(10);
    },
    TIMEOUT_MS,
  );

  it(
    'stops what it started when it is told to stop',
    async () => {
      const env = {
        ...process.env,
        DATABASE_URL: '',
        SUKOYAKA_DATA_DIR: join(base, 'stopped'),
        INIT_CWD: desk.folder,
      };
      const argv = [COMMAND, 'backup', 'restore', 'running.backup'];
      const child = spawn(process.execPath, argv, { env, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
      const lock = join(base, 'stopped/launcher.lock');
      while (!existsSync(lock)) await new Promise((resolve) => setImmediate(resolve));
      child.kill('SIGTERM');
      expect(await ended).toBe('SIGTERM');
      expect(isRunning('stopped')).toBe(false);
      expect(existsSync(lock)).toBe(false);
    },
    TIMEOUT_MS,
  );
});
