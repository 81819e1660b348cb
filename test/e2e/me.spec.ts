import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { totpCode } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import { givePassword, keeping, OTHER_PASSWORD, PASSWORD } from '../support/accounts.js';
import {
  bodyOf,
  expectProblem,
  httpOf,
  type RunningApi,
  type SignedIn,
  startApi,
} from '../support/api.js';
import { NOBODY } from '../support/builders.js';
import { mailsTo } from '../support/mailbox.js';
import { makeSession } from '../support/people.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const stored = <Row>({ id }: SignedIn, table: string) =>
  withClient(api.database.adminUrl, async (client) => {
    const column = table === 'person' ? 'id' : 'person_id';
    const { rows } = await client.query(`SELECT * FROM ${table} WHERE ${column} = $1`, [id]);
    return rows as Row[];
  });

describe('GET and PUT /api/me', () => {
  const facts = { name: '佐藤 健', language: 'ja', timeZone: 'Asia/Tokyo' };

  it('shows and changes name, language and time zone', async () => {
    const person = await api.signIn();
    const read = await person.http.get('/api/me').expect(200);
    expect(read.headers['etag']).toBe('"1"');
    expect(read.body).toMatchObject({ id: person.id, email: person.email, synthetic: false });
    const put = person.http.put('/api/me').set('If-Match', '"1"').send(facts);
    expect((await put.expect(200)).body).toMatchObject({ ...facts, version: 2 });
    expect(await stored(person, 'person')).toMatchObject([
      { name: '佐藤 健', time_zone: 'Asia/Tokyo' },
    ]);
    expect((await person.http.get('/api/session')).body).toMatchObject({ language: 'ja' });
  });

  it('notes what changed as it was and is, and of a name only that it did', async () => {
    const person = await api.signIn({ name: 'Before' });
    const noted = async (version: number, body: object) => {
      const put = person.http.put('/api/me').set('If-Match', `"${version}"`).send(body);
      await put.expect(200);
      const { events } = bodyOf(await person.http.get('/api/me/audit?limit=1').expect(200));
      const [{ before, after }] = events as [Record<'before' | 'after', unknown>];
      return { before, after };
    };
    const unchanged = { name: 'Before', language: 'en', timeZone: 'Asia/Bangkok' };
    expect(await noted(1, { ...unchanged, name: ' After ' })).toEqual({
      before: {},
      after: { fields: ['name'] },
    });
    expect(await noted(2, { ...facts, name: 'After' })).toEqual({
      before: { language: 'en', timeZone: 'Asia/Bangkok' },
      after: { language: 'ja', timeZone: 'Asia/Tokyo', fields: ['language', 'timeZone'] },
    });
    const { events } = bodyOf(await person.http.get('/api/me/export').expect(200));
    expect(JSON.stringify(events)).not.toMatch(/Before|After/);
  });

  it('shows both versions when another window was first', async () => {
    const person = await api.signIn();
    const put = () => person.http.put('/api/me').set('If-Match', '"1"').send(facts);
    await put().expect(200);
    const problem = expectProblem(await put(), 412, 'VERSION_CONFLICT');
    expect(problem).toMatchObject({ yours: { version: 1 }, current: { version: 2 } });
  });

  it('is for who is signed in', async () => {
    expectProblem(await api.anonymous.get('/api/me'), 401, 'SIGN_IN_REQUIRED');
    expectProblem(await api.anonymous.put('/api/me').send(facts), 401, 'SIGN_IN_REQUIRED');
    const put = api.http
      .put('/api/me')
      .set('If-Match', '"1"')
      .send({ ...facts, language: 'xx' });
    expectProblem(await put, 400, 'REQUEST_INVALID');
    expectProblem(await api.http.put('/api/me').send(facts), 428, 'VERSION_REQUIRED');
  });
});

