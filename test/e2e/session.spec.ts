import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { newTotpSecret, seal, tokenHash, totpCode } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import { totpContext } from '@sukoyaka/accounts';
import { Afterwards } from '../../apps/api/src/platform/http/afterwards.js';
import { cookieIn, givePassword, keeping, PASSWORD } from '../support/accounts.js';
import {
  bodyOf,
  expectProblem,
  httpOf,
  type RunningApi,
  type SignedIn,
  startApi,
} from '../support/api.js';
import { saveOrganisation } from '../support/builders.js';
import { mailsTo, newAddress } from '../support/mailbox.js';
import { makeSession, type PersonOptions } from '../support/people.js';
import { statementsOf } from '../support/statements.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const admin = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

async function withPassword(options: PersonOptions = {}): Promise<SignedIn> {
  const person = await api.signIn(options);
  await givePassword(api, person);
  return person;
}

const signIn = (email: string, password = PASSWORD, http = api.anonymous) =>
  http.post('/api/session').send({ email, password });

const sessionsOf = ({ id }: SignedIn) =>
  admin<{ stage: string; hash: string; factor: Date | null }>(
    'SELECT stage, token_hash AS hash, second_factor_at AS factor FROM session WHERE person_id = $1',
    [id],
  );

/** Sets up an authenticator app, of which only the person has the secret. */
async function giveTotp({ id }: SignedIn): Promise<string> {
  const secret = newTotpSecret();
  const sealed = seal(api.config.keyring.key('totp'), secret, totpContext(id));
  await admin(
    'INSERT INTO totp_credential (person_id, sealed_secret, confirmed_at) VALUES ($1, $2, now())',
    [id, sealed],
  );
  return secret;
}

