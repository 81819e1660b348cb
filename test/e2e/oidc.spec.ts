import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import type { Response } from 'supertest';
import { cookieIn } from '../support/accounts.js';
import { expectProblem, type RunningApi, startApi } from '../support/api.js';
import { BrowserJar } from '../support/browser-jar.js';
import {
  type Behaviour,
  claims,
  IdentityProvider,
  newUser,
  type ProviderUser,
} from '../support/identity-provider.js';
import { newAddress } from '../support/mailbox.js';
import { tracesOf } from '../support/traces.js';

const CALLBACK = '/api/oidc/callback';

let api: RunningApi;
let provider: IdentityProvider;
beforeAll(async () => {
  provider = await IdentityProvider.create(`http://localhost${CALLBACK}`);
  await provider.listen();
  api = await startApi({ oidc: provider.settings });
});
afterAll(async () => {
  await api.stop();
  await provider.close();
});

const rows = <Row>(text: string, ...values: readonly unknown[]) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows: found } = await client.query(text, [...values]);
    return found as Row[];
  });
const newBrowser = () => new BrowserJar(api.url);

/** Begins in the browser; where the provider is. */
async function begin(jar: BrowserJar, query = ''): Promise<string> {
  const response = await jar.get(`/api/oidc/start${query}`);
  expect(response.status).toBe(303);
  return String(response.headers['location']);
}

/** A whole sign-in; the last answer, which leads back into the service. */
async function signIn(jar: BrowserJar, behaviour: Behaviour, query = ''): Promise<Response> {
  const back = await provider.visit(await begin(jar, query), behaviour);
  return jar.get(back);
}

const personOf = async ({ sub }: ProviderUser) => {
  const [person] = await rows<{ id: string; email: string; name: string; language: string }>(
    `SELECT p.* FROM person p JOIN external_identity e ON e.person_id = p.id WHERE e.subject = $1`,
    sub,
  );
  return person;
};

describe('GET /api/oidc', () => {
  it('names the provider', async () => {
    const providers = [{ name: 'Example Holdings', start: '/api/oidc/start' }];
    expect((await api.anonymous.get('/api/oidc').expect(200)).body).toEqual({ providers });
  });
});

describe('GET /api/oidc/start', () => {
  it('leads to the provider with all that its answer is checked by', async () => {
    const jar = newBrowser();
    const response = await jar.get('/api/oidc/start?return=/account');
    const address = new URL(String(response.headers['location']));
    expect(address.origin).toBe(provider.settings.issuer);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^0[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: `http://localhost${CALLBACK}`,
      scope: 'openid email profile',
    });
    const [cookie = ''] = ([] as string[]).concat(response.headers['set-cookie'] ?? []);
    expect(cookie).toMatch(/^__Host-sukoyaka-oidc-0=v1\.[\w-]+; Max-Age=600; Path=\/; /);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie).toContain(attribute);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/account/..//evil.example',
    '/%2e//evil.example',
    '/%0d%0aset-cookie:x',
    'javascript:alert(1)',
    'account',
    `/${'x'.repeat(500)}`,
  ])('leads to nobody else by the path %j', async (path) => {
    const query = path.startsWith('/%')
      ? path.replace('%0d%0a', '%0D%0A')
      : encodeURIComponent(path);
    const response = await newBrowser().get(`/api/oidc/start?return=${query}`);
    const problem = expectProblem(response, 400, 'REQUEST_INVALID');
    expect(problem['errors']).toMatchObject([{ pointer: '/return', code: 'local-path' }]);
  });

  it('is begun by nobody but the person who sits there', async () => {
    const response = await newBrowser().get('/api/oidc/start', { 'sec-fetch-site': 'cross-site' });
    expectProblem(response, 403, 'CROSS_SITE_REQUEST');
  });
});

