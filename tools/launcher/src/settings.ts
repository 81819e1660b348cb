import { resolve } from 'node:path';
import {
  type DemoChoice,
  readDemo,
  readOrigin,
  readSecretKey,
  SECRET_KEY,
} from '@sukoyaka/accounts';
import { type Environment, SettingsReader } from '@sukoyaka/persistence/embedded';

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
  readonly demo: DemoChoice;
  /** Where browsers reach the service: scheme and host. */
  readonly origin: string;
  /** What everything secret is derived from; without one the installation makes its own. */
  readonly secretKey: string | undefined;
  /** Absolute path of where mail goes that is not sent. */
  readonly mailFolder: string | undefined;
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
  // Relative to where the user stands: npm itself goes to the folder of the project.
  const folder = (name: string) => {
    const asked = read.text(name);
    return asked === undefined ? undefined : resolve(environment['INIT_CWD'] ?? cwd, asked);
  };
  const port = read.integer('PORT', { min: 1, max: 65_535, otherwise: 3000 });
  const settings = {
    port,
    databaseUrl,
    databaseAppUrl,
    dataFolder: folder('SUKOYAKA_DATA_DIR'),
    demo: readDemo(read, 'on'),
    origin: readOrigin(read, port),
    secretKey: readSecretKey(read),
    mailFolder: folder('MAIL_FOLDER'),
  };
  if (databaseUrl !== undefined) read.require(SECRET_KEY, settings.secretKey, NO_KEY);
  readOthers(read);
  read.finish();
  return settings;
}