describe('POST /api/session', () => {
  it('opens a session that only its bearer can use', async () => {
    const person = await withPassword();
    const response = await signIn(person.email).expect(200);
    expect(response.body).toEqual({ stage: 'full' });
    const token = cookieIn(response) ?? '';
    const line = ([] as string[]).concat(response.headers['set-cookie'] ?? [])[0];
    expect(line).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const stored = await sessionsOf(person);
    expect(stored.map(({ hash }) => hash)).toContain(tokenHash(token));
    expect(JSON.stringify(stored)).not.toContain(token);
    await keeping(api, response).get('/api/session').expect(200);
  });

  it('takes the address in any case and with spaces', async () => {
    const person = await withPassword({ email: newAddress() });
    await signIn(`  ${person.email.toUpperCase()} `).expect(200);
  });

  it('hashes a password anew that was hashed with less effort', async () => {
    const person = await withPassword();
    const weak = await hash(PASSWORD, { memoryCost: 8 * 1024, timeCost: 1, parallelism: 1 });
    const statement =
      'UPDATE password_credential SET hash = $2 WHERE person_id = $1 RETURNING hash';
    await admin(statement, [person.id, weak]);
    await signIn(person.email).expect(200);
    const [stored] = await admin<{ hash: string }>(
      'SELECT hash FROM password_credential WHERE person_id = $1',
      [person.id],
    );
    expect(stored?.hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    await signIn(person.email).expect(200);
  });

  it('does not tell a wrong password from an unknown address', async () => {
    const person = await withPassword();
    const wrong = expectProblem(
      await signIn(person.email, 'not this one at all'),
      401,
      'SIGN_IN_FAILED',
    );
    const unknown = expectProblem(await signIn(newAddress()), 401, 'SIGN_IN_FAILED');
    const { correlationId: _one, ...first } = wrong;
    const { correlationId: _other, ...second } = unknown;
    expect(first).toEqual(second);
  });

  it('answers before it notes whose password was wrong, and asks the same for nobody', async () => {
    const person = await withPassword();
    await withClient(api.database.adminUrl, async (client) => {
      await client.query('BEGIN');
      // From now on nothing can be noted.
      await client.query('LOCK TABLE audit_event, audit_head IN ACCESS EXCLUSIVE MODE');
      expectProblem(await signIn(person.email, 'not this one'), 401, 'SIGN_IN_FAILED');
      await client.query('ROLLBACK');
    });
    await api.app.get(Afterwards).done();
    const noted =
      "SELECT FROM audit_event WHERE chain_id = $1 AND action = 'person.sign-in-failed'";
    expect(await admin(noted, [person.id])).toHaveLength(1);
    const { statements } = await statementsOf(() => signIn(newAddress()).then((answer) => answer));
    expect(statements.filter((each) => each.includes('FROM password_credential'))).toHaveLength(1);
  });

  it('says so in the language of the reader', async () => {
    const response = await signIn(newAddress()).set('Accept-Language', 'th');
    expect(expectProblem(response, 401, 'SIGN_IN_FAILED')['title']).toMatch(/[\u0e00-\u0e7f]/);
  });

  it('notes success and failure in the log of the person, without secrets', async () => {
    const person = await withPassword();
    await signIn(person.email, 'not this one at all');
    await api.app.get(Afterwards).done();
    await signIn(person.email).expect(200);
    const events = await admin<{ action: string; actor: string }>(
      'SELECT action, actor_kind AS actor FROM audit_event WHERE chain_id = $1 ORDER BY sequence',
      [person.id],
    );
    expect(events).toEqual([
      { action: 'person.sign-in-failed', actor: 'system' },
      { action: 'person.signed-in', actor: 'system' },
    ]);
    expect(api.log.join('\n')).not.toContain(person.email);
    expect(api.log.join('\n')).not.toContain(PASSWORD);
  });

  it('tells the person about a browser that it has not seen, once', async () => {
    const person = await withPassword();
    const first = await signIn(person.email).expect(200);
    await signIn(person.email, PASSWORD, keeping(api, first)).expect(200);
    const mails = await mailsTo(api, person.email);
    expect(mails.map(({ subject }) => subject)).toHaveLength(1);
  });

  it('ends the session that the person had in this browser, and no other', async () => {
    const person = await withPassword();
    const before = keeping(api, await signIn(person.email).expect(200));
    const after = keeping(api, await signIn(person.email, PASSWORD, before).expect(200));
    expectProblem(await before.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
    await after.get('/api/session').expect(200);
    await person.http.get('/api/session').expect(200);
  });

  it('takes a password however old it is', async () => {
    const person = await withPassword();
    await admin(
      "UPDATE password_credential SET changed_at = now() - interval '20 years' WHERE person_id = $1",
      [person.id],
    );
    expect((await signIn(person.email).expect(200)).body).toEqual({ stage: 'full' });
  });

  it.each([
    [{}, '/email'],
    [{ email: 'a@b.co', password: '' }, '/password'],
    [{ email: 'a@b.co', password: 'x'.repeat(1001) }, '/password'],
    [{ email: 'nobody', password: 'x' }, '/email'],
    [{ email: 'a@b.co', password: 'x', admin: true }, '/admin'],
    [{ email: { $ne: null }, password: 'x' }, '/email'],
  ])('refuses %j', async (body, pointer) => {
    const response = await api.anonymous.post('/api/session').send(body);
    const { errors } = expectProblem(response, 400, 'REQUEST_INVALID');
    expect(errors).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]));
  });
});

describe('guessing', () => {
  it('is slowed down, also for an address that nobody has', async () => {
    for (const email of [(await withPassword()).email, newAddress()]) {
      const answers = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        answers.push((await signIn(email, `wrong guess ${attempt}`)).status);
      }
      expect(answers.slice(0, 10)).toEqual(Array(10).fill(401));
      expect(answers.at(-1)).toBe(429);
    }
  });

  it('locks nobody out of a browser in which they have signed in before', async () => {
    const person = await withPassword();
    const known = keeping(api, await signIn(person.email).expect(200));
    for (let attempt = 0; attempt < 12; attempt += 1)
      await signIn(person.email, `guess ${attempt}`);
    const stranger = expectProblem(await signIn(person.email), 429, 'SIGN_IN_THROTTLED');
    expect(stranger['detail']).toMatch(/\d+ seconds/);
    await signIn(person.email, PASSWORD, known).expect(200);
  });

  it('does not get by with a mark that was made up', async () => {
    const person = await withPassword();
    for (let attempt = 0; attempt < 12; attempt += 1)
      await signIn(person.email, `guess ${attempt}`);
    const forged = httpOf(api.url, { cookie: `__Host-sukoyaka-device=${person.id}.nonce.AAAA` });
    expectProblem(await signIn(person.email, PASSWORD, forged), 429, 'SIGN_IN_THROTTLED');
  });
});

