import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@sukoyaka/persistence/embedded';

const LAUNCHER = fileURLToPath(new URL('../../tools/launcher/dist/main.js', import.meta.url));
const DEMO = '00000000-0000-4000-8000-00000000000a';
const SECRET_KEY = Buffer.alloc(32, 5).toString('base64url');
const TIMEOUT_MS = 60_000;

let folder: string;
let port: number;
const started: ChildProcess[] = [];

beforeAll(async () => {
  // The account that runs PostgreSQL for root must be able to enter it.
  folder = mkdtempSync(join(tmpdir(), 'sukoyaka-start-'));
  chmodSync(folder, 0o711);
  port = await freePort();
});
afterEach(async () => {
  for (const child of started.splice(0)) await end(child);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** Everything that it said so far. */
  readonly said: () => string;
  /** Resolves when it has said these words; rejects when it ends instead. */
  readonly says: (words: string) => Promise<void>;
  readonly ready: Promise<void>;
  readonly ended: Promise<number | null>;
}

function start(environment: Readonly<Record<string, string>> = {}): Started {
  const { DATABASE_URL: _url, DATABASE_APP_URL: _appUrl, ...rest } = process.env;
  const env = { ...rest, SUKOYAKA_DATA_DIR: folder, PORT: String(port), ...environment };
  const child = spawn(process.execPath, [LAUNCHER], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let text = '';
  const hear = (chunk: Buffer) => (text += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (text.includes(words)) resolve();
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      void ended.then(() => reject(new Error(text)));
    });
  const ready = says('Sukoyaka is ready');
  ready.catch(() => undefined);
  return { child, said: () => text, says, ready, ended };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}

const get = (path: string, cookie = '') =>
  fetch(`http://localhost:${port}${path}`, { headers: { cookie } });

const post = (path: string, body: object, cookie = '') =>
  fetch(`http://localhost:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', cookie },
    body: JSON.stringify(body),
  });

/** Signs in with what the launcher printed for a role; the session's cookie. */
async function signIn(printed: string, role: string): Promise<string> {
  const row = new RegExp(`${role} +(\\S+@\\S+) +(\\S+)(?: +(\\d{6}))?`).exec(printed);
  const [, email, password, code] = row ?? [];
  const begun = await post('/api/session', { email, password });
  expect(begun.status).toBe(200);
  if (code === undefined) return sessionIn(begun);
  const done = await post('/api/session/second-factor', { code }, sessionIn(begun));
  expect(done.status).toBe(200);
  return sessionIn(done);
}

const sessionIn = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
/** The process number of the database; no number while it is being started. */
function postmasterPid(): number {
  const file = join(folder, 'postgres/postmaster.pid');
  const [pid] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return Number(pid || NaN);
}

/**
 * Asks again and again until another database answers; the timeout of the test is the bound. The
 * sessions of a killed server outlive it for a moment, in which the service still counts as ready.
 */
async function untilReplaced(killed: number): Promise<void> {
  for (;;) {
    const isReady = await get('/api/health/ready').then(({ status }) => status === 200);
    if (isReady && !isAlive(killed) && isAlive(postmasterPid())) return;
  }
}

describe('the launcher', () => {
  it(
    'starts on a new folder, keeps its database up, stops everything, and finds its data again',
    async () => {
      const first = start();
      await first.ready;
      expect(first.said()).toContain(`http://localhost:${port}`);
      const cookie = await signIn(first.said(), 'owner');
      expect((await get(`/api/organisations/${DEMO}`, cookie)).status).toBe(200);

      const killed = postmasterPid();
      process.kill(killed, 'SIGKILL');
      await untilReplaced(killed);

      const kept = { names: { en: 'Kept' }, country: 'TH' };
      const created = await post('/api/organisations', kept, cookie);
      const address = created.headers.get('location') ?? '';
      const database = postmasterPid();
      expect(isAlive(database)).toBe(true);
      first.child.kill('SIGTERM');
      expect(await first.ended).toBe(0);
      expect(isAlive(database)).toBe(false);
      await expect(get('/api/health/live')).rejects.toThrow();

      const second = start();
      await second.ready;
      // Its own key is kept too: the session is still one.
      expect(await (await get(address, cookie)).json()).toMatchObject({ names: { en: 'Kept' } });

      const rival = start({ PORT: String(await freePort()) });
      expect(await rival.ended).toBe(1);
      expect(rival.said()).toContain('SUKOYAKA_DATA_DIR');
      expect((await get('/api/health/ready')).status).toBe(200);
    },
    TIMEOUT_MS,
  );

  it(
    'leaves nothing running when it is stopped while it starts',
    async () => {
      for (const moment of ['starting the embedded PostgreSQL', 'preparing the database']) {
        const attempt = start();
        await attempt.says(moment);
        attempt.child.kill('SIGTERM');
        expect(await attempt.ended).toBe(0);
        expect(attempt.said()).toMatch(/sukoyaka: stopped\n$/);
        expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
      }
    },
    TIMEOUT_MS,
  );

  it(
    'serves from one folder once, however many start at the same time',
    async () => {
      const ports = await Promise.all([freePort(), freePort(), freePort()]);
      const attempts = ports.map((each) => start({ PORT: String(each) }));
      await Promise.any(attempts.map(({ ready }) => ready));
      const isReady = ({ said }: Started) => said().includes('Sukoyaka is ready');
      const refused = attempts.filter((attempt) => !isReady(attempt));
      expect(refused).toHaveLength(attempts.length - 1);
      for (const { ended, said } of refused) {
        expect(await ended).toBe(1);
        expect(said()).toMatch(/another Sukoyaka \(process \d+\) uses the data in/);
      }
    },
    TIMEOUT_MS,
  );

  it('says in one line that its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    const attempt = start({ PORT: String(taken) });
    expect(await attempt.ended).toBe(1);
    expect(attempt.said()).toMatch(new RegExp(`^sukoyaka: port ${taken} is taken.*PORT=.*\n$`));
    await new Promise((resolve) => server.close(resolve));
  });

  it(
    'prints sign-ins of the demonstration that work, and shows its mail',
    async () => {
      const attempt = start();
      await attempt.ready;
      const operator = await signIn(attempt.said(), 'operator');
      expect((await get('/api/operator/staff', operator)).status).toBe(200);
      const shown = attempt.says(`http://localhost:${port}/account/password-reset?lang=th#`);
      const asked = await post('/api/password-resets', { email: 'owner@demo.example' });
      expect(asked.status).toBe(202);
      await shown;
      expect(attempt.said()).toContain('Mail to owner@demo.example');
      const files = readdirSync(join(folder, 'outbox'));
      expect(files.filter((name) => name.endsWith('.eml'))).not.toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'keeps its secret key to itself, and does not start without it',
    async () => {
      const first = start();
      await first.ready;
      await end(first.child);
      const file = join(folder, 'secret-key');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(first.said()).not.toContain(readFileSync(file, 'utf8').trim());

      renameSync(file, `${file}.away`);
      const second = start();
      expect(await second.ended).toBe(1);
      expect(second.said()).toContain(`sukoyaka: ${file} is missing`);
      expect(existsSync(file)).toBe(false);
      const given = readFileSync(`${file}.away`, 'utf8');
      const third = start({ SUKOYAKA_SECRET_KEY: given });
      await third.ready;
      renameSync(`${file}.away`, file);
    },
    TIMEOUT_MS,
  );

  it(
    'lets nobody of an earlier demonstration in where it is off, and again where it is on',
    async () => {
      const shown = start();
      await shown.ready;
      const owner = await signIn(shown.said(), 'owner');
      const [, email, password] = /owner +(\S+@\S+) +(\S+)/.exec(shown.said()) ?? [];
      await end(shown.child);

      const used = start({ NODE_ENV: 'production' });
      await used.ready;
      expect((await post('/api/session', { email, password })).status).toBe(401);
      expect((await get('/api/me', owner)).status).toBe(401);
      await end(used.child);

      await start().ready;
      expect((await post('/api/session', { email, password })).status).toBe(200);
      expect((await get('/api/me', owner)).status).toBe(200);
    },
    // Three starts, the first of which may have to make the demonstration.
    2 * TIMEOUT_MS,
  );

  it('does not offer the sign-ins of the demonstration in production', async () => {
    const attempt = start({ NODE_ENV: 'production', SUKOYAKA_DEMO: 'on' });
    expect(await attempt.ended).toBe(1);
    expect(attempt.said()).toMatch(/^sukoyaka: SUKOYAKA_DEMO must be off where NODE_ENV is/);
  });

  it('demands a key of its own for a database of the operator', async () => {
    const attempt = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' });
    expect(await attempt.ended).toBe(1);
    expect(attempt.said()).toMatch(/^sukoyaka: SUKOYAKA_SECRET_KEY is missing: .*openssl/);
  });

  it(
    'refuses another key than that which the data were made with',
    async () => {
      const attempt = start({ SUKOYAKA_SECRET_KEY: SECRET_KEY });
      expect(await attempt.ended).toBe(1);
      expect(attempt.said()).toContain('it is not the key that this database was made with');
      expect(attempt.said()).not.toContain(SECRET_KEY);
    },
    TIMEOUT_MS,
  );

  it('names every variable that is wrong, and starts nothing', async () => {
    const attempt = start({ PORT: 'http', REPORT_THREADS: 'many', LOG_LEVEL: 'all' });
    expect(await attempt.ended).toBe(1);
    expect(attempt.said()).toMatch(
      /^sukoyaka: PORT must be a whole number from 1 to 65535; REPORT_THREADS .*; LOG_LEVEL .*\n$/,
    );
  });

  it(
    'takes an empty variable for none',
    async () => {
      const attempt = start({ LOG_LEVEL: '', REPORT_THREADS: '' });
      await attempt.ready;
      await get('/api/surveys');
      await end(attempt.child);
      expect(attempt.said()).not.toContain('"level":"info"');
    },
    TIMEOUT_MS,
  );
});
