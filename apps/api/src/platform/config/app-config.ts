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

/** @throws StartError naming each variable that is wrong or missing. */
export function readAppConfig(environment: Environment): AppConfig {
  const read = new SettingsReader(environment);
  const name = 'DATABASE_APP_URL';
  const databaseUrl = read.postgresUrl(name);
  read.require(name, databaseUrl, 'is missing: start with "npm start", which provides it');
  const config = new AppConfig(
    read.integer('PORT', { min: 0, max: 65_535, otherwise: 3000 }),
    databaseUrl ?? '',
    read.integer('DATABASE_POOL_SIZE', { min: 1, max: 200, otherwise: 10 }),
    read.integer('REPORT_THREADS', { min: 1, max: 64, otherwise: availableParallelism() }),
    read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  );
  read.finish();
  return config;
}
