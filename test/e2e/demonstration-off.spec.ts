import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { tokenHash } from '@sukoyaka/credentials';
import { demoSignIns } from '@sukoyaka/demo';
import { Database } from '@sukoyaka/persistence';
import { testMac, withClient } from '@sukoyaka/testing';
import { createApp } from '../../apps/api/src/create-app.js';
import { DEMO_ORGANISATIONS } from '../../apps/api/src/demo/demo-organisations.js';
import { seedDemo } from '../../apps/api/src/demo/seed-demo.js';
import { Log } from '../../apps/api/src/platform/log/log.js';
import { cookieIn, givePassword, keeping, PASSWORD } from '../support/accounts.js';
import { BrowserJar } from '../support/browser-jar.js';
import { bodyOf, expectProblem, httpOf, type RunningApi, startApi } from '../support/api.js';
import { mailsTo, newAddress } from '../support/mailbox.js';
import { usePasskey, withPasskey } from '../support/passkeys.js';

/** The service with the demonstration on, and another without it on the same database. */
let api: RunningApi;
let production: NestFastifyApplication;
let url: string;
beforeAll(async () => {
  api = await startApi({ isDemo: true });
  const options = { url: api.database.ownerUrl, poolSize: 1, auditMac: testMac };
  const owner = new Database({ ...options, isMaintenance: true });
  await seedDemo(owner, api.config.keyring).finally(() => owner.close());
  production = await createApp({ ...api.config, isDemo: false }, new Log('silent', () => {}));
  await production.listen(0, '127.0.0.1');
  url = await production.getUrl();
}, 120_000);
afterAll(async () => {
  await production.close();
  await api.stop();
});

const admin = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

const [ORGANISATION] = DEMO_ORGANISATIONS.map(({ id }) => id);
const ORGANISATION_PATH = `/api/organisations/${ORGANISATION}`;

function accountOf(role: string) {
  const found = demoSignIns(api.config.keyring, new Date()).find((each) => each.role === role);
  if (found === undefined) throw new Error(`the demonstration has no ${role}`);
  return found;
}

/** Signs in where the demonstration is on; @returns the session's cookie. */
async function signedIn(role: string): Promise<string> {
  const { email, password, code } = accountOf(role);
  const begun = await api.anonymous.post('/api/session').send({ email, password }).expect(200);
  if (code === null) return `__Host-sukoyaka=${cookieIn(begun)}`;
  const half = keeping(api, begun);
  const done = await half.post('/api/session/second-factor').send({ code }).expect(200);
  return `__Host-sukoyaka=${cookieIn(done)}`;
}

const attempt = (email: string, password: string) =>
  httpOf(url).post('/api/session').send({ email, password });

describe('where the demonstration is off, on data that it was shown with', () => {
  it('its people sign in no more than with a wrong password, and others do', async () => {
    const { email, password } = accountOf('owner');
    const [right, wrong] = [await attempt(email, password), await attempt(email, 'not this one')];
    const { correlationId: _one, ...first } = expectProblem(right, 401, 'SIGN_IN_FAILED');
    const { correlationId: _other, ...second } = expectProblem(wrong, 401, 'SIGN_IN_FAILED');
    expect(first).toEqual(second);
    const person = await api.signIn();
    await givePassword(api, person);
    await attempt(person.email, PASSWORD).expect(200);
  });

  it('their sessions are none, until it is on again', async () => {
    const headers = { cookie: await signedIn('owner') };
    expectProblem(await httpOf(url, headers).get('/api/me'), 401, 'SIGN_IN_REQUIRED');
    await httpOf(api.url, headers).get('/api/me').expect(200);
  });

  it('their passkeys open nothing', async () => {
    const person = await api.signIn();
    const { authenticator } = await withPasskey(api, person);
    await admin('UPDATE person SET is_synthetic = true WHERE id = $1', [person.id]);
    const answer = await usePasskey(new BrowserJar(url), authenticator);
    expectProblem(answer, 401, 'PASSKEY_REFUSED');
    expect((await usePasskey(new BrowserJar(api.url), authenticator)).status).toBe(200);
  });

  it('tokens of its organisations, and those that its people have made, are none', async () => {
    const cookie = await signedIn('owner');
    const http = httpOf(api.url, { cookie });
    const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const founded = await http
      .post('/api/organisations')
      .send({ names: { en: 'Founded while it was shown' }, country: 'TH' })
      .expect(201);
    for (const path of [ORGANISATION_PATH, `/api/organisations/${String(bodyOf(founded)['id'])}`]) {
      const wanted = { label: 'Export', scopes: ['organisation.read'], expiresOn };
      const made = await http.post(`${path}/tokens`).send(wanted).expect(201);
      const headers = { authorization: `Bearer ${String(bodyOf(made)['token'])}` };
      expectProblem(await httpOf(url, headers).get(path), 401, 'TOKEN_INVALID');
      await httpOf(api.url, headers).get(path).expect(200);
    }
  });

  it('its operator is none, by statements neither, and another one is the last', async () => {
    const cookie = await signedIn('operator');
    const path = '/api/operator/staff';
    expectProblem(await httpOf(url, { cookie }).get(path), 401, 'SIGN_IN_REQUIRED');
    const [, token = ''] = cookie.split('=');
    const [own] = await admin<{ id: string }>(
      'SELECT person_id AS id FROM session WHERE token_hash = $1',
      [tokenHash(token)],
    );
    const isOperator = (text: string) =>
      withClient(api.database.appUrl, async (client) => {
        await client.query(`BEGIN; ${text}`);
        await client.query('SELECT enter($1, $2, NULL, NULL)', [own?.id, tokenHash(token)]);
        return (await client.query('SELECT is_operator() AS is')).rows as unknown;
      });
    expect(await isOperator('')).toEqual([{ is: false }]);
    expect(await isOperator("SET LOCAL app.demonstration = 'on'")).toEqual([{ is: true }]);
    await httpOf(api.url, { cookie }).get(path).expect(200);

    const real = await api.signIn({ role: 'operator' });
    const http = httpOf(url, { cookie: real.cookie });
    const withdrawn = await http.delete(`${path}/${real.id}/operator`);
    expectProblem(withdrawn, 409, 'LAST_OPERATOR');
    const [obstacles] = await withClient(api.database.appUrl, async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT enter($1, NULL, NULL, NULL)', [real.id]);
      return (await client.query('SELECT count(*)::int AS n FROM erasure_obstacles($1)', [real.id]))
        .rows as { n: number }[];
    });
    expect(obstacles?.n).toBe(1);
  });

  it('nothing is mailed to them for a new password, as to nobody', async () => {
    const { email } = accountOf('editor');
    for (const each of [email, newAddress()]) {
      await httpOf(url).post('/api/password-resets').send({ email: each }).expect(202);
      expect(await mailsTo({ ...api, app: production }, each)).toEqual([]);
    }
  });
});
