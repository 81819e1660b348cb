import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { resources } from '@sukoyaka/locales';
import type { BrowserContext, Page } from 'playwright-core';
import { overflowOf, violationsOf } from '../support/accessibility.js';
import type { RunningApi } from '../support/api.js';
import type { RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';
import { newOwner } from '../support/grants.js';
import { mailedLink } from '../support/mailbox.js';
import type { TestPerson } from '../support/people.js';

type Locale = 'en' | 'ja' | 'th';

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing());
});
afterAll(() => stop());

/** What scripts of a page leave unhandled. */
let unhandled: string[];

async function openedBy(person: TestPerson, locale: Locale, width: number): Promise<Page> {
  const viewport = { width, height: 800 };
  const baseURL = api.config.origin;
  const context: BrowserContext = await running.browser.newContext({ locale, viewport, baseURL });
  const [name, value] = person.cookie.split('=') as [string, string];
  const url = baseURL.replace('http:', 'https:');
  await context.addCookies([{ name, value, url, secure: true }]);
  const page = await context.newPage();
  unhandled = [];
  page.on('pageerror', ({ message }) => unhandled.push(message));
  return page;
}

/** Presses the button while the service cannot be reached, twice: it says so, once. */
async function pressOffline(page: Page, name: string, locale: Locale): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor();
  await page.context().setOffline(true);
  await button.click();
  const said = page
    .getByRole('alert')
    .filter({ hasText: resources[locale].account.fault.offline.title });
  await said.waitFor({ timeout: 10_000 });
  await button.click();
  await said.waitFor({ timeout: 10_000 });
  expect(await said.count()).toBe(1);
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await page.context().setOffline(false);
  await button.click();
}

it.each([
  ['th', 360],
  ['ja', 1280],
  ['en', 320],
] as const)(
  'who signs out while the service cannot be reached is told so in %s, and signs out later',
  async (locale, width) => {
    const texts = resources[locale].account;
    const page = await openedBy(await api.signIn({ language: locale }), locale, width);
    await page.goto('/account');
    await pressOffline(page, texts['sign-out'], locale);
    await page.getByRole('heading', { level: 1, name: texts['sign-in'].title }).waitFor();
    expect(unhandled).toEqual([]);
    await page.context().close();
  },
);

it('who changes the account for an invitation is told likewise, below the row of the button', async () => {
  const [owner, person, invited] = [await newOwner(api), await api.signIn(), await api.signIn()];
  const path = `/api/organisations/${owner.organisation}/invitations`;
  const body = { email: invited.email, language: 'en', role: 'editor' };
  await owner.http.post(path).send(body).expect(201);
  const page = await openedBy(person, 'en', 360);
  await page.goto(await mailedLink(api, invited.email, '/account/invitation'));
  const texts = resources.en.account;
  await pressOffline(page, texts.invitation['change-account'], 'en');
  await page.getByRole('heading', { level: 1, name: texts['sign-in'].title }).waitFor();
  expect(unhandled).toEqual([]);
  await page.context().close();
});