describe('POST /api/session/second-factor', () => {
  it('completes a sign-in under another token', async () => {
    const person = await withPassword();
    const secret = await giveTotp(person);
    const begun = await signIn(person.email).expect(200);
    expect(begun.body).toEqual({ stage: 'second-factor' });
    const half = keeping(api, begun);
    expectProblem(await half.get('/api/me'), 401, 'SECOND_FACTOR_REQUIRED');
    const code = totpCode(secret, new Date());
    const done = await half.post('/api/session/second-factor').send({ code }).expect(200);
    expect(cookieIn(done)).not.toBe(cookieIn(begun));
    expectProblem(await half.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
    const response = await keeping(api, done).get('/api/session').expect(200);
    expect(response.body).toMatchObject({ stage: 'full', secondFactor: true });
  });

  it('takes a code once', async () => {
    const person = await withPassword();
    const code = totpCode(await giveTotp(person), new Date());
    const attempts = [await signIn(person.email), await signIn(person.email)];
    const answers = await Promise.all(
      attempts.map((begun) =>
        keeping(api, begun).post('/api/session/second-factor').send({ code }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('slows guessing down over all sessions of the person', async () => {
    const person = await withPassword();
    await giveTotp(person);
    const statuses = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const half = keeping(api, await signIn(person.email).expect(200));
      const answer = await half.post('/api/session/second-factor').send({ code: '000000' });
      statuses.push(answer.status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('is for who has given the password, and not for who has signed in', async () => {
    const send = (http: typeof api.http) =>
      http.post('/api/session/second-factor').send({ code: '123456' });
    expectProblem(await send(api.anonymous), 401, 'SIGN_IN_REQUIRED');
    expectProblem(await send(api.http), 409, 'ALREADY_SIGNED_IN');
  });
});

describe('a role that demands a second factor', () => {
  it('lets its bearer do nothing but set one up', async () => {
    const person = await withPassword({ role: 'operator' });
    const begun = await signIn(person.email).expect(200);
    expect(begun.body).toEqual({ stage: 'enrolment' });
    const enrolling = keeping(api, begun);
    expectProblem(await enrolling.get('/api/me'), 403, 'SECOND_FACTOR_SETUP_REQUIRED');
    expectProblem(
      await enrolling.get('/api/organisations/x/assessments'),
      403,
      'SECOND_FACTOR_SETUP_REQUIRED',
    );
    const setup = bodyOf(await enrolling.post('/api/me/totp').expect(201));
    const code = totpCode(String(setup['secret']), new Date());
    const done = await enrolling.post('/api/me/totp/confirmation').send({ code }).expect(200);
    expect(bodyOf(done)['recoveryCodes']).toHaveLength(10);
    const response = await keeping(api, done).get('/api/session').expect(200);
    expect(response.body).toMatchObject({ stage: 'full', roles: ['operator'], secondFactor: true });
  });
});

describe('GET /api/session', () => {
  it('says who is signed in and where they belong', async () => {
    const person = await api.signIn({ name: 'สมศรี', language: 'th' });
    const own = await person.http
      .post('/api/organisations')
      .send({ names: { th: 'ก' }, country: 'TH' });
    await saveOrganisation(api);
    const response = await person.http.get('/api/session').expect(200);
    expect(response.body).toMatchObject({
      stage: 'full',
      personId: person.id,
      name: 'สมศรี',
      language: 'th',
      roles: [],
      organisations: [{ id: bodyOf(own)['id'], role: 'owner', names: { th: 'ก' } }],
      furtherOrganisations: null,
    });
  });

  it.each(['', 'x', 'A'.repeat(43), '"quoted"', '%00'])('knows no session %j', async (token) => {
    const http = httpOf(api.url, { cookie: `__Host-sukoyaka=${token}` });
    expectProblem(await http.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
  });

  it('knows no session that has rested too long or is too old', async () => {
    const person = await api.signIn();
    for (const column of ["last_seen_at = now() - interval '61 minutes'", 'expires_at = now()']) {
      const { cookie, sessionId } = await makeSession(api.database.adminUrl, person.id);
      const http = httpOf(api.url, { cookie });
      await http.get('/api/session').expect(200);
      await admin(`UPDATE session SET ${column} WHERE id = $1`, [sessionId]);
      expectProblem(await http.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
    }
  });
});

describe('DELETE /api/session', () => {
  it('ends the session for good and clears the cookie', async () => {
    const { cookie } = await makeSession(api.database.adminUrl, api.person.id);
    const http = httpOf(api.url, { cookie });
    const response = await http.delete('/api/session').expect(204);
    expect(cookieIn(response)).toBe('');
    expect(response.headers['clear-site-data']).toBe('"cache", "storage"');
    expectProblem(await http.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
  });
});

describe('POST /api/session/confirmation', () => {
  it('lets somebody change what protects the account again', async () => {
    const person = await withPassword();
    const { cookie } = await makeSession(api.database.adminUrl, person.id, { minutesOld: 16 });
    const http = httpOf(api.url, { cookie });
    expectProblem(await http.post('/api/me/totp'), 403, 'CONFIRMATION_REQUIRED');
    const confirm = (password: string) => http.post('/api/session/confirmation').send({ password });
    expectProblem(await confirm('not this one at all'), 403, 'PASSWORD_WRONG');
    expectProblem(await http.post('/api/me/totp'), 403, 'CONFIRMATION_REQUIRED');
    const confirmed = await confirm(PASSWORD).expect(204);
    expectProblem(await http.get('/api/me'), 401, 'SIGN_IN_REQUIRED');
    await keeping(api, confirmed).post('/api/me/totp').expect(201);
  });

  it('asks for the second factor too where there is one, once for each code', async () => {
    const person = await withPassword();
    const secret = await giveTotp(person);
    const session = { hasSecondFactor: true, minutesOld: 16 };
    const { cookie } = await makeSession(api.database.adminUrl, person.id, session);
    const http = httpOf(api.url, { cookie });
    const confirm = (body: object, by = http) => by.post('/api/session/confirmation').send(body);
    expectProblem(await confirm({ password: PASSWORD }), 401, 'SECOND_FACTOR_REQUIRED');
    const wrong = await confirm({ password: PASSWORD, code: '000000' });
    expectProblem(wrong, 401, 'SECOND_FACTOR_WRONG');
    expectProblem(await http.delete('/api/me/totp'), 403, 'CONFIRMATION_REQUIRED');
    const right = { password: PASSWORD, code: totpCode(secret, new Date()) };
    const confirmed = keeping(api, await confirm(right).expect(204));
    expectProblem(await confirm(right, confirmed), 401, 'SECOND_FACTOR_WRONG');
    await confirmed.delete('/api/me/totp').expect(204);
  });

  it('slows guessing down, of passwords and of codes', async () => {
    for (const password of ['not this one at all', PASSWORD]) {
      const person = await withPassword();
      await giveTotp(person);
      const body = { password, code: '000000' };
      const statuses = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        statuses.push((await person.http.post('/api/session/confirmation').send(body)).status);
      }
      expect(statuses.at(-1)).toBe(429);
    }
  });
});

describe('a request with the cookie from another site', () => {
  it.each([
    ['sec-fetch-site', 'cross-site'],
    ['origin', 'https://evil.example'],
  ])('changes nothing: %s', async (header, value) => {
    const response = await api.http
      .post('/api/organisations')
      .set(header, value)
      .send({ names: { en: 'x' }, country: 'TH' });
    expectProblem(response, 403, 'CROSS_SITE_REQUEST');
  });
});
