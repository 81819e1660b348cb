import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources } from '@sukoyaka/locales';
import type { BrowserContext, Page } from 'playwright-core';
import { givePassword, PASSWORD } from '../support/accounts.js';
import type { RunningApi } from '../support/api.js';
import { giveAuthenticator, type RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';

const TEXTS = resources.en.account;

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing());
  context = await running.browser.newContext({ locale: 'en', baseURL: api.config.origin });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  await giveAuthenticator(page);
});
afterAll(() => stop());

/** What a page of the service does: asks the API, and the browser for a passkey. */
function inPage(call: {
  readonly path: string;
  readonly body?: object;
  readonly ceremony?: 'create' | 'get';
}): Promise<{ readonly status: number; readonly body: unknown }> {
  return page.evaluate(async ({ path, body = {}, ceremony }) => {
    const send = async (to: string, sent: object) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(to, { method: 'POST', headers, body: JSON.stringify(sent) });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    };
    if (ceremony === undefined) return send(path, body);
    const { publicKey } = (await send(`${path}/options`, {})).body as { publicKey: never };
    const credential =
      ceremony === 'create'
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey),
          });
    return send(path, { ...body, credential: (credential as PublicKeyCredential).toJSON() });
  }, call);
}

describe('Chromium at http://localhost', () => {
  it('keeps the cookies of a sign-in, adds a passkey and signs in with it, on its page too', async () => {
    const person = await api.signIn();
    await givePassword(api, person);
    await page.goto('/api/docs');
    const password = { email: person.email, password: PASSWORD };
    const opened = await inPage({ path: '/api/session', body: password });
    expect(opened).toEqual({ status: 200, body: { stage: 'full' } });
    expect(await context.cookies()).toContainEqual(
      expect.objectContaining({
        name: '__Host-sukoyaka',
        domain: 'localhost',
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
      }),
    );

    const body = { label: 'This device' };
    const added = await inPage({ path: '/api/me/passkeys', ceremony: 'create', body });
    expect(added).toMatchObject({ status: 201, body: { stage: 'full' } });

    await context.clearCookies();
    const passwordless = await inPage({ path: '/api/session/passkey', ceremony: 'get' });
    expect(passwordless).toEqual({ status: 200, body: { stage: 'full' } });

    await context.clearCookies();
    const first = await inPage({ path: '/api/session', body: password });
    expect(first.body).toEqual({ stage: 'second-factor' });
    const second = await inPage({ path: '/api/session/passkey', ceremony: 'get' });
    expect(second).toEqual({ status: 200, body: { stage: 'full' } });

    await context.clearCookies();
    await page.goto('/account');
    await page.getByRole('button', { name: TEXTS['sign-in'].passkey, exact: true }).click();
    const heading = { level: 1, name: TEXTS.account.title, exact: true } as const;
    await page.getByRole('heading', heading).waitFor();
    expect(await page.locator('main').textContent()).toContain('This device');
  });
});
