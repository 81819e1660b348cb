import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { readDemo, readKeyring, readOrigin } from '@sukoyaka/accounts';
import type { Keyring } from '@sukoyaka/credentials';
import { DomainError } from '@sukoyaka/kernel';
import { readSender, readSmtpUrl } from '@sukoyaka/mail';
import { readRetention, type RetentionPeriods } from '@sukoyaka/persistence';
import { type Environment, SettingsReader } from '@sukoyaka/persistence/embedded';
import { type OidcSettings, readOidcSettings } from './oidc-settings.js';

const OPERATOR_WHOLE = 'is missing: OPERATOR_NAME and OPERATOR_CONTACT are set together';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How mail leaves: by an SMTP server, or into a folder. */
export interface MailSettings {
  readonly url: string | undefined;
  readonly from: string;
  readonly folder: string;
}

/** Who runs the installation, in its own words. */
export interface OperatorContact {
  readonly name: string;
  readonly contact: string;
}

/** What the operator may choose of the service itself, whoever starts it. */
export interface ServiceSettings {
  readonly databasePoolSize: number;
  readonly reportThreads: number;
  readonly logLevel: LogLevel;
  /** The interface to listen on. */
  readonly host: string;
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly mail: MailSettings;
  readonly signUp: 'open' | 'invited';
  readonly sessionIdleSeconds: number;
  readonly sessionLifetimeSeconds: number;
  /** Requests a minute: of one session, token or, without one, address. */
  readonly requestsPerMinute: number;
  readonly retention: RetentionPeriods;
  /** Days after its scoring that an assessment is named in the public list. */
  readonly publicationDays: number;
  readonly oidc: OidcSettings | undefined;
  readonly operator: OperatorContact | undefined;
}

interface Connections {
  readonly port: number;
  /** Where browsers reach the service; the only place that its pages and links are of. */
  readonly origin: string;
  /** The application's role, which is neither owner nor above row-level security. */
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  /** Whether people of the demonstration can sign in, and its mails are shown on the console. */
  readonly isDemo: boolean;
}

/** Everything that the environment may decide about the API, read and checked once at start. */
export abstract class AppConfig implements ServiceSettings, Connections {
  abstract readonly port: number;
  abstract readonly origin: string;
  abstract readonly databaseUrl: string;
  abstract readonly keyring: Keyring;
  abstract readonly isDemo: boolean;
  abstract readonly databasePoolSize: number;
  abstract readonly reportThreads: number;
  abstract readonly logLevel: LogLevel;
  abstract readonly host: string;
  abstract readonly trustedProxies: readonly string[];
  abstract readonly mail: MailSettings;
  abstract readonly signUp: 'open' | 'invited';
  abstract readonly sessionIdleSeconds: number;
  abstract readonly sessionLifetimeSeconds: number;
  abstract readonly requestsPerMinute: number;
  abstract readonly retention: RetentionPeriods;
  abstract readonly oidc: OidcSettings | undefined;
  abstract readonly operator: OperatorContact | undefined;
  abstract readonly publicationDays: number;
}

/** Leaves what is wrong with `read`; the launcher asks too, before it starts anything. */
export function readServiceSettings(read: SettingsReader): ServiceSettings {
  // One core is left to those who save.
  const threads = { min: 1, max: 64, otherwise: Math.max(1, availableParallelism() - 1) };
  const minutes = { min: 5, max: 24 * 60, otherwise: 60 };
  const hours = { min: 1, max: 24 * 30, otherwise: 12 };
  return {
    databasePoolSize: read.integer('DATABASE_POOL_SIZE', { min: 1, max: 200, otherwise: 10 }),
    reportThreads: read.integer('REPORT_THREADS', threads),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    host: read.text('HOST') ?? 'localhost',
    trustedProxies: readProxies(read),
    mail: readMail(read),
    signUp: read.oneOf('SIGN_UP', ['open', 'invited'] as const, 'open'),
    sessionIdleSeconds: 60 * read.integer('SESSION_IDLE_MINUTES', minutes),
    sessionLifetimeSeconds: 3600 * read.integer('SESSION_HOURS', hours),
    requestsPerMinute: read.integer('REQUESTS_PER_MINUTE', {
      min: 30,
      max: 1_000_000,
      otherwise: 600,
    }),
    retention: readRetention(read),
    publicationDays: read.integer('PUBLICATION_DAYS', { min: 1, max: 3650, otherwise: 1825 }),
    oidc: readOidcSettings(read),
    operator: readOperator(read),
  };
}

/** Both or none: a name without a way to reach it helps nobody. */
function readOperator(read: SettingsReader): OperatorContact | undefined {
  const [name, contact] = [read.text('OPERATOR_NAME'), read.text('OPERATOR_CONTACT')];
  if (name !== undefined && contact !== undefined) return { name, contact };
  if (name !== undefined) read.require('OPERATOR_CONTACT', contact, OPERATOR_WHOLE);
  if (contact !== undefined) read.require('OPERATOR_NAME', name, OPERATOR_WHOLE);
  return undefined;
}

function readMail(read: SettingsReader): MailSettings {
  const url = read.text('MAIL_URL');
  const from = read.text('MAIL_FROM') ?? 'Sukoyaka <no-reply@localhost>';
  if (url !== undefined) refusedBy(read, 'MAIL_URL', () => readSmtpUrl(url));
  refusedBy(read, 'MAIL_FROM', () => readSender(from));
  return { url, from, folder: read.text('MAIL_FOLDER') ?? '.sukoyaka/outbox' };
}

/** Leaves with `read` what the rule of another library says of a variable. */
function refusedBy(read: SettingsReader, name: string, rule: () => unknown): void {
  try {
    rule();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    read.refuse(name, String(error.params['remedy']));
  }
}

/** Addresses (CIDR too), separated by commas, and the names that Fastify knows for some. */
function readProxies(read: SettingsReader): readonly string[] {
  const name = 'TRUSTED_PROXIES';
  const proxies = (read.text(name) ?? '').split(',').flatMap((each) => each.trim() || []);
  if (!proxies.every(isAddress)) {
    read.refuse(name, 'must be addresses such as 10.0.0.1 or 10.0.0.0/8, separated by commas');
  }
  return proxies;
}

function isAddress(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [, address = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  const range = Number(bits ?? 1);
  return version !== 0 && range >= 1 && range <= (version === 4 ? 32 : 128);
}

/** @throws StartError naming each variable that is wrong or missing. */
export function readAppConfig(environment: Environment): AppConfig {
  const read = new SettingsReader(environment);
  const databaseUrl = read.postgresUrl('DATABASE_APP_URL');
  const provided = 'is missing: start with "npm start", which provides it';
  read.require('DATABASE_APP_URL', databaseUrl, provided);
  const keyring = readKeyring(read);
  const port = read.integer('PORT', { min: 0, max: 65_535, otherwise: 3000 });
  const origin = readOrigin(read, port);
  const isDemo = readDemo(read, 'off') === 'on';
  const settings = readServiceSettings(read);
  read.finish();
  if (keyring === undefined) throw new Error('a missing key has been refused');
  return { ...settings, port, origin, keyring, isDemo, databaseUrl: databaseUrl ?? '' };
}
