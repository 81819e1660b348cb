import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givePassword, PASSWORD } from '../support/accounts.js';
import { type RunningApi, startApi } from '../support/api.js';
import { type RunningBrowser, startBrowser } from '../support/browser.js';

let api: RunningApi;
let running: RunningBrowser;

beforeAll(async () => {
  api = await startApi();
  await givePassword(api, api.person);
  running = await startBrowser();
});
afterAll(async () => {
  await running.stop();
  await api.stop();
});

/** Signs in where `wanted` is to follow. @returns where the browser goes then. */
async function signInFor(page: Page, wanted: string): Promise<URL> {
  await page.goto(`/account?return=${encodeURIComponent(wanted)}`);
  await page.fill('[name=email]', api.person.email);
  await page.fill('[name=password]', PASSWORD);
  const next = page.waitForRequest((each) => each.isNavigationRequest());
  await page.locator('form button[type=submit]').first().click();
  return new URL((await next).url());
}

describe('after a sign-in the browser', () => {
  it.each([
    ['/account/forgotten?lang=th', '/account/forgotten?lang=th'],
    ['/.//evil.invalid/', '//evil.invalid/'],
    ['/account/..//evil.invalid/', '//evil.invalid/'],
    ['//evil.invalid/', '/account'],
    ['/\\evil.invalid/', '/account'],
    ['https://evil.invalid/', '/account'],
    ['javascript:alert(1)', '/account'],
  ])('stays on this service, whatever leads there: %s', async (wanted, path) => {
    const context = await running.browser.newContext({ locale: 'en', baseURL: api.url });
    const { origin, pathname, search } = await signInFor(await context.newPage(), wanted);
    expect({ origin, path: pathname + search }).toEqual({ origin: new URL(api.url).origin, path });
    await context.close();
  });
});
