import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newToken } from '@sukoyaka/credentials';
import { resources } from '@sukoyaka/locales';
import { SESSION_COOKIE } from '../../apps/api/src/platform/identity/cookies.js';
import { expectProblem, httpOf, type RunningApi, startApi } from '../support/api.js';

const OF_SENDER = 4;
const OF_ADDRESS = 80;

let api: RunningApi;
beforeAll(async () => {
  // Behind a proxy, tests can come from wherever they say.
  api = await startApi({ requestsPerMinute: OF_SENDER, trustedProxies: ['127.0.0.1'] });
});
afterAll(() => api.stop());

/** Requests from an address; each test has addresses of its own. */
const from = (address: string, headers: Readonly<Record<string, string>> = {}) =>
  httpOf(api.url, { 'x-forwarded-for': address, ...headers });

/** Sends `count` requests to the route; @returns the last answer. */
async function flood(count: number, send: () => ReturnType<RunningApi['http']['get']>) {
  for (let sent = 1; sent < count; sent += 1) await send();
  return send();
}

describe('every answer', () => {
  it('says what the address may send and what is left of it', async () => {
    const { headers } = await from('192.0.2.1').get('/api/surveys').expect(200);
    expect(headers['ratelimit-policy']).toBe(`"address";q=${OF_ADDRESS};w=60`);
    expect(headers['ratelimit']).toBe(`"address";r=${OF_ADDRESS - 1};t=60`);
  });

  it('says the same of who is known, a person or a machine', async () => {
    const { cookie } = await api.signIn();
    const { headers } = await from('192.0.2.2', { cookie }).get('/api/me').expect(200);
    const quotas = `"address";q=${OF_ADDRESS};w=60, "sender";q=${OF_SENDER};w=60`;
    expect(headers['ratelimit-policy']).toBe(quotas);
    expect(headers['ratelimit']).toMatch(/^"address";r=\d+;t=60, "sender";r=3;t=60$/);
  });

  it('says it also where it is a refusal, or where nothing is', async () => {
    for (const path of ['/api/me', '/api/nothing', '/nothing', '/account/nothing']) {
      const { headers } = await from('192.0.2.3').get(path);
      expect({ path, left: headers['ratelimit'] }).toMatchObject({
        left: expect.stringContaining('"address";r='),
      });
    }
  });
});

describe('who is known', () => {
  it('is refused beyond the quota, wherever the requests come from', async () => {
    const { cookie } = await api.signIn();
    let host = 0;
    const send = () => from(`198.51.100.${(host += 1)}`, { cookie }).get('/api/me');
    expect((await flood(OF_SENDER, send)).status).toBe(200);
    const refused = await send();
    expectProblem(refused, 429, 'TOO_MANY_REQUESTS');
    expect(refused.headers['ratelimit']).toContain('"sender";r=0;');
  });

  it('does not use up what others may send from the same address', async () => {
    const [one, other] = [await api.signIn(), await api.signIn()];
    const by = (cookie: string) => from('192.0.2.4', { cookie }).get('/api/me');
    const refused = await flood(OF_SENDER + 1, () => by(one.cookie));
    expectProblem(refused, 429, 'TOO_MANY_REQUESTS');
    await by(other.cookie).expect(200);
  });
});

describe('an address', () => {
  it.each([
    ['nobody', () => ({})],
    ['sessions that do not exist', () => ({ cookie: `${SESSION_COOKIE}=${newToken()}` })],
    ['tokens that do not exist', () => ({ authorization: `Bearer ${randomUUID()}` })],
  ])('is refused beyond its quota, also as %s', async (who, headers) => {
    const address = `203.0.113.${who.length}`;
    const send = () => from(address, headers()).get('/api/me');
    expect((await flood(OF_ADDRESS, send)).status).toBe(401);
    expectProblem(await send(), 429, 'TOO_MANY_REQUESTS');
    expectProblem(await from(address).get('/nothing'), 429, 'TOO_MANY_REQUESTS');
  });

  it('of the new kind counts as its network, which one household or office has whole', async () => {
    let host = 0;
    const send = () => from(`2001:db8:1:1::${(host += 1).toString(16)}`).get('/api/surveys');
    await flood(OF_ADDRESS, send);
    expectProblem(await send(), 429, 'TOO_MANY_REQUESTS');
    await from('2001:db8:1:2::1').get('/api/surveys').expect(200);
  });

  it('is the same in the form of the new kind', async () => {
    await from('::ffff:192.0.2.77').get('/api/surveys').expect(200);
    const { headers } = await from('192.0.2.77').get('/api/surveys').expect(200);
    expect(headers['ratelimit']).toContain(`"address";r=${OF_ADDRESS - 2};`);
  });
});

describe('a refusal', () => {
  it.each(['th', 'ja', 'en'] as const)('says in %s how long to wait', async (locale) => {
    const headers = { 'accept-language': locale };
    const address = `192.0.2.1${['th', 'ja', 'en'].indexOf(locale)}`;
    const refused = await flood(OF_ADDRESS + 1, () => from(address, headers).get('/api/surveys'));
    const seconds = refused.headers['retry-after'];
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeLessThanOrEqual(60);
    const { detail } = expectProblem(refused, 429, 'TOO_MANY_REQUESTS');
    const said = resources[locale].errors.TOO_MANY_REQUESTS.detail;
    expect(detail).toBe(said.replace('{{seconds}}', String(seconds)));
  });

  it('never meets what watches over the service', async () => {
    const address = '192.0.2.200';
    await flood(OF_ADDRESS + 1, () => from(address).get('/api/surveys'));
    await from(address).get('/api/health/ready').expect(200);
    const { headers } = await from(address).get('/api/health/live?by=watch').expect(200);
    expect(headers).not.toHaveProperty('ratelimit');
    expectProblem(await from(address).get('/api/health/other'), 429, 'TOO_MANY_REQUESTS');
  });
});
