import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SettingsReader } from '@sukoyaka/persistence/embedded';
import {
  type OidcSettings,
  readOidcSettings,
} from '../../apps/api/src/platform/config/oidc-settings.js';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { BrowserJar } from '../support/browser-jar.js';
import { saveOrganisation } from '../support/builders.js';
import { IdentityProvider, type ProviderUser } from '../support/identity-provider.js';
import { linkTo, newAddress } from '../support/mailbox.js';
import { withClient } from '@sukoyaka/testing';

const CALLBACK = 'http://localhost/api/oidc/callback';
const START = '/api/oidc/start';

let provider: IdentityProvider;
beforeAll(async () => {
  provider = await IdentityProvider.create(CALLBACK);
  await provider.listen();
});
afterAll(() => provider.close());

async function withApi(
  settings: Parameters<typeof startApi>[0],
  work: (api: RunningApi) => Promise<void>,
): Promise<void> {
  const api = await startApi(settings);
  try {
    await work(api);
  } finally {
    await api.stop();
  }
}

const newUser = (more: Partial<ProviderUser> = {}): ProviderUser => ({
  sub: randomUUID(),
  email: newAddress(),
  email_verified: true,
  ...more,
});

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function signIn(jar: BrowserJar, user: ProviderUser) {
  const begun = await jar.get(START);
  return jar.get(await provider.visit(String(begun.headers['location']), { user }));
}

describe('the settings of a provider', () => {
  const complete = {
    OIDC_ISSUER: 'https://login.example.com',
    OIDC_CLIENT_ID: 'sukoyaka',
    OIDC_CLIENT_SECRET: 'secret',
  };
  const read = (environment: Readonly<Record<string, string>>) => {
    const reader = new SettingsReader(environment);
    const settings = readOidcSettings(reader);
    reader.finish();
    return settings;
  };

  it('are none, or complete', () => {
    expect(read({})).toBeUndefined();
    expect(read({ ...complete, OIDC_EMAIL_DOMAINS: 'Example.com, example.org' })).toMatchObject({
      name: 'login.example.com',
      emailDomains: ['example.com', 'example.org'],
      trustsMfa: false,
    });
    expect(() => read({ OIDC_ISSUER: complete.OIDC_ISSUER })).toThrow('OIDC_CLIENT_ID');
  });

  it('demand encryption, but on this computer', () => {
    expect(() => read({ ...complete, OIDC_ISSUER: 'http://login.example.com' })).toThrow(
      'https://',
    );
    const issuer = 'http://localhost:9000';
    expect(read({ ...complete, OIDC_ISSUER: issuer })).toMatchObject({ issuer });
  });

  it('name what is wrong with domains', () => {
    expect(() => read({ ...complete, OIDC_EMAIL_DOMAINS: 'example.com, @x' })).toThrow(
      'OIDC_EMAIL_DOMAINS',
    );
  });
});

describe('a service without a provider', () => {
  it('offers none', () =>
    withApi({}, async (api) => {
      expect((await api.anonymous.get('/api/oidc')).body).toEqual({ providers: [] });
      expectProblem(await api.anonymous.get(START), 404, 'OIDC_NOT_OFFERED');
      const answer = await api.anonymous.get('/api/oidc/callback?code=x&state=x');
      expectProblem(answer, 409, 'OIDC_STATE_INVALID');
      const linking = await api.http.post('/api/me/identities/start').send({});
      expectProblem(linking, 404, 'OIDC_NOT_OFFERED');
    }));
});

describe('a provider that cannot be reached', () => {
  it('is said to be so until it is back; the rest of the service goes on', async () => {
    const late = await IdentityProvider.create(CALLBACK);
    await withApi({ oidc: late.settings }, async (api) => {
      const response = await api.anonymous.get(START);
      expectProblem(response, 503, 'OIDC_UNAVAILABLE');
      expect(response.headers['retry-after']).toBeDefined();
      const page = await api.anonymous.get(START).set('accept', 'text/html');
      expect(page.headers['location']).toBe('/account?problem=OIDC_UNAVAILABLE');
      await api.http.get('/api/me').expect(200);
      await late.listen();
      await api.anonymous.get(START).expect(303);
      // It goes away between the two steps.
      const jar = new BrowserJar(api.url);
      const begun = await jar.get(START);
      const back = await late.visit(String(begun.headers['location']), { user: newUser() });
      await late.close();
      expectProblem(await jar.get(back), 503, 'OIDC_UNAVAILABLE');
    });
  });

  it.each<[string, (settings: OidcSettings) => Partial<OidcSettings>]>([
    ['another issuer', ({ issuer }) => ({ issuer: issuer.replace('127.0.0.1', 'localhost') })],
    ['nothing', ({ issuer }) => ({ issuer: `${issuer}/elsewhere` })],
  ])('or where %s answers', (_, altered) => {
    const oidc = { ...provider.settings, ...altered(provider.settings) };
    return withApi({ oidc }, async (api) => {
      expectProblem(await api.anonymous.get(START), 503, 'OIDC_UNAVAILABLE');
    });
  });
});

