import { resolve } from 'node:path';
import { type Environment, SettingsReader } from '@sukoyaka/persistence/embedded';

const DEMO_CHOICES = ['on', 'off'] as const;

/** What the environment decides about a start. */
export interface LauncherSettings {
  readonly port: number;
  /** A PostgreSQL server to use; without one the embedded server is started. */
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  /** Absolute path. */
  readonly dataFolder: string | undefined;
  readonly demo: (typeof DEMO_CHOICES)[number];
}

/**
 * @param readOthers reads what the launcher only hands on, by the rules of the program that uses it
 * @throws StartError naming each variable that is wrong, and how to put it right.
 */
export function readLauncherSettings(
  environment: Environment,
  cwd: string,
  readOthers: (read: SettingsReader) => unknown,
): LauncherSettings {
  const read = new SettingsReader(environment);
  const databaseUrl = read.postgresUrl('DATABASE_URL');
  const databaseAppUrl = read.postgresUrl('DATABASE_APP_URL');
  if (databaseAppUrl !== undefined && read.text('DATABASE_URL') === undefined) {
    read.require('DATABASE_URL', undefined, 'is missing: it must accompany DATABASE_APP_URL');
  }
  const asked = read.text('SUKOYAKA_DATA_DIR');
  const settings = {
    port: read.integer('PORT', { min: 1, max: 65_535, otherwise: 3000 }),
    databaseUrl,
    databaseAppUrl,
    // Relative to where the user stands: npm itself goes to the folder of the project.
    dataFolder: asked === undefined ? undefined : resolve(environment['INIT_CWD'] ?? cwd, asked),
    demo: read.oneOf('SUKOYAKA_DEMO', DEMO_CHOICES, 'on'),
  };
  readOthers(read);
  read.finish();
  return settings;
}
