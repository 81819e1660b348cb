import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { totpContext } from '@sukoyaka/accounts';
import { newTotpSecret, seal, totpCode } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import type { Page } from 'playwright-core';
import { violationsOf } from '../support/accessibility.js';
import { givePassword, PASSWORD } from '../support/accounts.js';
import type { RunningApi } from '../support/api.js';
import type { RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;
let page: Page;

beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing());
});
afterAll(() => stop());
beforeEach(async () => {
  const context = await running.browser.newContext({ locale: 'en', baseURL: api.config.origin });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

describe('a field for a password', () => {
  test('hides what is typed until it is to be seen', async () => {
    await page.goto('/account');
    const password = page.locator('[name=password]');
    expect(await password.getAttribute('type')).toBe('password');
    await password.fill(PASSWORD);
    await press('Show');
    expect(await password.getAttribute('type')).toBe('text');
    await press('Hide');
    expect(await password.getAttribute('type')).toBe('password');
  });

  test('can be pasted into, and is known to password managers', async () => {
    const { origin } = api.config;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    for (const [path, kind] of [
      ['/account', 'current-password'],
      ['/account/password-reset#some-token', 'new-password'],
    ] as const) {
      await page.goto(path);
      const password = page.locator('[name=password]');
      expect(await password.getAttribute('autocomplete')).toBe(kind);
      await page.evaluate((text) => navigator.clipboard.writeText(text), PASSWORD);
      await password.focus();
      await page.keyboard.press('ControlOrMeta+V');
      expect(await password.inputValue()).toBe(PASSWORD);
    }
  });
});

test('who has a second factor shows it too before the account is changed', async () => {
  const { email, secret } = await withAuthenticator();
  await page.goto('/account');
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', PASSWORD);
  await press('Sign in');
  await page.fill('[name=code]', totpCode(secret, new Date()));
  await press('Continue');
  await page.locator('#sessions').waitFor();
  await withClient(api.database.adminUrl, (client) =>
    client.query("UPDATE session SET authenticated_at = now() - interval '1 hour'"),
  );

  await press('Remove the app');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  const confirmation = page.getByRole('dialog', { name: 'Please confirm that it is you' });
  await confirmation.locator('[name=password]').fill(PASSWORD);
  await confirmation.locator('[name=code]').fill('000000');
  await confirmation.locator('[type=submit]').click();
  await confirmation.locator('.field-fault:visible').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  // The next code counts already: the one of now has been used.
  const next = new Date(Date.now() + 30_000);
  await confirmation.locator('[name=code]').fill(totpCode(secret, next));
  await confirmation.locator('[type=submit]').click();
  await page.getByText('The authenticator app has been removed.').waitFor();
});

/** Somebody with a password and an authenticator app. */
async function withAuthenticator(): Promise<{ readonly email: string; readonly secret: string }> {
  const person = await api.signIn();
  await givePassword(api, person);
  const secret = newTotpSecret();
  const sealed = seal(api.config.keyring.key('totp'), secret, totpContext(person.id));
  await withClient(api.database.adminUrl, (client) =>
    client.query(
      'INSERT INTO totp_credential (person_id, sealed_secret, confirmed_at) VALUES ($1, $2, now())',
      [person.id, sealed],
    ),
  );
  return { email: person.email, secret };
}
