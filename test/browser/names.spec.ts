import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import type { BrowserContext, Page } from 'playwright-core';
import type { RunningApi } from '../support/api.js';
import type { RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';
import { give, newOwner, type Owner, scoredOf } from '../support/grants.js';
import { mailedLink, newAddress } from '../support/mailbox.js';
import type { TestPerson } from '../support/people.js';

type Names = Partial<Record<'en' | 'ja' | 'th', string>>;

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing());
});
afterAll(() => stop());

/** Leaves an organisation no other names than these. */
const rename = ({ organisation }: Owner, { th, ja, en }: Names) =>
  withClient(api.database.adminUrl, (client) =>
    client.query('UPDATE organisation SET name_th = $2, name_ja = $3, name_en = $4 WHERE id = $1', [
      organisation,
      th,
      ja,
      en,
    ]),
  );

/** A browser of somebody who reads Japanese, signed in as the person. */
async function browsing(person?: TestPerson): Promise<BrowserContext> {
  const context = await running.browser.newContext({ locale: 'ja', baseURL: api.config.origin });
  if (person === undefined) return context;
  const [name, value] = person.cookie.split('=') as [string, string];
  const url = api.config.origin.replace('http:', 'https:');
  await context.addCookies([{ name, value, url, secure: true }]);
  return context;
}

/** A name on the page, and the language that it is marked with for voices and fonts. */
async function nameIn(page: Page, place: string) {
  const shown = page.locator(place).first();
  await shown.waitFor();
  return { name: await shown.innerText(), lang: await shown.getAttribute('lang') };
}

it('who reads Japanese sees organisations by the one name that they have, marked as of its language', async () => {
  const [giver, reader] = [await newOwner(api), await newOwner(api, 'ja')];
  await rename(giver, { en: 'Given Ltd.' });
  await rename(reader, { th: 'บริษัท ไทยล้วน จำกัด' });
  await give(giver, { to: reader, of: [await scoredOf(api, giver)] });
  const context = await browsing(reader);
  const page = await context.newPage();
  await page.goto('/account');
  expect(await nameIn(page, '#organisations .item-title span')).toEqual({
    name: 'บริษัท ไทยล้วน จำกัด',
    lang: 'th',
  });
  expect(await nameIn(page, '#received .item-title span')).toEqual({
    name: 'Given Ltd.',
    lang: 'en',
  });
  await context.close();
});

it.each([
  [{ th: 'บริษัท ไทยล้วน จำกัด' }, 'th'],
  [{ th: 'บริษัท สองชื่อ จำกัด', en: 'Two Names Ltd.' }, 'en'],
  [{ th: 'บริษัท สามชื่อ จำกัด', en: 'Three Names Ltd.', ja: '三名株式会社' }, null],
] as const)(
  'an invitation tells who reads Japanese of %o by the name in %j',
  async (names, lang) => {
    const [owner, email] = [await newOwner(api), newAddress()];
    await rename(owner, names);
    const invited = { email, language: 'ja', role: 'editor' };
    const path = `/api/organisations/${owner.organisation}/invitations`;
    await owner.http.post(path).send(invited).expect(201);
    const context = await browsing();
    const page = await context.newPage();
    await page.goto(await mailedLink(api, email, '/account/invitation'));
    const name = (names as Names)[lang ?? 'ja'];
    expect(await nameIn(page, '.facts dt + dd > span')).toEqual({ name, lang });
    await context.close();
  },
);
