import { availableParallelism } from 'node:os';
import { type Environment, SettingsReader } from '@sukoyaka/persistence/embedded';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that the environment may decide about the API, read and checked once at start. */
export class AppConfig {
  constructor(
    readonly port: number,
    /** The application's role, which is neither owner nor above row-level security. */
    readonly databaseUrl: string,
    readonly databasePoolSize: number,
    readonly reportThreads: number,
    readonly logLevel: LogLevel,
  ) {}
}

/** What the operator may choose of the service itself, whoever starts it. */
export type ServiceSettings = Pick<AppConfig, 'databasePoolSize' | 'reportThreads' | 'logLevel'>;

/** Leaves what is wrong with `read`; the launcher asks too, before it starts anything. */
export function readServiceSettings(read: SettingsReader): ServiceSettings {
  const threads = { min: 1, max: 64, otherwise: availableParallelism() };
  return {
    databasePoolSize: read.integer('DATABASE_POOL_SIZE', { min: 1, max: 200, otherwise: 10 }),
    reportThreads: read.integer('REPORT_THREADS', threads),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  };
}

/** @throws StartError naming each variable that is wrong or missing. */
export function readAppConfig(environment: Environment): AppConfig {
  const read = new SettingsReader(environment);
  const name = 'DATABASE_APP_URL';
  const databaseUrl = read.postgresUrl(name);
  read.require(name, databaseUrl, 'is missing: start with "npm start", which provides it');
  const port = read.integer('PORT', { min: 0, max: 65_535, otherwise: 3000 });
  const settings = readServiceSettings(read);
  read.finish();
  const { databasePoolSize, reportThreads, logLevel } = settings;
  return new AppConfig(port, databaseUrl ?? '', databasePoolSize, reportThreads, logLevel);
}