describe('a provider that leads elsewhere', () => {
  const visited: string[] = [];
  const moved = (to: string) =>
    createServer((request, response) => {
      visited.push(request.url ?? '');
      response.writeHead(302, { location: `${to}${request.url ?? ''}` }).end();
    });
  let elsewhere: Server;
  beforeAll(async () => {
    elsewhere = await listening(moved('http://127.0.0.1:9'));
  });
  afterAll(() => closed(elsewhere));

  it('is not followed for its description', async () => {
    const server = await listening(moved(addressOf(elsewhere)));
    const before = visited.length;
    const oidc = { ...provider.settings, issuer: addressOf(server) };
    await withApi({ oidc }, async (api) => {
      expectProblem(await api.anonymous.get(START), 503, 'OIDC_UNAVAILABLE');
    });
    expect(visited.slice(before)).toEqual(['/.well-known/openid-configuration']);
    await closed(server);
  });

  it('is not followed with the code and the secret', () =>
    withApi({ oidc: provider.settings }, async (api) => {
      const jar = new BrowserJar(api.url);
      const begun = String((await jar.get(START)).headers['location']);
      const before = visited.length;
      const behaviour = { user: newUser(), leadsTo: addressOf(elsewhere) };
      expectProblem(await jar.get(await provider.visit(begun, behaviour)), 503, 'OIDC_UNAVAILABLE');
      expect(visited.slice(before)).toEqual([]);
    }));
});

describe('a secret that is not the client’s', () => {
  it('lets nobody in', () =>
    withApi({ oidc: { ...provider.settings, clientSecret: 'other' } }, async (api) => {
      expectProblem(await signIn(new BrowserJar(api.url), newUser()), 403, 'OIDC_REFUSED');
    }));
});

describe('where accounts are by invitation only', () => {
  it('one is made for who has been invited, and for nobody else', () =>
    withApi({ oidc: provider.settings, signUp: 'invited' }, async (api) => {
      const user = newUser();
      const jar = new BrowserJar(api.url);
      expectProblem(await signIn(jar, user), 403, 'SIGN_UP_CLOSED');
      const organisation = await saveOrganisation(api);
      const invitation = { email: user.email, role: 'editor', language: 'th' };
      await api.http.post(`/api/organisations/${organisation}/invitations`).send(invitation);
      const acceptance = { token: await linkTo(api, user.email ?? '') };
      expect((await signIn(jar, user)).status).toBe(303);
      const accepted = await jar.post('/api/invitations/acceptance', acceptance);
      expect(accepted.body).toMatchObject({ organisationId: organisation, role: 'editor' });
    }));
});

describe('a provider of some domains', () => {
  it('vouches for addresses of those only', () =>
    withApi({ oidc: { ...provider.settings, emailDomains: ['example.org'] } }, async (api) => {
      const jar = new BrowserJar(api.url);
      expectProblem(await signIn(jar, newUser()), 403, 'OIDC_EMAIL_UNVERIFIED');
      const sub = newUser({ email: `${randomUUID()}@sub.example.org` });
      expectProblem(await signIn(jar, sub), 403, 'OIDC_EMAIL_UNVERIFIED');
      const own = newUser({ email: `${randomUUID()}@EXAMPLE.org` });
      expect((await signIn(jar, own)).status).toBe(303);
    }));
});

describe('a second factor of the provider', () => {
  const operator = async (api: RunningApi, user: ProviderUser) => {
    const jar = new BrowserJar(api.url);
    await signIn(jar, user);
    const { personId } = bodyOf(await jar.get('/api/session')) as { personId: string };
    await withClient(api.database.adminUrl, (client) =>
      client.query("INSERT INTO platform_role (person_id, role) VALUES ($1, 'operator')", [
        personId,
      ]),
    );
    await signIn(jar, user);
    return jar.get('/api/session');
  };

  it('does not count unless the operator trusts it', async () => {
    const user = newUser({ amr: ['mfa'] });
    await withApi({ oidc: provider.settings }, async (api) => {
      const session = await operator(api, user);
      expect(session.body).toMatchObject({ stage: 'enrolment', secondFactor: false });
    });
    await withApi({ oidc: { ...provider.settings, trustsMfa: true } }, async (api) => {
      const session = await operator(api, user);
      expect(session.body).toMatchObject({ stage: 'full', secondFactor: true });
      const other = await operator(api, newUser({ amr: ['pwd'] }));
      expect(other.body).toMatchObject({ stage: 'enrolment', secondFactor: false });
    });
  });
});
