import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources } from '@sukoyaka/locales';
import { withClient } from '@sukoyaka/testing';
import { cookieIn, givePassword, PASSWORD } from '../support/accounts.js';
import { expectProblem, type RunningApi, type SignedIn, startApi } from '../support/api.js';
import { type Deviation, SoftAuthenticator } from '../support/authenticator.js';
import { BrowserJar } from '../support/browser-jar.js';
import { mailsTo } from '../support/mailbox.js';
import { optionsAt, usePasskey, withPasskey } from '../support/passkeys.js';

const PATH = '/api/session/passkey';
type RequestOptions = Parameters<SoftAuthenticator['use']>[0];

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const rows = <Row>(text: string, ...values: readonly unknown[]) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows: found } = await client.query(text, [...values]);
    return found as Row[];
  });
const failuresOf = ({ id }: SignedIn) =>
  rows<{ after: object }>(
    `SELECT facts_after AS after FROM audit_event
     WHERE chain_id = $1 AND action = 'person.sign-in-failed' ORDER BY sequence`,
    id,
  );
const newBrowser = () => new BrowserJar(api.url);

/** A browser in which somebody has given their password, and their passkey is asked for. */
async function afterPassword(person: SignedIn): Promise<BrowserJar> {
  const jar = newBrowser();
  const response = await jar.post('/api/session', { email: person.email, password: PASSWORD });
  expect(response.body).toEqual({ stage: 'second-factor' });
  return jar;
}

