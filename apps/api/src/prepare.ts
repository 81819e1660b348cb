import 'reflect-metadata';
import { assertSameKey, readDemo, readKeyring, SECRET_KEY } from '@sukoyaka/accounts';
import { auditMac, type Keyring } from '@sukoyaka/credentials';
import { DomainError } from '@sukoyaka/kernel';
import { Database, prepareDatabase } from '@sukoyaka/persistence';
import { SettingsReader, StartError } from '@sukoyaka/persistence/embedded';
import { seedDemo } from './demo/seed-demo.js';

/** Prepares the database before the service starts: roles, tables and, once, the demo. */
async function prepare(): Promise<void> {
  const read = new SettingsReader(process.env);
  const ownerUrl = read.postgresUrl('DATABASE_URL');
  const appUrl = read.postgresUrl('DATABASE_APP_URL');
  read.require('DATABASE_URL', ownerUrl, 'is missing: it names the database and its owner');
  read.require('DATABASE_APP_URL', appUrl, 'is missing: it names the role of the application');
  const demo = readDemo(read, 'off');
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
    await assertSameKey(database, keyring).catch(refuseOtherKey);
    if (isDemo) await seedDemo(database, keyring);
  } finally {
    await database.close();
  }
}

/** @throws StartError where the data were made with another key. */
function refuseOtherKey(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'SECRET_KEY_DIFFERS') throw error;
  throw new StartError(
    `${SECRET_KEY}: it is not the key that this database was made with: put that one back (an embedded installation keeps it as "secret-key" beside its data), or use another database`,
    { cause: error },
  );
}

try {
  await prepare();
} catch (error) {
  const text = error instanceof StartError ? error.message : String(error);
  process.stderr.write(`sukoyaka: ${text}\n`);
  process.exitCode = 1;
}
