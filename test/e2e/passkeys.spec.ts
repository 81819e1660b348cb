import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { givePassword } from '../support/accounts.js';
import { bodyOf, expectProblem, type RunningApi, type SignedIn, startApi } from '../support/api.js';
import { type Deviation, SoftAuthenticator } from '../support/authenticator.js';
import { BrowserJar } from '../support/browser-jar.js';
import { NOBODY } from '../support/builders.js';
import { mailsTo } from '../support/mailbox.js';
import { addPasskey, browserOf, optionsAt, withPasskey } from '../support/passkeys.js';
import { makeSession } from '../support/people.js';

const PATH = '/api/me/passkeys';
type CreationOptions = Parameters<SoftAuthenticator['create']>[0];

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
const passkeysOf = ({ id }: SignedIn) =>
  rows<{ credential_id: string; counter: string; label: string }>(
    'SELECT * FROM passkey WHERE person_id = $1 ORDER BY created_at',
    id,
  );
const eventsOf = async ({ id }: SignedIn) => {
  const found = await rows<{ action: string }>(
    'SELECT action FROM audit_event WHERE chain_id = $1 ORDER BY sequence',
    id,
  );
  return found.map(({ action }) => action);
};
const softAuthenticator = () => new SoftAuthenticator(api.config.origin);

/** The person's session, begun so many minutes ago. */
async function jarOf(person: SignedIn, options: Parameters<typeof makeSession>[2] = {}) {
  const { cookie } = await makeSession(api.database.adminUrl, person.id, options);
  return new BrowserJar(api.url, cookie);
}

describe('POST /api/me/passkeys/options', () => {
  it('asks for a discoverable passkey of this host that checks who its user is', async () => {
    const person = await api.signIn({ name: 'สมศรี สุขสันต์' });
    const { authenticator, jar } = await withPasskey(api, person);
    expect(await optionsAt(jar, `${PATH}/options`)).toMatchObject({
      rp: { name: 'Sukoyaka', id: 'localhost' },
      user: {
        id: Buffer.from(person.id.replaceAll('-', ''), 'hex').toString('base64url'),
        name: person.email,
        displayName: 'สมศรี สุขสันต์',
      },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: authenticator.id, type: 'public-key' }],
    });
  });

  it('keeps the challenge in a cookie that nothing else gets at', async () => {
    const person = await api.signIn();
    const response = await browserOf(api, person).post(`${PATH}/options`);
    const [cookie = ''] = ([] as string[]).concat(response.headers['set-cookie'] ?? []);
    expect(cookie).toMatch(/^__Host-sukoyaka-challenge=v1\.[\w-]+; Max-Age=300; Path=\/; /);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict'])
      expect(cookie).toContain(attribute);
    const { challenge } = bodyOf(response)['publicKey'] as CreationOptions;
    expect(cookie).not.toContain(challenge);
  });

  it('is for who has lately shown who they are', async () => {
    const person = await api.signIn();
    const old = await jarOf(person, { minutesOld: 20 });
    expectProblem(await old.post(`${PATH}/options`), 403, 'CONFIRMATION_REQUIRED');
    const half = await jarOf(person, { stage: 'second-factor' });
    expectProblem(await half.post(`${PATH}/options`), 401, 'SECOND_FACTOR_REQUIRED');
    const nobody = await api.anonymous.post(`${PATH}/options`);
    expectProblem(nobody, 401, 'SIGN_IN_REQUIRED');
  });
});

