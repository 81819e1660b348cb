import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givePassword, PASSWORD } from '../support/accounts.js';
import type { RunningApi } from '../support/api.js';
import type { RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing());
  await givePassword(api, api.person);
});
afterAll(() => stop());

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
    const context = await running.browser.newContext({ locale: 'en', baseURL: api.config.origin });
    const { origin, pathname, search } = await signInFor(await context.newPage(), wanted);
    expect({ origin, path: pathname + search }).toEqual({ origin: api.config.origin, path });
    await context.close();
  });
});
