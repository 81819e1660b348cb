import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { currentConsentText } from '@sukoyaka/consent';
import { resources } from '@sukoyaka/locales';
import { overflowOf, violationsOf } from '../support/accessibility.js';
import type { RunningApi } from '../support/api.js';
import type { RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';
import { newOwner } from '../support/grants.js';
import { mailedLink, newAddress } from '../support/mailbox.js';

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;
beforeAll(async () => {
  const operator = { name: 'กระทรวงตัวอย่าง', contact: 'Tel. +66 2 000 0000, pdpa@example.org' };
  ({ api, running, stop } = await startBrowsing({ operator }));
});
afterAll(() => stop());

it.each([
  ['th', 360],
  ['ja', 1280],
  ['en', 360],
] as const)(
  'who gives their data can read in %s what becomes of them, and loses nothing typed, on %i pixels',
  async (locale, width) => {
    const texts = resources[locale].account;
    const viewport = { width, height: 800 };
    const baseURL = api.config.origin;
    const context = await running.browser.newContext({ locale, viewport, baseURL });
    const page = await context.newPage();
    await page.goto('/account/sign-up');
    await page.fill('[name=name]', 'Sample Person');

    const opening = context.waitForEvent('page');
    await page.getByRole('link', { name: texts.notice.open }).click();
    const opened = await opening;

    const notice = currentConsentText('contact-notice');
    await opened.getByRole('heading', { level: 1, name: notice.title[locale] }).waitFor();
    for (const { heading, text } of notice.paragraphs) {
      const name = heading[locale];
      await opened.getByRole('heading', { level: 2, name, exact: true }).waitFor();
      await opened.getByText(text[locale], { exact: true }).waitFor();
    }
    const { operator } = api.config;
    if (operator === undefined) throw new Error('this installation names its operator');
    for (const said of [operator.name, operator.contact]) {
      await opened.getByRole('definition').getByText(said, { exact: true }).waitFor();
    }
    const days = texts.notice.days.replace('{{count}}', String(api.config.retention.contacts));
    await opened.getByText(texts.notice.contacts, { exact: true }).waitFor();
    await opened.getByText(days, { exact: true }).waitFor();
    expect(await violationsOf(opened)).toEqual([]);
    expect(await overflowOf(opened)).toBeLessThanOrEqual(0);
    expect(await page.inputValue('[name=name]')).toBe('Sample Person');

    const [owner, email] = [await newOwner(api), newAddress()];
    const invitations = `/api/organisations/${owner.organisation}/invitations`;
    const body = { email, language: locale, role: 'editor' };
    await owner.http.post(invitations).send(body).expect(201);
    await page.goto(await mailedLink(api, email, '/account/invitation'));
    await page.getByRole('link', { name: texts.notice.open }).waitFor();
    await context.close();
  },
);
