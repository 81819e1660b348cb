import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import type { RunningApi } from '../support/api.js';
import { saveOrganisation } from '../support/builders.js';
import type { RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';

const MARKUP = '<img src=x onerror=document.title=1><script>document.title=2</script>';

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing());
});
afterAll(() => stop());

test('words that people write stay words on the pages', async () => {
  const organisation = await saveOrganisation(api);
  const memberOf = { organisation, role: 'editor' } as const;
  const person = await api.signIn({ name: MARKUP, memberOf });
  await withClient(api.database.adminUrl, async (client) => {
    await client.query('UPDATE organisation SET name_en = $2 WHERE id = $1', [
      organisation,
      MARKUP,
    ]);
    await client.query('UPDATE session SET user_agent = $1', [MARKUP]);
  });
  const context = await running.browser.newContext({ locale: 'en', baseURL: api.config.origin });
  const [name, value] = person.cookie.split('=') as [string, string];
  const url = api.config.origin.replace('http:', 'https:');
  await context.addCookies([{ name, value, url, secure: true }]);
  const page = await context.newPage();
  await page.goto('/account');
  await page.locator('#organisations li').waitFor();
  expect(await page.locator('#profile').innerText()).toContain(MARKUP);
  expect(await page.locator('#organisations').innerText()).toContain(MARKUP);
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.title()).not.toMatch(/[12]/);
});
