import 'reflect-metadata';
import { Database, prepareDatabase } from '@sukoyaka/persistence';
import { SettingsReader, StartError } from '@sukoyaka/persistence/embedded';
import { auditMac, type Keyring } from '@sukoyaka/credentials';
import { seedDemo } from './demo/seed-demo.js';
import { assertSameKey } from './key-check.js';
import { readKeyring } from './platform/config/app-config.js';

/** Prepares the database before the service starts: roles, tables and, once, the demo. */
async function prepare(): Promise<void> {
  const read = new SettingsReader(process.env);
  const ownerUrl = read.postgresUrl('DATABASE_URL');
  const appUrl = read.postgresUrl('DATABASE_APP_URL');
  read.require('DATABASE_URL', ownerUrl, 'is missing: it names the database and its owner');
  read.require('DATABASE_APP_URL', appUrl, 'is missing: it names the role of the application');
  const demo = read.oneOf('SUKOYAKA_DEMO', ['on', 'off'], 'off');
  if (demo === 'on' && process.env['NODE_ENV'] === 'production') {
    read.refuse('SUKOYAKA_DEMO', 'must be off where NODE_ENV is production: everybody may sign in');
  }
  const keyring = readKeyring(read);
  read.finish();
  await prepareDatabase(ownerUrl ?? '', appUrl ?? '');
  if (keyring !== undefined) await fill(ownerUrl ?? '', keyring, demo === 'on');
}

/** What has to stand in the database before the service starts. */
async function fill(url: string, keyring: Keyring, isDemo: boolean): Promise<void> {
  const options = { url, poolSize: 1, auditMac: auditMac(keyring), isMaintenance: true };
  const database = new Database(options);
  try {
    await assertSameKey(database, keyring);
    if (isDemo) await seedDemo(database, keyring);
  } finally {
    await database.close();
  }
}

try {
  await prepare();
} catch (error) {
  const text = error instanceof StartError ? error.message : String(error);
  process.stderr.write(`sukoyaka: ${text}\n`);
  process.exitCode = 1;
}