describe('POST /api/me/passkeys', () => {
  it('adds the passkey, gives recovery codes, and goes on in a new session', async () => {
    const person = await api.signIn();
    const other = await jarOf(person);
    const { authenticator, jar, response } = await withPasskey(api, person);
    expect(response.body).toMatchObject({ stage: 'full' });
    expect(bodyOf(response)['recoveryCodes']).toHaveLength(10);
    expect(await passkeysOf(person)).toMatchObject([
      { credential_id: authenticator.id, counter: '0', label: 'Office laptop' },
    ]);
    expectProblem(await person.http.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
    expectProblem(await other.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
    expect((await jar.get('/api/session')).body).toMatchObject({ secondFactor: true });
    expect(await eventsOf(person)).toEqual(expect.arrayContaining(['person.passkey-added']));
    expect((await mailsTo(api, person.email)).map(({ text }) => text).join()).toMatch(
      /passkey has/,
    );
  });

  it('keeps recovery codes and other sessions when another one is added', async () => {
    const person = await api.signIn();
    const { jar } = await withPasskey(api, person);
    const other = await jarOf(person, { hasSecondFactor: true });
    const response = await addPasskey(jar, softAuthenticator());
    expect(bodyOf(response)['recoveryCodes']).toEqual([]);
    await other.http.get('/api/session').expect(200);
    expect((await jar.get('/api/me')).body).toMatchObject({
      factors: { passkeys: 2, recoveryCodes: 10 },
    });
  });

  it('completes the sign-in of who has to have a second factor', async () => {
    const person = await api.signIn({ role: 'operator' });
    const jar = await jarOf(person, { stage: 'enrolment' });
    expectProblem(
      await jar.get('/api/operator/organisations'),
      403,
      'SECOND_FACTOR_SETUP_REQUIRED',
    );
    const response = await addPasskey(jar, softAuthenticator());
    expect(response.body).toMatchObject({ stage: 'full' });
    await jar.http.get('/api/operator/organisations').expect(200);
  });

  it.each<[string, Deviation]>([
    ['another origin', { origin: 'https://sukoyaka.example.org' }],
    ['the same host at another scheme', { origin: 'https://localhost' }],
    ['another host', { rpId: 'example.org' }],
    ['a challenge of its own', { challenge: 'c29tZXRoaW5n' }],
    ['a user who was not checked', { isVerified: false }],
  ])('refuses an answer for %s', async (_, deviation) => {
    const person = await api.signIn();
    const jar = browserOf(api, person);
    const response = await addPasskey(jar, softAuthenticator(), deviation);
    expectProblem(response, 422, 'PASSKEY_INVALID');
    expect(await passkeysOf(person)).toEqual([]);
  });

  it('follows no address that a certificate names', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const certificates = [Buffer.from(`http://127.0.0.1:${port}/revoked.crl`)];
    const jar = browserOf(api, await api.signIn());
    const response = await addPasskey(jar, softAuthenticator(), { certificates });
    expectProblem(response, 422, 'PASSKEY_INVALID');
    expect(asked).toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });

  it('takes an answer once, in the session that it was asked in', async () => {
    const person = await api.signIn();
    const jar = browserOf(api, person);
    const credential = softAuthenticator().create(await optionsAt(jar, `${PATH}/options`));
    const [label, challenge] = ['Laptop', jar.cookies.split('; ')[1] ?? ''];
    expectProblem(
      await person.http.post(PATH).send({ label, credential }),
      409,
      'PASSKEY_CHALLENGE_GONE',
    );
    const elsewhere = await jarOf(person);
    const stolen = new BrowserJar(api.url, `${elsewhere.cookies}; ${challenge}`);
    expectProblem(await stolen.post(PATH, { label, credential }), 409, 'PASSKEY_CHALLENGE_GONE');
    // Used up by that attempt, also for the session that it was asked in.
    expectProblem(await jar.post(PATH, { label, credential }), 409, 'PASSKEY_CHALLENGE_GONE');
  });

  it('takes no answer to a sign-in for a new passkey', async () => {
    const jar = browserOf(api, await api.signIn());
    const options = await optionsAt<{ challenge: string }>(jar, '/api/session/passkey/options');
    const credential = softAuthenticator().create({
      ...options,
      rp: { id: 'localhost' },
      user: { id: 'AA' },
    });
    const response = await jar.post(PATH, { label: 'Laptop', credential });
    expectProblem(response, 409, 'PASSKEY_CHALLENGE_GONE');
  });

  it('refuses a passkey that somebody has', async () => {
    const { authenticator } = await withPasskey(api, await api.signIn());
    const response = await addPasskey(browserOf(api, await api.signIn()), authenticator);
    expectProblem(response, 409, 'PASSKEY_EXISTS');
  });

  it('refuses what is no credential, and says where', async () => {
    const jar = browserOf(api, await api.signIn());
    const good = softAuthenticator().create({
      challenge: 'AA',
      rp: { id: 'localhost' },
      user: { id: 'AA' },
    });
    const response = { ...good.response, attestationObject: 'not base64url!' };
    for (const credential of [{}, 'text', { ...good, rawId: 'AB' }, { ...good, response }]) {
      const problem = expectProblem(
        await jar.post(PATH, { label: 'x', credential }),
        400,
        'REQUEST_INVALID',
      );
      expect(problem['errors']).toMatchObject([{ pointer: '/credential', code: 'passkey' }]);
    }
  });

  it('refuses more than twenty', async () => {
    const person = await api.signIn();
    await rows(
      `INSERT INTO passkey (person_id, id, credential_id, public_key, counter, transports,
         is_backed_up, label)
       SELECT $1, gen_random_uuid(), gen_random_uuid()::text, '', 0, '{}', false, ''
       FROM generate_series(1, 20)`,
      person.id,
    );
    const response = await browserOf(api, person).post(`${PATH}/options`);
    expectProblem(response, 409, 'TOO_MANY_PASSKEYS');
  });
});

describe('GET and DELETE /api/me/passkeys', () => {
  it('lists and removes one, and the recovery codes with the last factor', async () => {
    const person = await api.signIn();
    await givePassword(api, person);
    const { id, jar } = await withPasskey(api, person);
    const passkey = { id, label: 'Office laptop', synced: false, lastUsedAt: null };
    expect((await jar.get(PATH)).body).toMatchObject({ passkeys: [passkey] });
    await jar.http.delete(`${PATH}/${id}`).expect(204);
    expect(await passkeysOf(person)).toEqual([]);
    expect((await jar.get('/api/me')).body).toMatchObject({ factors: { recoveryCodes: 0 } });
    expect(await eventsOf(person)).toEqual(expect.arrayContaining(['person.passkey-removed']));
    const texts = (await mailsTo(api, person.email)).map(({ text }) => text);
    expect(texts.join()).toMatch(/passkey has been removed/);
  });

  it('removes nothing of others, and nothing twice', async () => {
    const { id } = await withPasskey(api, await api.signIn());
    expectProblem(await api.http.delete(`${PATH}/${id}`), 404, 'PASSKEY_NOT_FOUND');
    expectProblem(await api.http.delete(`${PATH}/${NOBODY}`), 404, 'PASSKEY_NOT_FOUND');
    expectProblem(await api.http.delete(`${PATH}/x`), 400, 'IDENTIFIER_MALFORMED');
  });

  it('leaves the last factor of who must have one, and the last way to sign in', async () => {
    const operator = await api.signIn({ role: 'operator' });
    await givePassword(api, operator);
    const needed = await withPasskey(api, operator);
    const removal = await needed.jar.http.delete(`${PATH}/${needed.id}`);
    expectProblem(removal, 409, 'SECOND_FACTOR_NEEDED');
    const person = await api.signIn();
    const last = await withPasskey(api, person);
    expectProblem(await last.jar.http.delete(`${PATH}/${last.id}`), 409, 'LAST_SIGN_IN');
    expect([await passkeysOf(operator), await passkeysOf(person)]).toMatchObject([[{}], [{}]]);
  });

  it('keeps one of two that are removed at once', async () => {
    const operator = await api.signIn({ role: 'operator' });
    const { id, jar } = await withPasskey(api, operator);
    const second = bodyOf(await addPasskey(jar, softAuthenticator()))['id'];
    const removals = [id, String(second)].map((each) => jar.http.delete(`${PATH}/${each}`));
    const statuses = (await Promise.all(removals)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 409]);
  });

  it('asks who it is before it removes', async () => {
    const person = await api.signIn();
    const { id } = await withPasskey(api, person);
    const old = await jarOf(person, { minutesOld: 20, hasSecondFactor: true });
    expectProblem(await old.http.delete(`${PATH}/${id}`), 403, 'CONFIRMATION_REQUIRED');
  });
});
