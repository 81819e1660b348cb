import { createHmac, randomUUID } from 'node:crypto';
import { prepareDatabase } from '@sukoyaka/persistence';
import type { Client } from 'pg';
import { assertTestDatabase, onDatabase, testRun, withClient } from './server.js';

/** The roles of all test databases: one owns them, the other is the application's. */
const OWNER = 'sukoyaka_test_owner';
const APPLICATION = 'sukoyaka_test_app';
const LOCK = 4_318_220_077;

/** A database of a suite's own, migrated, empty. */
export interface TestDatabase {
  readonly name: string;
  /** Connection of the role that owns the database; row-level security holds for it too. */
  readonly ownerUrl: string;
  /** Connection of the application's role. */
  readonly appUrl: string;
  /** Connection of the server's administrator, who sees all rows. */
  readonly adminUrl: string;
  readonly drop: () => Promise<void>;
}

/** Copies the migrated template, which the first suite of a run makes. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create(async (client, name, prefix) => {
    const template = `${prefix}_template`;
    await ensureTemplate(client, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${OWNER}`);
  });
}

/** A database without tables, for tests of the migrations themselves. */
export function createEmptyTestDatabase(): Promise<TestDatabase> {
  return create(async (client, name) => {
    await ensureRoles(client);
    await client.query(createStatement(name));
  });
}

type Creation = (client: Client, name: string, prefix: string) => Promise<void>;

async function create(make: Creation): Promise<TestDatabase> {
  const { serverUrl, prefix } = testRun();
  const name = `${prefix}_${randomUUID().slice(0, 8)}`;
  assertTestDatabase(name);
  await withClient(serverUrl, async (client) => {
    // Held by this session until it ends: templates and roles are made by one at a time.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await make(client, name, prefix);
  });
  return {
    name,
    ...urlsOf(name),
    drop: () =>
      withClient(serverUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

function urlsOf(name: string) {
  const { serverUrl } = testRun();
  const adminUrl = onDatabase(serverUrl, name);
  return { adminUrl, ownerUrl: asRole(adminUrl, OWNER), appUrl: asRole(adminUrl, APPLICATION) };
}

function createStatement(name: string): string {
  return `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' OWNER ${OWNER}`;
}

async function ensureTemplate(client: Client, template: string): Promise<void> {
  if (await exists(client, 'SELECT 1 FROM pg_database WHERE datname = $1', template)) return;
  await ensureRoles(client);
  const draft = `${template}_draft`;
  await client.query(createStatement(draft));
  const { ownerUrl, appUrl } = urlsOf(draft);
  await prepareDatabase(ownerUrl, appUrl);
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

async function ensureRoles(client: Client): Promise<void> {
  for (const role of [OWNER, APPLICATION]) {
    if (await exists(client, 'SELECT 1 FROM pg_roles WHERE rolname = $1', role)) continue;
    const password = passwordOf(testRun().serverUrl, role);
    const secret = password === '' ? '' : `PASSWORD '${password}'`;
    await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS ${secret}`);
  }
}

async function exists(client: Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount === 1;
}

function asRole(url: string, role: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = passwordOf(url, role);
  return changed.href;
}

/** The same in every run on a server, so that runs side by side can share the roles. */
function passwordOf(serverUrl: string, role: string): string {
  const key = decodeURIComponent(new URL(serverUrl).password);
  return key === '' ? '' : createHmac('sha256', key).update(role).digest('hex');
}

/** Signs the audit logs of test databases. */
export function testMac(text: string): string {
  return createHmac('sha256', 'test').update(text).digest('hex');
}
