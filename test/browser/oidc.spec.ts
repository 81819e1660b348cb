import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources } from '@sukoyaka/locales';
import { freePort } from '@sukoyaka/persistence/embedded';
import { withClient } from '@sukoyaka/testing';
import type { Page } from 'playwright-core';
import { type RunningApi, startApi } from '../support/api.js';
import { type RunningBrowser, startBrowser } from '../support/browser.js';
import { IdentityProvider } from '../support/identity-provider.js';
import { newAddress } from '../support/mailbox.js';

const { account: TEXTS, errors: ERRORS } = resources.en;
const BUTTON = TEXTS['sign-in'].provider.replace('{{provider}}', 'Example Holdings');
const USER = { sub: randomUUID(), email: newAddress(), email_verified: true, name: 'A. Sample' };

let api: RunningApi;
let provider: IdentityProvider;
let running: RunningBrowser;
let page: Page;

beforeAll(async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  // To the browser, another site than localhost.
  provider = await IdentityProvider.create(`${origin}/api/oidc/callback`);
  await provider.listen();
  api = await startApi({ port, origin, oidc: provider.settings });
  running = await startBrowser();
  const context = await running.browser.newContext({ locale: 'en', baseURL: origin });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
});
afterAll(async () => {
  await running.stop();
  await api.stop();
  await provider.close();
});

const follow = () => page.getByRole('link', { name: BUTTON, exact: true }).click();
const arriveAt = (name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

describe('a sign-in with a provider on another site', () => {
  it('says on the page that it was cancelled', async () => {
    await page.goto('/account');
    provider.behaviour = { isCancelled: true };
    await follow();
    await page.getByText(ERRORS.OIDC_CANCELLED.title, { exact: true }).waitFor();
    await arriveAt(TEXTS['sign-in'].title);
  });

  it('comes back to the account, and shows again who it is without signing out', async () => {
    await page.goto('/account');
    provider.behaviour = { user: USER };
    await follow();
    await arriveAt(TEXTS.account.title);
    expect(new URL(page.url()).origin).toBe(api.config.origin);
    expect(await page.locator('main').textContent()).toContain(USER.email);

    await withClient(api.database.adminUrl, (client) =>
      client.query("UPDATE session SET authenticated_at = now() - interval '1 hour'"),
    );
    expect(await askForPasskey()).toBe(403);
    await page.getByText(TEXTS.passkeys.add, { exact: true }).first().click();
    await page.fill('[name=label]', 'This device');
    await page.locator('form').getByRole('button', { name: TEXTS.passkeys.add }).click();
    const back = page.waitForResponse(
      (each) => new URL(each.url()).pathname === '/account' && each.request().isNavigationRequest(),
    );
    await follow();
    await back;
    await arriveAt(TEXTS.account.title);
    expect(await askForPasskey()).toBe(200);
  });
});

/** Asks for something that only one gets who has lately shown who they are. */
function askForPasskey(): Promise<number> {
  return page.evaluate(async () => {
    const { status } = await fetch('/api/me/passkeys/options', { method: 'POST' });
    return status;
  });
}
