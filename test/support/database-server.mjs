// @ts-check
/**
 * Around all database tests of a run: finds or starts their PostgreSQL server, and leaves nothing
 * behind. `DATABASE_URL` names a server; without it an embedded one is started.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const SERVER = 'SUKOYAKA_TEST_SERVER_URL';
const RUN = 'SUKOYAKA_TEST_RUN';
/** Databases of runs that were killed are dropped after so many seconds. */
const ABANDONED_SECONDS = 6 * 3600;

/** @type {import('node:child_process').ChildProcess | undefined} */
let embedded;

export async function setup() {
  const seconds = Math.floor(Date.now() / 1000).toString(36);
  process.env[RUN] = `${seconds}_${process.pid}`;
  const asked = process.env.DATABASE_URL;
  process.env[SERVER] = asked ? serverOf(asked) : await startEmbedded();
  await dropDatabases((name) => isAbandoned(name));
}

export async function teardown() {
  if (embedded === undefined) {
    await dropDatabases((name) => name.startsWith(`sukoyaka_test_${process.env[RUN]}`));
    return;
  }
  const ended = new Promise((resolve) => embedded?.once('exit', resolve));
  embedded.stdin?.end();
  await ended;
}

/** The server of a connection string; its database must be for tests, or the one for maintenance. */
function serverOf(/** @type {string} */ asked) {
  const url = new URL(asked);
  const name = decodeURIComponent(url.pathname.slice(1));
  if (name !== '' && name !== 'postgres' && !name.includes('test')) {
    throw new Error(`DATABASE_URL names "${name}": tests run only where the name holds "test"`);
  }
  url.pathname = '/postgres';
  return url.href;
}

/** @returns {Promise<string>} */
function startEmbedded() {
  const program = fileURLToPath(
    new URL('../../tools/launcher/dist/test-server.js', import.meta.url),
  );
  const server = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  embedded = server;
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`No PostgreSQL for the tests (code ${code})`)));
    createInterface({ input: server.stdout }).once('line', (line) => resolve(JSON.parse(line).url));
  });
}

/** @param {(name: string) => boolean} isMeant */
async function dropDatabases(isMeant) {
  const client = new pg.Client({ connectionString: process.env[SERVER] });
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT datname FROM pg_database WHERE datname LIKE 'sukoyaka\\_test\\_%'",
    );
    for (const { datname } of rows) {
      if (isMeant(datname)) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}

/** @param {string} name */
function isAbandoned(name) {
  const seconds = parseInt(/^sukoyaka_test_([0-9a-z]+)_\d+_/.exec(name)?.[1] ?? '', 36);
  return Date.now() / 1000 - seconds > ABANDONED_SECONDS;
}
