import type { SettingsReader } from '@sukoyaka/persistence/embedded';

/** An OpenID provider of an enterprise, with which its people sign in. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its button is called. */
  readonly name: string;
}

/** From `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET` and `OIDC_NAME`; all or none. */
export function readOidcSettings(read: SettingsReader): OidcSettings | undefined {
  const issuer = read.url('OIDC_ISSUER', ['https:', 'http:']);
  if (issuer === undefined) return undefined;
  const together = 'is missing: it must accompany OIDC_ISSUER';
  const clientId = read.require('OIDC_CLIENT_ID', read.text('OIDC_CLIENT_ID'), together);
  const secret = read.text('OIDC_CLIENT_SECRET');
  const clientSecret = read.require('OIDC_CLIENT_SECRET', secret, together);
  const name = read.text('OIDC_NAME') ?? new URL(issuer).host;
  return { issuer, clientId: clientId ?? '', clientSecret: clientSecret ?? '', name };
}
