import type { SettingsReader } from '@sukoyaka/persistence/embedded';

/** An OpenID provider of an enterprise, with which its people sign in. */
export interface OidcSettings {
  /** Its issuer identifier, which is also where its description is found. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its button is called. */
  readonly name: string;
  /** Domains of the addresses that it may vouch for, in lower case; all, where none is named. */
  readonly emailDomains: readonly string[];
  /** Whether a second factor that it reports (`amr` with `mfa`, RFC 8176) counts here. */
  readonly trustsMfa: boolean;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}$/;

/** Whether the provider runs on this computer, where requests need no encryption. */
export function isOnLoopback(issuer: string): boolean {
  return LOOPBACK.has(new URL(issuer).hostname);
}

/**
 * From `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`, all or none, and if wanted
 * `OIDC_NAME`, `OIDC_EMAIL_DOMAINS`, `OIDC_TRUST_MFA`.
 */
export function readOidcSettings(read: SettingsReader): OidcSettings | undefined {
  const issuer = read.url('OIDC_ISSUER', ['https:', 'http:']);
  if (issuer === undefined) return undefined;
  if (issuer.startsWith('http:') && !isOnLoopback(issuer)) {
    read.refuse('OIDC_ISSUER', 'must begin with https:// unless its host is this computer');
  }
  const together = 'is missing: it must accompany OIDC_ISSUER';
  const clientId = read.require('OIDC_CLIENT_ID', read.text('OIDC_CLIENT_ID'), together);
  const secret = read.text('OIDC_CLIENT_SECRET');
  const clientSecret = read.require('OIDC_CLIENT_SECRET', secret, together);
  return {
    issuer,
    clientId: clientId ?? '',
    clientSecret: clientSecret ?? '',
    name: read.text('OIDC_NAME') ?? new URL(issuer).host,
    emailDomains: readDomains(read),
    trustsMfa: read.oneOf('OIDC_TRUST_MFA', ['on', 'off'] as const, 'off') === 'on',
  };
}

function readDomains(read: SettingsReader): readonly string[] {
  const name = 'OIDC_EMAIL_DOMAINS';
  const domains = (read.text(name) ?? '').toLowerCase().split(',');
  const named = domains.flatMap((each) => each.trim() || []);
  if (!named.every((each) => DOMAIN.test(each))) {
    read.refuse(name, 'must be domains such as example.com, separated by commas');
  }
  return named;
}