describe('PUT /api/me/password', () => {
  const change = (person: SignedIn, current: string, password: string) =>
    person.http.put('/api/me/password').send({ current, password });

  it('ends every other session and tells the person', async () => {
    const person = await api.signIn();
    await givePassword(api, person);
    const elsewhere = await makeSession(api.database.adminUrl, person.id);
    await change(person, PASSWORD, OTHER_PASSWORD).expect(204);
    await person.http.get('/api/me').expect(200);
    const other = httpOf(api.url, { cookie: elsewhere.cookie });
    expectProblem(await other.get('/api/me'), 401, 'SIGN_IN_REQUIRED');
    expect(await mailsTo(api, person.email)).toHaveLength(1);
    const [{ hash } = { hash: '' }] = await stored<{ hash: string }>(person, 'password_credential');
    expect(hash).toMatch(/^\$argon2id\$/);
  });

  it('needs the present one, and one that is fit', async () => {
    const person = await api.signIn();
    await givePassword(api, person);
    const before = await stored(person, 'password_credential');
    expectProblem(
      await change(person, 'not this one at all', OTHER_PASSWORD),
      403,
      'PASSWORD_WRONG',
    );
    expectProblem(await change(person, PASSWORD, 'aaaaaaaaaaaa'), 422, 'PASSWORD_UNFIT');
    expectProblem(await change(person, PASSWORD, ''), 400, 'REQUEST_INVALID');
    expect(await stored(person, 'password_credential')).toEqual(before);
  });
});

describe('an authenticator app', () => {
  async function setUp(person: SignedIn) {
    const setup = bodyOf(await person.http.post('/api/me/totp').expect(201));
    const code = totpCode(String(setup['secret']), new Date());
    const done = await person.http.post('/api/me/totp/confirmation').send({ code }).expect(200);
    const codes = bodyOf(done)['recoveryCodes'] as readonly string[];
    return { setup, codes, http: keeping(api, done) };
  }

  it('is set up with a code of it, and its secret is kept sealed', async () => {
    const person = await api.signIn();
    const { setup, http } = await setUp(person);
    expect(setup['uri']).toContain(`secret=${String(setup['secret'])}`);
    const rows = JSON.stringify(await stored(person, 'totp_credential'));
    expect(rows).not.toContain(String(setup['secret']));
    expect(JSON.stringify(await stored(person, 'recovery_code'))).not.toMatch(
      /([A-Z0-9]{4}-){3}[A-Z0-9]{4}/,
    );
    const me = await http.get('/api/me').expect(200);
    expect(me.body).toMatchObject({ factors: { hasTotp: true, recoveryCodes: 10 } });
    expectProblem(await person.http.get('/api/me'), 401, 'SIGN_IN_REQUIRED');
  });

  it('proves with its first code nothing of who set it up', async () => {
    const person = await api.signIn();
    const { secret } = bodyOf(await person.http.post('/api/me/totp').expect(201));
    const { cookie } = await makeSession(api.database.adminUrl, person.id, { minutesOld: 16 });
    const code = totpCode(String(secret), new Date());
    const later = httpOf(api.url, { cookie });
    const done = await later.post('/api/me/totp/confirmation').send({ code }).expect(200);
    expectProblem(
      await keeping(api, done).post('/api/me/passkeys/options'),
      403,
      'CONFIRMATION_REQUIRED',
    );
  });

  it('does not count before its code was shown', async () => {
    const person = await api.signIn();
    expectProblem(
      await person.http.post('/api/me/totp/confirmation').send({ code: '123456' }),
      409,
      'SECOND_FACTOR_NOT_BEGUN',
    );
    await person.http.post('/api/me/totp').expect(201);
    expectProblem(
      await person.http.post('/api/me/totp/confirmation').send({ code: '000000' }),
      401,
      'SECOND_FACTOR_WRONG',
    );
    expect((await person.http.get('/api/me')).body).toMatchObject({ factors: { hasTotp: false } });
  });

  it('can be lost: each recovery code opens the account once, however it is typed', async () => {
    const person = await api.signIn();
    await givePassword(api, person);
    const { codes } = await setUp(person);
    const half = async () => {
      const body = { email: person.email, password: PASSWORD };
      return keeping(api, await api.anonymous.post('/api/session').send(body).expect(200));
    };
    const typed = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ');
    const use = async (code: string) =>
      (await half()).post('/api/session/second-factor').send({ code });
    expect((await use(typed)).status).toBe(200);
    expectProblem(await use(codes[0] ?? ''), 401, 'SECOND_FACTOR_WRONG');
    const told = (await mailsTo(api, person.email)).filter(({ text }) =>
      text.includes('recovery code has been used'),
    );
    expect(told).toHaveLength(1);
  });

  it('goes away with the recovery codes, unless a role demands it', async () => {
    const person = await api.signIn();
    const { http } = await setUp(person);
    await http.delete('/api/me/totp').expect(204);
    expect(await stored(person, 'recovery_code')).toEqual([]);
    const operator = await api.signIn({ role: 'operator' });
    const set = await setUp(operator);
    expectProblem(await set.http.delete('/api/me/totp'), 409, 'SECOND_FACTOR_NEEDED');
    expectProblem(await set.http.post('/api/me/totp'), 409, 'SECOND_FACTOR_EXISTS');
  });

  it('is not touched by a session that was left open', async () => {
    const person = await api.signIn();
    const { cookie } = await makeSession(api.database.adminUrl, person.id, { minutesOld: 16 });
    const http = httpOf(api.url, { cookie });
    for (const request of [
      http.post('/api/me/totp'),
      http.delete('/api/me/totp'),
      http.post('/api/me/recovery-codes'),
    ]) {
      expectProblem(await request, 403, 'CONFIRMATION_REQUIRED');
    }
  });

  it('gives new recovery codes, which make the earlier ones void', async () => {
    const person = await api.signIn();
    const { codes, http } = await setUp(person);
    const response = await http.post('/api/me/recovery-codes').expect(201);
    const renewed = bodyOf(response)['recoveryCodes'] as readonly string[];
    expect(renewed).toHaveLength(10);
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
    expectProblem(await api.http.post('/api/me/recovery-codes'), 409, 'SECOND_FACTOR_NOT_BEGUN');
  });
});

