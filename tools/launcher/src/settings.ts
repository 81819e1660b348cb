import { resolve } from 'node:path';
import { type Environment, SettingsReader } from '@sukoyaka/persistence/embedded';

const DEMO_CHOICES = ['on', 'off'] as const;

const NO_KEY =
  'is missing: with a DATABASE_URL the key is yours to keep; openssl rand -base64 32 makes one';

/** What the environment decides about a start. */
export interface LauncherSettings {
  readonly port: number;
  /** A PostgreSQL server to use; without one the embedded server is started. */
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  /** Absolute path. */
  readonly dataFolder: string | undefined;
  readonly demo: (typeof DEMO_CHOICES)[number];
  /** What everything secret is derived from; without one the installation makes its own. */
  readonly secretKey: string | undefined;
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
    demo: readDemo(read),
    secretKey: read.text('SUKOYAKA_SECRET_KEY'),
  };
  if (databaseUrl !== undefined && settings.secretKey === undefined) {
    read.refuse('SUKOYAKA_SECRET_KEY', NO_KEY);
  }
  readOthers(read);
  read.finish();
  return settings;
}

/** On where it can do no harm; in production it is off, and refused when it is asked for. */
function readDemo(read: SettingsReader): (typeof DEMO_CHOICES)[number] {
  const isProduction = read.text('NODE_ENV') === 'production';
  const demo = read.oneOf('SUKOYAKA_DEMO', DEMO_CHOICES, isProduction ? 'off' : 'on');
  if (isProduction && demo === 'on') {
    read.refuse('SUKOYAKA_DEMO', 'must be off where NODE_ENV is production: everybody may sign in');
  }
  return demo;
}
