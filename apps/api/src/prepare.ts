import 'reflect-metadata';
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
  const demo = read.oneOf('SUKOYAKA_DEMO', ['on', 'off'], 'off');
  read.finish();
  await prepareDatabase(ownerUrl ?? '', appUrl ?? '');
  if (demo === 'on') await seed(appUrl ?? '');
}

async function seed(appUrl: string): Promise<void> {
  const database = new Database({ url: appUrl, poolSize: 1 });
  try {
    await seedDemo(database);
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