describe('a sign-in with the provider', () => {
  it('makes an account for a verified address, and signs in to it again', async () => {
    const user = newUser();
    const jar = newBrowser();
    const response = await signIn(jar, { user }, '?return=/account%23sessions');
    expect(response.status).toBe(303);
    expect(response.headers['location']).toBe('/account#sessions');
    const session = (await jar.get('/api/session')).body as { personId: string };
    const person = await personOf(user);
    expect(person).toMatchObject({ id: session.personId, email: user.email, name: '佐藤 健' });
    expect((await jar.get('/api/me')).body).toMatchObject({
      factors: { hasPassword: false, identities: 1 },
    });
    const second = newBrowser();
    const changed = { ...user, email: newAddress(), name: 'Other' };
    expect((await signIn(second, { user: changed })).headers['location']).toBe('/account');
    expect((await second.get('/api/session')).body).toMatchObject({ personId: person?.id });
    expect(await personOf(user)).toMatchObject({ email: user.email, name: '佐藤 健' });
    const events = await rows<{ action: string; after: object }>(
      'SELECT action, facts_after AS after FROM audit_event WHERE chain_id = $1 ORDER BY sequence',
      person?.id,
    );
    expect(events).toMatchObject([
      { action: 'person.created' },
      { action: 'person.identity-linked', after: { issuer: provider.settings.issuer } },
      { action: 'person.signed-in', after: { method: 'oidc', secondFactor: false } },
      { action: 'person.signed-in' },
    ]);
  });

  it('knows nobody by what another provider calls them', async () => {
    const person = await api.signIn();
    const user = newUser();
    await rows(
      `INSERT INTO external_identity (person_id, id, provider, subject)
       VALUES ($1, gen_random_uuid(), 'https://other.example.com', $2)`,
      person.id,
      user.sub,
    );
    const jar = newBrowser();
    await signIn(jar, { user });
    const { personId } = (await jar.get('/api/session')).body as { personId: string };
    expect(personId).not.toBe(person.id);
  });

  it('does not open an account because the address is the same', async () => {
    const person = await api.signIn();
    const user = newUser({ email: person.email.toUpperCase() });
    const response = await signIn(newBrowser(), { user });
    expectProblem(response, 409, 'OIDC_ACCOUNT_EXISTS');
    expect(cookieIn(response)).toBeUndefined();
    expect(await personOf(user)).toBeUndefined();
  });

  it.each<[string, Partial<ProviderUser>]>([
    ['not verified', { email_verified: false }],
    ['said to be verified in another way than by true', { email_verified: 'true' }],
    ['none', { email: 'nobody' }],
    ['one that would have to be rewritten', { email: 'ｎame@example.com' }],
  ])('makes no account for an address that is %s', async (_, more) => {
    const user = newUser(more);
    expectProblem(await signIn(newBrowser(), { user }), 403, 'OIDC_EMAIL_UNVERIFIED');
    expect(await personOf(user)).toBeUndefined();
  });

  it('asks for the person’s own second factor after it', async () => {
    const user = newUser({ amr: ['pwd', 'mfa'] });
    const first = newBrowser();
    await signIn(first, { user });
    const person = await personOf(user);
    await rows(
      `INSERT INTO totp_credential (person_id, sealed_secret, confirmed_at) VALUES ($1, '', now())`,
      person?.id,
    );
    const jar = newBrowser();
    const response = await signIn(jar, { user }, '?return=/account%23x');
    expect(response.headers['location']).toBe('/account?return=%2Faccount%23x');
    expectProblem(await jar.get('/api/me'), 401, 'SECOND_FACTOR_REQUIRED');
  });

  it('knows how long ago the provider saw the person', async () => {
    const user = newUser();
    const jar = newBrowser();
    await signIn(jar, { user, secondsOld: 3600 });
    const passkeys = '/api/me/passkeys/options';
    expectProblem(await jar.post(passkeys), 403, 'CONFIRMATION_REQUIRED');
    // Who comes again from a session is asked anew by the provider.
    const again = new URL(await begin(jar));
    expect(again.searchParams.get('max_age')).toBe('300');
    await jar.get(await provider.visit(again.href, { user }));
    expect((await jar.post(passkeys)).status).toBe(200);
  });

  it('ends the session that the person had until then', async () => {
    const user = newUser();
    const jar = newBrowser();
    await signIn(jar, { user });
    const before = new BrowserJar(api.url, jar.cookies);
    await signIn(jar, { user });
    expectProblem(await before.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
  });
});

describe('an answer of the provider', () => {
  it('is taken once, by the browser that began', async () => {
    const user = newUser();
    const jar = newBrowser();
    const back = await provider.visit(await begin(jar), { user });
    expectProblem(await newBrowser().get(back), 409, 'OIDC_STATE_INVALID');
    const stolen = new BrowserJar(api.url, jar.cookies);
    expect((await jar.get(back)).status).toBe(303);
    expectProblem(await stolen.get(back), 409, 'OIDC_STATE_INVALID');
    expectProblem(await jar.get(back), 409, 'OIDC_STATE_INVALID');
  });

  it('is taken in each tab in which a sign-in has been begun', async () => {
    const jar = newBrowser();
    const tabs = [];
    for (const path of ['/account', '/account/forgotten', '/api/docs']) {
      tabs.push({ path, address: await begin(jar, `?return=${path}`) });
    }
    for (const { path, address } of tabs.reverse()) {
      const back = await provider.visit(address, { user: newUser() });
      expect((await jar.get(back)).headers['location']).toBe(path);
    }
  });

  it('is waited for in few tabs, however many a browser opens', async () => {
    const jar = newBrowser();
    for (let opened = 0; opened < 6; opened += 1) await begin(jar);
    const address = await begin(jar);
    expect(jar.cookies.match(/sukoyaka-oidc/g)).toHaveLength(4);
    const back = await provider.visit(address, { user: newUser() });
    expect((await jar.get(back)).status).toBe(303);
  });

  it.each<[string, (back: URL) => void, number, string]>([
    [
      'a state of no attempt',
      (back) => back.searchParams.set('state', '9x'),
      409,
      'OIDC_STATE_INVALID',
    ],
    ['two states', (back) => back.searchParams.append('state', '0x'), 409, 'OIDC_STATE_INVALID'],
    ['another state', (back) => back.searchParams.set('state', 'x'), 409, 'OIDC_STATE_INVALID'],
    ['no state', (back) => back.searchParams.delete('state'), 409, 'OIDC_STATE_INVALID'],
    ['two codes', (back) => back.searchParams.append('code', 'x'), 403, 'OIDC_REFUSED'],
    ['another code', (back) => back.searchParams.set('code', 'x'), 403, 'OIDC_REFUSED'],
    ['no code', (back) => back.searchParams.delete('code'), 403, 'OIDC_REFUSED'],
    [
      'another issuer',
      (back) => back.searchParams.set('iss', 'https://evil.example'),
      403,
      'OIDC_REFUSED',
    ],
    ['no issuer', (back) => back.searchParams.delete('iss'), 403, 'OIDC_REFUSED'],
  ])('is refused with %s', async (_, alter, status, code) => {
    const jar = newBrowser();
    const user = newUser();
    const visited = await provider.visit(await begin(jar), { user });
    const back = new URL(visited, 'http://localhost');
    alter(back);
    expectProblem(await jar.get(`${back.pathname}${back.search}`), status, code);
    expect(await personOf(user)).toBeUndefined();
  });

  it('is refused when its code is of another sign-in', async () => {
    const user = newUser();
    const [jar, other] = [newBrowser(), newBrowser()];
    const back = new URL(await provider.visit(await begin(jar), { user }), 'http://localhost');
    const own = new URL(await begin(other)).searchParams.get('state') ?? '';
    back.searchParams.set('state', own);
    const response = await other.get(`${back.pathname}${back.search}`);
    expectProblem(response, 403, 'OIDC_REFUSED');
  });

  it.each<[string, (token: string) => string]>([
    ['altered', (token) => token.replace(/\.[^.]+\./, `.${claims({ sub: 'admin' })}.`)],
    ['not signed', (token) => `${claims({ alg: 'none' })}.${token.split('.')[1] ?? ''}.`],
    ['signed with what is no private key', (token) => provider.signedWithSecret(token)],
    ['of another key', (token) => `${token.slice(0, -8)}AAAAAAAA`],
    ['no token', () => 'x'],
  ])('is refused when its ID token is %s', async (_, idToken) => {
    const user = newUser();
    expectProblem(await signIn(newBrowser(), { user, idToken }), 403, 'OIDC_REFUSED');
    expect(await personOf(user)).toBeUndefined();
  });

  const now = Math.floor(Date.now() / 1000);
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['expired', { exp: now - 3600 }],
    ['not valid yet', { nbf: now + 3600 }],
    ['for another service', { aud: 'other' }],
    [
      'for another service too, and this one by way of it',
      { aud: ['sukoyaka', 'other'], azp: 'other' },
    ],
    ['of another issuer', { iss: 'https://evil.example' }],
  ])('is refused when its ID token, signed by the provider, is %s', async (_, changes) => {
    const user = newUser();
    const idToken = (token: string) => provider.signed(token, changes);
    expectProblem(await signIn(newBrowser(), { user, idToken }), 403, 'OIDC_REFUSED');
    expect(await personOf(user)).toBeUndefined();
    const unchanged = (token: string) => provider.signed(token, {});
    expect((await signIn(newBrowser(), { user, idToken: unchanged })).status).toBe(303);
  });

  it('proves nothing by a time that is none', async () => {
    const jar = newBrowser();
    const idToken = (token: string) => provider.signed(token, { auth_time: 1e16 });
    expect((await signIn(jar, { user: newUser(), idToken })).status).toBe(303);
    expectProblem(await jar.post('/api/me/passkeys/options'), 403, 'CONFIRMATION_REQUIRED');
  });

  it.each([
    ['a null character', 'a\0b'],
    ['half a character', 'a\ud800'],
    ['too many characters', 'x'.repeat(3000)],
  ])('is refused when whom it names has %s', async (_, sub) => {
    const idToken = (token: string) => provider.signed(token, { sub });
    const answer = await signIn(newBrowser(), { user: newUser(), idToken });
    expectProblem(answer, 403, 'OIDC_REFUSED');
  });

  it('is refused when its ID token is to another request', async () => {
    const jar = newBrowser();
    const address = new URL(await begin(jar));
    address.searchParams.set('nonce', 'x'.repeat(43));
    const back = await provider.visit(address.href, { user: newUser() });
    expectProblem(await jar.get(back), 403, 'OIDC_REFUSED');
  });

  it('may be that it was cancelled, in the reader’s language or on a page', async () => {
    const jar = newBrowser();
    const back = await provider.visit(await begin(jar), { isCancelled: true });
    const response = await jar.get(back, { 'accept-language': 'ja' });
    const problem = expectProblem(response, 403, 'OIDC_CANCELLED');
    expect(problem['title']).toBe('ログインは取り消されました');
    const again = await provider.visit(await begin(jar), { isCancelled: true });
    const page = await jar.get(again, { accept: 'text/html,*/*;q=0.8' });
    expect([page.status, page.headers['location']]).toEqual([
      303,
      '/account?problem=OIDC_CANCELLED',
    ]);
  });

  it('is believed in nothing when nobody has asked', async () => {
    const response = await newBrowser().get(`${CALLBACK}?error=access_denied&state=x`);
    expectProblem(response, 409, 'OIDC_STATE_INVALID');
  });

  it('brings tokens that are kept nowhere and handed to no browser', async () => {
    const tokens: string[] = [];
    const idToken = (token: string) => {
      tokens.push(token);
      return token;
    };
    const response = await signIn(newBrowser(), { user: newUser(), idToken });
    expect(tokens).toHaveLength(1);
    const parts = (tokens[0] ?? '').split('.').slice(1);
    expect(await tracesOf(api.database.adminUrl, parts)).toEqual([]);
    const shown = JSON.stringify([response.headers, response.text]);
    for (const part of parts) expect(shown).not.toContain(part);
  });

  it('leaves no token, address or name in the log', async () => {
    const user = newUser();
    await signIn(newBrowser(), { user, idToken: () => 'x' });
    expect(api.log.join()).not.toContain(user.email);
    expect(api.log.join()).not.toContain('code=');
  });
});

describe('people who cannot come in otherwise', () => {
  it('set a password only after they have shown who they are', async () => {
    const user = newUser();
    const jar = newBrowser();
    await signIn(jar, { user, secondsOld: 3600 });
    const body = { current: 'none', password: 'seven umbrellas under water' };
    const put = () => jar.http.put('/api/me/password').send(body);
    expectProblem(await put(), 403, 'CONFIRMATION_REQUIRED');
    await signIn(jar, { user });
    await put().expect(204);
    expect((await jar.get('/api/me')).body).toMatchObject({ factors: { hasPassword: true } });
  });
});
