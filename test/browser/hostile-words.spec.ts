import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { Desk } from '../cli/support.js';
import type { RunningApi } from '../support/api.js';
import { TEST_KEY } from '../support/audit-log.js';
import { saveOrganisation } from '../support/builders.js';
import type { RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';
import { makeSession } from '../support/people.js';

const MARKUP = '<img src=x onerror=document.title=1><script>document.title=2</script>';

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing());
});
afterAll(() => stop());

/** Ends the sessions of the person as an operator of the installation does, for a reason. */
async function signOut(email: string, reason: string): Promise<void> {
  const desk = new Desk();
  const argv = ['user', 'sign-out', '--email', email, '--reason', reason];
  const installation = { DATABASE_URL: api.database.ownerUrl, SUKOYAKA_SECRET_KEY: TEST_KEY };
  const { code } = await desk.run(argv, '', installation);
  desk.clear();
  expect(code).toBe(0);
}

test('words that people write stay words on the pages', async () => {
  const organisation = await saveOrganisation(api);
  const memberOf = { organisation, role: 'editor' } as const;
  const person = await api.signIn({ name: MARKUP, memberOf });
  await signOut(person.email, MARKUP);
  const { cookie } = await makeSession(api.database.adminUrl, person.id);
  await withClient(api.database.adminUrl, async (client) => {
    await client.query('UPDATE organisation SET name_en = $2 WHERE id = $1', [
      organisation,
      MARKUP,
    ]);
    await client.query('UPDATE session SET user_agent = $1', [MARKUP]);
  });
  const context = await running.browser.newContext({ locale: 'en', baseURL: api.config.origin });
  const [name, value] = cookie.split('=') as [string, string];
  const url = api.config.origin.replace('http:', 'https:');
  await context.addCookies([{ name, value, url, secure: true }]);
  const page = await context.newPage();
  await page.goto('/account');
  await page.locator('#organisations li').waitFor();
  expect(await page.locator('#profile').innerText()).toContain(MARKUP);
  expect(await page.locator('#organisations').innerText()).toContain(MARKUP);
  expect(await page.locator('#log').innerText()).toContain(MARKUP);
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.title()).not.toMatch(/[12]/);
});