describe('a sign-in with a passkey', () => {
  it('needs nothing else, and counts as second factor', async () => {
    const person = await api.signIn({ role: 'operator' });
    const { authenticator } = await withPasskey(api, person);
    const jar = newBrowser();
    const response = await usePasskey(jar, authenticator);
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ stage: 'full' });
    expect(cookieIn(response)).toMatch(/^[\w-]{43}$/);
    await jar.http.get('/api/operator/organisations').expect(200);
    expect((await jar.get('/api/me/sessions')).body).toMatchObject({
      sessions: expect.arrayContaining([
        expect.objectContaining({ isCurrent: true, method: 'passkey', secondFactor: true }),
      ]),
    });
    const [passkey] = await rows<{ counter: string; used: boolean }>(
      'SELECT counter, last_used_at IS NOT NULL AS used FROM passkey WHERE person_id = $1',
      person.id,
    );
    expect(passkey).toEqual({ counter: '1', used: true });
  });

  it('names nobody’s passkeys to who is not known', async () => {
    const options = await optionsAt(newBrowser(), `${PATH}/options`);
    expect(options).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [],
    });
  });

  it('shows again who it is, in a new session', async () => {
    const person = await api.signIn();
    const { authenticator, jar } = await withPasskey(api, person);
    const before = jar.cookies;
    expect((await usePasskey(jar, authenticator)).status).toBe(200);
    const stale = await new BrowserJar(api.url, before).get('/api/session');
    expectProblem(stale, 401, 'SIGN_IN_REQUIRED');
    await jar.http.get('/api/session').expect(200);
  });

  it('works with authenticators that do not count', async () => {
    const { authenticator } = await withPasskey(api, await api.signIn());
    for (const _ of [1, 2]) {
      expect((await usePasskey(newBrowser(), authenticator, { counter: 0 })).status).toBe(200);
    }
  });

  it.each<[string, Deviation]>([
    ['for another origin', { origin: 'http://localhost:4000' }],
    ['for another host', { rpId: 'example.org' }],
    ['to another challenge', { challenge: 'c29tZXRoaW5n' }],
    ['without the user being checked', { isVerified: false }],
    ['in the name of somebody else', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['in nobody’s name', { userHandle: null }],
  ])('refuses an answer %s', async (_, deviation) => {
    const person = await api.signIn();
    const { authenticator } = await withPasskey(api, person);
    const response = await usePasskey(newBrowser(), authenticator, deviation);
    expectProblem(response, 401, 'PASSKEY_REFUSED');
    expect(cookieIn(response)).toBeUndefined();
    expect(await failuresOf(person)).toEqual([{ after: { method: 'passkey', cause: 'answer' } }]);
  });

  it('refuses a signature of another key', async () => {
    const { authenticator } = await withPasskey(api, await api.signIn());
    const forged = new SoftAuthenticator(api.config.origin);
    const jar = newBrowser();
    const options = await optionsAt<RequestOptions>(jar, `${PATH}/options`);
    const { id } = authenticator;
    const credential = {
      ...authenticator.use(options),
      response: forged.use(options).response,
      id,
      rawId: id,
    };
    expectProblem(await jar.post(PATH, { credential }), 401, 'PASSKEY_REFUSED');
  });

  it('refuses a passkey that nobody has, as any other', async () => {
    const stranger = new SoftAuthenticator(api.config.origin);
    expectProblem(await usePasskey(newBrowser(), stranger), 401, 'PASSKEY_REFUSED');
  });

  it('takes an answer once', async () => {
    const { authenticator } = await withPasskey(api, await api.signIn());
    const jar = newBrowser();
    const options = await optionsAt<RequestOptions>(jar, `${PATH}/options`);
    const credential = authenticator.use(options);
    const stolen = new BrowserJar(api.url, jar.cookies);
    expect((await jar.post(PATH, { credential })).status).toBe(200);
    expectProblem(await stolen.post(PATH, { credential }), 409, 'PASSKEY_CHALLENGE_GONE');
    const again = new BrowserJar(api.url, jar.cookies);
    expectProblem(await again.post(PATH, { credential }), 409, 'PASSKEY_CHALLENGE_GONE');
  });

  it('takes one of two identical answers that come at once', async () => {
    const { authenticator } = await withPasskey(api, await api.signIn());
    const jar = newBrowser();
    const credential = authenticator.use(await optionsAt<RequestOptions>(jar, `${PATH}/options`));
    const both = await Promise.all([1, 2].map(() => jar.http.post(PATH).send({ credential })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('refuses a cookie that was altered, or is older than five minutes', async () => {
    const { authenticator } = await withPasskey(api, await api.signIn());
    const jar = newBrowser();
    const credential = authenticator.use(await optionsAt<RequestOptions>(jar, `${PATH}/options`));
    const altered = new BrowserJar(api.url, `${jar.cookies.slice(0, -4)}AAAA`);
    expectProblem(await altered.post(PATH, { credential }), 409, 'PASSKEY_CHALLENGE_GONE');
    const realNow = Date.now;
    Date.now = () => realNow() + 301_000;
    try {
      expectProblem(await jar.post(PATH, { credential }), 409, 'PASSKEY_CHALLENGE_GONE');
    } finally {
      Date.now = realNow;
    }
  });

  it('refuses a count that has not grown: there is a copy', async () => {
    const person = await api.signIn();
    const { authenticator } = await withPasskey(api, person);
    expect((await usePasskey(newBrowser(), authenticator, { counter: 7 })).status).toBe(200);
    for (const counter of [7, 3, 0]) {
      const response = await usePasskey(newBrowser(), authenticator, { counter });
      expectProblem(response, 403, 'PASSKEY_CLONED');
    }
    expect(await failuresOf(person)).toContainEqual({
      after: { method: 'passkey', cause: 'counter' },
    });
    const told = (await mailsTo(api, person.email)).map(({ subject }) => subject);
    const subject = `[Sukoyaka] ${resources.en.mail['passkey-copied'].subject}`;
    expect(told.filter((each) => each === subject)).toHaveLength(3);
  });

  it('refuses the passkey of somebody who has been erased', async () => {
    const person = await api.signIn();
    const { authenticator } = await withPasskey(api, person);
    const erase = 'UPDATE person SET email = NULL, name = NULL, erased_at = now() WHERE id = $1';
    await rows(erase, person.id);
    expectProblem(await usePasskey(newBrowser(), authenticator), 401, 'PASSKEY_REFUSED');
  });

  it('lets nobody try without end', async () => {
    const { authenticator } = await withPasskey(api, await api.signIn());
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const response = await usePasskey(newBrowser(), authenticator, { isVerified: false });
      statuses.push(response.status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(-1)).toEqual([429]);
  });

  it('refuses what is no credential', async () => {
    const response = await api.anonymous.post(PATH).send({ credential: { id: 'x' } });
    const problem = expectProblem(response, 400, 'REQUEST_INVALID');
    expect(problem['errors']).toMatchObject([{ pointer: '/credential', code: 'passkey' }]);
  });
});

describe('a passkey after a password', () => {
  it('completes the sign-in in a new session', async () => {
    const person = await api.signIn();
    await givePassword(api, person);
    const { authenticator } = await withPasskey(api, person);
    const jar = await afterPassword(person);
    const half = jar.cookies;
    const options = await optionsAt(jar, `${PATH}/options`);
    expect(options).toMatchObject({ allowCredentials: [{ id: authenticator.id }] });
    // Where passkeys are named, an authenticator may leave out whom it means.
    const response = await usePasskey(jar, authenticator, { userHandle: null });
    expect(response.body).toEqual({ stage: 'full' });
    expect((await jar.get('/api/session')).body).toMatchObject({ secondFactor: true });
    const stale = await new BrowserJar(api.url, half).get('/api/session');
    expectProblem(stale, 401, 'SIGN_IN_REQUIRED');
    const [event] = await rows<{ after: object }>(
      `SELECT facts_after AS after FROM audit_event WHERE chain_id = $1
       AND action = 'person.signed-in' ORDER BY sequence DESC LIMIT 1`,
      person.id,
    );
    expect(event?.after).toEqual({ method: 'password', secondFactor: true });
  });

  it('refuses the passkey of another person', async () => {
    const [person, other] = [await api.signIn(), await api.signIn()];
    await givePassword(api, person);
    await withPasskey(api, person);
    const { authenticator } = await withPasskey(api, other);
    const jar = await afterPassword(person);
    expectProblem(await usePasskey(jar, authenticator), 401, 'PASSKEY_REFUSED');
    expectProblem(await jar.get('/api/me'), 401, 'SECOND_FACTOR_REQUIRED');
    expect([await failuresOf(person), await failuresOf(other)]).toMatchObject([[{}], []]);
  });

  it('takes no challenge from before the password', async () => {
    const person = await api.signIn();
    await givePassword(api, person);
    const { authenticator } = await withPasskey(api, person);
    const jar = newBrowser();
    const options = await optionsAt<RequestOptions>(jar, `${PATH}/options`);
    await jar.post('/api/session', { email: person.email, password: PASSWORD });
    const response = await jar.post(PATH, { credential: authenticator.use(options) });
    expectProblem(response, 409, 'PASSKEY_CHALLENGE_GONE');
  });
});
