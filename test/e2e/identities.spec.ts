import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { givePassword } from '../support/accounts.js';
import { bodyOf, expectProblem, type RunningApi, type SignedIn, startApi } from '../support/api.js';
import { BrowserJar } from '../support/browser-jar.js';
import { NOBODY } from '../support/builders.js';
import { IdentityProvider, type ProviderUser } from '../support/identity-provider.js';
import { mailsTo, newAddress } from '../support/mailbox.js';
import { browserOf } from '../support/passkeys.js';
import { makeSession } from '../support/people.js';

const PATH = '/api/me/identities';

let api: RunningApi;
let provider: IdentityProvider;
beforeAll(async () => {
  provider = await IdentityProvider.create('http://localhost/api/oidc/callback');
  await provider.listen();
  api = await startApi({ oidc: provider.settings });
});
afterAll(async () => {
  await api.stop();
  await provider.close();
});

const linksOf = ({ id }: Pick<SignedIn, 'id'>) =>
  withClient(api.database.adminUrl, async (client) => {
    const text = 'SELECT provider, subject FROM external_identity WHERE person_id = $1';
    return (await client.query(text, [id])).rows as { provider: string; subject: string }[];
  });
const newUser = (): ProviderUser => ({
  sub: randomUUID(),
  email: newAddress(),
  email_verified: true,
});

/** Asks for a link in the browser's session; where the provider leads back to. */
async function askForLink(jar: BrowserJar, user: ProviderUser): Promise<string> {
  const response = await jar.post(`${PATH}/start`, { return: '/account#sign-in' });
  expect(response.status).toBe(200);
  return provider.visit(String(bodyOf(response)['location']), { user });
}

async function signIn(jar: BrowserJar, user: ProviderUser) {
  const begun = await jar.get('/api/oidc/start');
  return jar.get(await provider.visit(String(begun.headers['location']), { user }));
}

describe('a link to an account with the provider', () => {
  it('is made by who is signed in, whatever address the provider has, and signs in then', async () => {
    const person = await api.signIn();
    const user = newUser();
    const jar = browserOf(api, person);
    const response = await jar.get(await askForLink(jar, user));
    expect([response.status, response.headers['location']]).toEqual([303, '/account#sign-in']);
    expect(await linksOf(person)).toEqual([
      { provider: provider.settings.issuer, subject: user.sub },
    ]);
    expect((await jar.get(PATH)).body).toMatchObject({
      identities: [{ issuer: provider.settings.issuer, name: 'Example Holdings' }],
    });
    const texts = (await mailsTo(api, person.email)).map(({ text }) => text);
    expect(texts.join()).toMatch(/identity provider has been linked/);
    const other = new BrowserJar(api.url);
    expect((await signIn(other, user)).status).toBe(303);
    expect((await other.get('/api/session')).body).toMatchObject({ personId: person.id });
  });

  it('is made in no other session than the one that asked', async () => {
    const [person, other] = [await api.signIn(), await api.signIn()];
    const user = newUser();
    const jar = browserOf(api, person);
    const back = await askForLink(jar, user);
    const state = jar.cookies.split('; ').find((each) => each.includes('oidc=')) ?? '';
    const swapped = new BrowserJar(api.url, `${other.cookie}; ${state}`);
    expectProblem(await swapped.get(back), 409, 'OIDC_STATE_INVALID');
    const nobody = new BrowserJar(api.url, state);
    expectProblem(await nobody.get(back), 409, 'OIDC_STATE_INVALID');
    expect([await linksOf(person), await linksOf(other)]).toEqual([[], []]);
  });

  it('is made once for each account with the provider', async () => {
    const user = newUser();
    await signIn(new BrowserJar(api.url), user);
    const person = await api.signIn();
    const jar = browserOf(api, person);
    expectProblem(await jar.get(await askForLink(jar, user)), 409, 'IDENTITY_TAKEN');
    expect(await linksOf(person)).toEqual([]);
  });

  it('is asked for by who has lately shown who they are, for a path of this service', async () => {
    const person = await api.signIn();
    const old = await makeSession(api.database.adminUrl, person.id, { minutesOld: 20 });
    const jar = new BrowserJar(api.url, old.cookie);
    expectProblem(await jar.post(`${PATH}/start`), 403, 'CONFIRMATION_REQUIRED');
    const elsewhere = { return: '//evil.example' };
    const response = await browserOf(api, person).post(`${PATH}/start`, elsewhere);
    expectProblem(response, 400, 'REQUEST_INVALID');
    expectProblem(await api.anonymous.post(`${PATH}/start`), 401, 'SIGN_IN_REQUIRED');
  });
});

describe('DELETE /api/me/identities/{identityId}', () => {
  it('removes the link, unless it is the last way to sign in', async () => {
    const user = newUser();
    const jar = new BrowserJar(api.url);
    await signIn(jar, user);
    const id = String(bodyOf(await jar.get('/api/session'))['personId']);
    const [{ id: link }] = bodyOf(await jar.get(PATH))['identities'] as [{ id: string }];
    expectProblem(await jar.http.delete(`${PATH}/${link}`), 409, 'LAST_SIGN_IN');
    expect(await linksOf({ id })).toHaveLength(1);
    await givePassword(api, { id } as SignedIn);
    await jar.http.delete(`${PATH}/${link}`).expect(204);
    expect(await linksOf({ id })).toEqual([]);
    const texts = (await mailsTo(api, user.email ?? '')).map(({ text }) => text);
    expect(texts.join()).toMatch(/identity provider and your Sukoyaka account has been removed/);
    // The address does not link it again.
    expectProblem(await signIn(new BrowserJar(api.url), user), 409, 'OIDC_ACCOUNT_EXISTS');
  });

  it('removes nothing of others', async () => {
    const jar = new BrowserJar(api.url);
    await signIn(jar, newUser());
    const [{ id }] = bodyOf(await jar.get(PATH))['identities'] as [{ id: string }];
    expectProblem(await api.http.delete(`${PATH}/${id}`), 404, 'IDENTITY_NOT_FOUND');
    expectProblem(await api.http.delete(`${PATH}/${NOBODY}`), 404, 'IDENTITY_NOT_FOUND');
    expectProblem(await api.http.delete(`${PATH}/x`), 400, 'IDENTIFIER_MALFORMED');
    expect((await jar.get(PATH)).body).toMatchObject({ identities: [{ id }] });
  });
});
