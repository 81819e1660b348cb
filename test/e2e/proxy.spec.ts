import { afterAll, describe, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from '../support/api.js';

const started: RunningApi[] = [];
afterAll(() => Promise.all(started.map((api) => api.stop())));

/** How many requests are left to who has not signed in, of whom this is said on the way. */
async function left(api: RunningApi, forwarded: string): Promise<number> {
  const response = await api.anonymous.get('/api/surveys').set('X-Forwarded-For', forwarded);
  return Number(/"address";r=(\d+)/.exec(String(response.headers['ratelimit']))?.[1]);
}

async function startBehind(...trustedProxies: readonly string[]): Promise<RunningApi> {
  const api = await startApi({ trustedProxies });
  started.push(api);
  return api;
}

describe('the address of who asks', () => {
  it('is that of the connection, whatever is said of another, unless a proxy is trusted', async () => {
    const api = await startBehind();
    const first = await left(api, '192.0.2.1');
    expect(await left(api, '192.0.2.2')).toBe(first - 1);
    const elsewhere = await startBehind('10.0.0.1');
    const there = await left(elsewhere, '192.0.2.1');
    expect(await left(elsewhere, '192.0.2.2')).toBe(there - 1);
  });

  it('is what the trusted proxy has seen, and not what was said to the proxy', async () => {
    const api = await startBehind('127.0.0.1');
    const first = await left(api, '192.0.2.1');
    expect(await left(api, '192.0.2.2')).toBe(first);
    expect(await left(api, '192.0.2.2, 192.0.2.1')).toBe(first - 1);
    expect(await left(api, '127.0.0.1, 192.0.2.1')).toBe(first - 2);
  });
});