describe('/api/me/sessions', () => {
  it('lists them and ends them, one or all others', async () => {
    const person = await api.signIn();
    const url = api.database.adminUrl;
    const [first, second] = [await makeSession(url, person.id), await makeSession(url, person.id)];
    const { sessions } = bodyOf(await person.http.get('/api/me/sessions').expect(200)) as {
      sessions: { id: string; isCurrent: boolean }[];
    };
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toMatchObject([{ id: person.sessionId }]);
    await person.http.delete(`/api/me/sessions/${first.sessionId}`).expect(204);
    expectProblem(
      await httpOf(api.url, { cookie: first.cookie }).get('/api/me'),
      401,
      'SIGN_IN_REQUIRED',
    );
    await person.http.delete('/api/me/sessions').expect(204);
    expectProblem(
      await httpOf(api.url, { cookie: second.cookie }).get('/api/me'),
      401,
      'SIGN_IN_REQUIRED',
    );
    await person.http.get('/api/me').expect(200);
  });

  it('lists none that has rested too long or is over: nobody can use it', async () => {
    const person = await api.signIn();
    const url = api.database.adminUrl;
    const [rested, over] = [await makeSession(url, person.id), await makeSession(url, person.id)];
    const resting = await makeSession(url, person.id);
    await withClient(url, async (client) => {
      const rest = 'UPDATE session SET last_seen_at = now() - $2::interval WHERE id = $1';
      await client.query(rest, [rested.sessionId, '61 minutes']);
      await client.query(rest, [resting.sessionId, '59 minutes']);
      await client.query('UPDATE session SET expires_at = now() WHERE id = $1', [over.sessionId]);
    });
    const { sessions } = bodyOf(await person.http.get('/api/me/sessions').expect(200)) as {
      sessions: { id: string }[];
    };
    const ids = [resting.sessionId, person.sessionId];
    expect(sessions.map(({ id }) => id).sort()).toEqual(ids.sort());
    for (const { cookie } of [rested, over]) {
      const http = httpOf(api.url, { cookie });
      expectProblem(await http.get('/api/me'), 401, 'SIGN_IN_REQUIRED');
    }
  });

  it('are ended by who has lately shown who it is', async () => {
    const person = await api.signIn();
    const { cookie } = await makeSession(api.database.adminUrl, person.id, { minutesOld: 16 });
    const http = httpOf(api.url, { cookie });
    const paths = ['/api/me/sessions', `/api/me/sessions/${person.sessionId}`];
    for (const path of paths) expectProblem(await http.delete(path), 403, 'CONFIRMATION_REQUIRED');
    await person.http.get('/api/me').expect(200);
  });

  it('shows and ends nobody else’s', async () => {
    const person = await api.signIn();
    const path = `/api/me/sessions/${api.person.sessionId}`;
    expectProblem(await person.http.delete(path), 404, 'SESSION_NOT_FOUND');
    expectProblem(await person.http.delete(`/api/me/sessions/${NOBODY}`), 404, 'SESSION_NOT_FOUND');
    expectProblem(await person.http.delete('/api/me/sessions/x'), 400, 'IDENTIFIER_MALFORMED');
    await api.http.get('/api/me').expect(200);
  });
});
