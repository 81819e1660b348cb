import { isIPv4 } from 'node:net';
import { DomainError } from '@sukoyaka/kernel';

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Nothing is said before STARTTLS. */
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

const PORT = { smtp: 587, smtps: 465 };

/**
 * Reads `smtp://user:password@host:587` or `smtps://…`. Without a port 587, or 465 for smtps. A
 * message goes unencrypted only within this machine.
 * @throws DomainError MAIL_URL with `reason` and `remedy`; neither repeats the value, which may
 * hold a password.
 */
export function readSmtpUrl(text: string): SmtpOptions {
  if (!URL.canParse(text)) throw refused('malformed', 'must be such as smtp://host:587');
  const url = new URL(text);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') {
    throw refused('protocol', 'must begin with smtp:// or smtps://');
  }
  if (url.hostname === '') throw refused('host', 'must name the mail server after the //');
  if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
    throw refused('excess', 'must end after host and port; percent-encode / ? # in a password');
  }
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port: portOf(url, secure),
    secure,
    requireTLS: !secure && !isLoopback(host),
    ...credentialsOf(url),
  };
}

function portOf(url: URL, secure: boolean): number {
  if (url.port === '0') throw refused('port', 'must have a port from 1 to 65535, or none');
  return url.port === '' ? PORT[secure ? 'smtps' : 'smtp'] : Number(url.port);
}

function credentialsOf({ username, password }: URL): Pick<SmtpOptions, 'auth'> {
  if (username === '' && password === '') return {};
  if (username === '' || password === '') {
    throw refused('credentials', 'must hold both user and password, or neither');
  }
  try {
    return { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  } catch {
    throw refused('credentials', 'must have a % in user or password written as %25');
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function refused(reason: string, remedy: string): DomainError {
  return new DomainError('MAIL_URL', { reason, remedy });
}
