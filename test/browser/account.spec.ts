import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newToken, tokenHash, totpCode } from '@sukoyaka/credentials';
import { resources } from '@sukoyaka/locales';
import { withClient } from '@sukoyaka/testing';
import type { Page } from 'playwright-core';
import { overflowOf, violationsOf } from '../support/accessibility.js';
import type { RunningApi } from '../support/api.js';
import { giveAuthenticator, type RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';
import { saveOrganisation } from '../support/builders.js';
import { mailedLink } from '../support/mailbox.js';
import { readQrPath } from '../support/qr-path.js';

const PASSWORD = 'orange bicycle under the bridge';
const OTHER_PASSWORD = 'seven green lanterns in the rain';
const SUBMIT = 'form button[type=submit]';
const VISITORS = [
  { locale: 'th', width: 360, name: 'สมศรี สุขสันต์' },
  { locale: 'ja', width: 1280, name: '見本 花子' },
  { locale: 'en', width: 360, name: 'Sample Person' },
] as const;

type Locale = (typeof VISITORS)[number]['locale'];

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;
let page: Page;
/** What the browser has complained of: mistakes in scripts, and what the policy forbids. */
let complaints: string[];

beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing());
});
afterAll(() => stop());
beforeEach(() => {
  complaints = [];
});
afterEach(async () => {
  await page.context().close();
  expect(complaints).toEqual([]);
});

async function visit(locale: Locale, width: number): Promise<void> {
  const baseURL = api.config.origin;
  const viewport = { width, height: 800 };
  const context = await running.browser.newContext({ locale, viewport, baseURL });
  context.setDefaultTimeout(30_000);
  page = await context.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
  });
}

async function arriveAt(title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** The page is there, may be used by everybody, and fits the narrowest screen. */
async function expectPage(title: string): Promise<void> {
  await arriveAt(title);
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
}

async function fill(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.fill(`[name=${name}]`, value);
}

async function send(values: Readonly<Record<string, string>>): Promise<void> {
  await fill(values);
  await page.locator(SUBMIT).first().click();
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const summary = () => page.locator('.summary:not([hidden])');

const linkTo = (address: string, path: string) => mailedLink(api, address, path);

/** Makes an account by the pages, and stays signed in to it. */
async function signUp(email: string, name: string): Promise<void> {
  await page.goto('/account/sign-up');
  await send({ email, name });
  await page.locator('form').waitFor({ state: 'detached' });
  await page.goto(await linkTo(email, '/account/sign-up'));
  await send({ password: PASSWORD });
  await page.locator('#sessions').waitFor();
}

async function invite(email: string, role: string, language: Locale = 'en'): Promise<void> {
  const organisation = await saveOrganisation(api);
  const memberOf = { organisation, role: 'owner' } as const;
  const owner = await api.signIn({ memberOf });
  const invitations = `/api/organisations/${organisation}/invitations`;
  await owner.http.post(invitations).send({ email, language, role }).expect(201);
}

describe.each(VISITORS)('in $locale, on a screen of $width pixels', ({ locale, width, name }) => {
  const texts = resources[locale].account;
  const email = `${locale}@example.com`;

  test('somebody signs up, protects the account, and comes back in every way', async () => {
    await visit(locale, width);
    await page.goto('/account');
    await page.getByRole('link', { name: texts['sign-in']['sign-up'] }).click();
    await arriveAt(texts['sign-up'].title);
    await send({});
    await summary().waitFor();
    await expectPage(texts['sign-up'].title);
    await send({ email, name });
    await expectPage(texts['sign-up']['sent-title']);

    // The same page is open: only what stands behind "#" changes.
    await page.goto(await linkTo(email, '/account/sign-up'));
    await expectPage(texts.confirm.title);
    expect(page.url()).not.toContain('#');
    await send({ password: 'sukoyaka1234' });
    await summary().waitFor();
    expect(await page.locator('.field-fault:visible').textContent()).toContain(
      resources[locale].errors.password['about-you'],
    );
    await send({ password: PASSWORD });
    await arriveAt(texts.account.title);

    const codes = await setUpTotp();
    await signOutAndIn();
    await send({ code: '000000' });
    await summary().waitFor();
    await expectPage(texts['second-factor'].title);
    await send({ code: totpCode(codes.secret, new Date(Date.now() + 30_000)) });
    await arriveAt(texts.account.title);

    await signOutAndIn();
    await send({ code: codes.recovery });
    await page.getByText(texts.recovery.left.replace('{{count}}', '9')).waitFor();

    await press(texts['sign-out']);
    await page.getByRole('link', { name: texts['sign-in'].forgotten }).click();
    await expectPage(texts.forgotten.title);
    await send({ email });
    await expectPage(texts.forgotten['sent-title']);
    await page.goto(await linkTo(email, '/account/password-reset'));
    await expectPage(texts.reset.title);
    await send({ password: OTHER_PASSWORD });
    await expectPage(texts.reset['done-title']);
    await page.getByRole('link', { name: texts['sign-in'].action }).click();
    await send({ email, password: OTHER_PASSWORD });
    await arriveAt(texts['second-factor'].title);
  });

  async function setUpTotp() {
    await press(texts.factors['app-set-up']);
    await page.locator('.qr').waitFor();
    await press(texts.profile.change);
    await press(texts.password.change);
    await page.getByText(texts.totp['by-hand']).click();
    await expectPage(texts.account.title);
    const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
    const uri = await page.getByRole('link', { name: texts.totp['open-app'] }).getAttribute('href');
    const path = await page.locator('.qr path').getAttribute('d');
    const box = await page.locator('.qr').getAttribute('viewBox');
    expect(readQrPath(String(path), Number(box?.split(' ')[2]))).toBe(uri);
    expect(uri).toContain(secret);
    await page.locator('#second-factor [name=code]').fill(totpCode(secret, new Date()));
    await press(texts.totp.action);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    const recovery = await page.locator('dialog .codes li').first().innerText();
    await expectPage(texts.account.title);
    await press(texts.recovery.kept);
    await page.getByText(texts.factors['app-added']).waitFor();
    return { secret, recovery };
  }

  async function signOutAndIn(): Promise<void> {
    await press(texts['sign-out']);
    await send({ email, password: PASSWORD });
    await arriveAt(texts['second-factor'].title);
  }

  test('a wrong password is named in words of the reader, and nothing typed is lost', async () => {
    await visit(locale, width);
    await page.goto('/account');
    await send({ email: 'nobody@example.com', password: 'not the password' });
    await summary().waitFor();
    const said = await summary().innerText();
    const { title, detail } = resources[locale].errors.SIGN_IN_FAILED;
    expect(said).toContain(title);
    expect(said).toContain(detail);
    expect(await summary().evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.inputValue('[name=password]')).toBe('not the password');
    await expectPage(texts['sign-in'].title);
  });

  test('a newcomer accepts an invitation and is a member', async () => {
    const invited = `invited-${locale}@example.com`;
    await visit(locale, width);
    await invite(invited, 'editor', locale);
    await page.goto(await linkTo(invited, '/account/invitation'));
    await expectPage(texts.invitation.title);
    await send({ name, password: PASSWORD });
    await arriveAt(texts.account.title);
    const membership = page.locator('#organisations li');
    expect(await membership.innerText()).toMatch(
      new RegExp(resources[locale].mail.role.editor, 'i'),
    );
  });

  test('a link that is opened twice, or without its secret, says what to do', async () => {
    await visit(locale, width);
    await page.goto('/account/password-reset');
    await expectPage(texts.reset.title);
    await page.getByText(texts['link-missing'].text).waitFor();
    await page.goto('/account/invitation#no-such-token');
    await page.getByText(resources[locale].errors.LINK_INVALID.detail).waitFor();
    await expectPage(texts.invitation.title);
    await page.goto('/account/password-reset#no-such-token');
    await send({ password: PASSWORD });
    await page.getByText(resources[locale].errors.LINK_INVALID.detail).waitFor();
    await page.getByRole('link', { name: texts['link-missing'].again }).click();
    await expectPage(texts.forgotten.title);
  });
});

test('who is signed in accepts an invitation; who is signed in as another changes first', async () => {
  await visit('en', 1280);
  await signUp('known@example.com', 'Known Person');
  await invite('known@example.com', 'reviewer');
  await page.goto(await linkTo('known@example.com', '/account/invitation'));
  await press('Accept the invitation');
  await page.locator('#organisations li').getByText('reviewer').waitFor();

  const other = await api.signIn();
  await invite(other.email, 'editor');
  await page.goto(await linkTo(other.email, '/account/invitation'));
  await expectPage('You are invited');
  await page.getByText('You are signed in with another account').waitFor();
  await press('Sign out and change the account');
  await expectPage('Sign in');
  expect(await page.inputValue('[name=email]')).toBe(other.email);
});

test('who is invited to a role that demands it sets a second factor up at once', async () => {
  await visit('en', 360);
  await page.goto(`/account/staff-invitation#${await inviteAnalyst('analyst@example.com')}`);
  await expectPage('You are invited');
  expect(await page.locator('.facts').innerText()).toContain('Thailand');
  await send({ name: 'Sample Analyst', password: PASSWORD });
  await expectPage('Set up two-factor authentication');
  const secret = (await page.locator('.secret').textContent())?.replaceAll(' ', '') ?? '';
  await send({ code: totpCode(secret, new Date()) });
  await press('I have kept the codes');
  await arriveAt('Your account');
  await page.locator('#organisations').getByText('ministry analyst').waitFor();
});

/** The token of an invitation, as an operator's mail would carry it. */
async function inviteAnalyst(email: string): Promise<string> {
  const token = newToken();
  await withClient(api.database.adminUrl, (client) =>
    client.query(
      `INSERT INTO staff_invitation (id, token_hash, email, language, role, countries, expires_at)
       VALUES ($1, $2, $3, 'en', 'ministry-analyst', '{TH}', now() + interval '1 day')`,
      [randomUUID(), tokenHash(token), email],
    ),
  );
  return token;
}

test('details are changed, and a change from another window is not overwritten', async () => {
  await visit('en', 1280);
  await signUp('details@example.com', 'First Name');
  const other = await page.context().newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: 'Change your details' }).click();
  await press('Change your details');
  await fill({ name: 'Second Name' });
  await press('Save');
  await page.getByText('Your details have been saved.').waitFor();
  await other.fill('[name=name]', 'Third Name');
  await other.getByRole('button', { name: 'Save' }).click();
  await other.getByText('Your details were changed in another window').waitFor();
  expect(await other.locator('#profile .facts').innerText()).toContain('Second Name');

  await press('Change your details');
  await page.selectOption('[name=language]', 'ja');
  await press('Save');
  await arriveAt(resources.ja.account.account.title);
  expect(await page.getAttribute('html', 'lang')).toBe('ja');
});

test('another device is seen and signed out; a changed password ends it too', async () => {
  await visit('en', 1280);
  await signUp('devices@example.com', 'Sample Person');
  const elsewhere = await running.browser.newContext({ baseURL: api.config.origin });
  const there = await elsewhere.newPage();
  await there.goto('/account');
  await there.fill('[name=email]', 'devices@example.com');
  await there.fill('[name=password]', PASSWORD);
  await there.locator(SUBMIT).click();
  await there.locator('#sessions li').nth(1).waitFor();
  await page.reload();
  await page.locator('#sessions li').nth(1).getByRole('button').click();
  await page.getByText('That device is signed out.').waitFor();
  await there.reload();
  await there.locator('[name=password]').waitFor();
  await elsewhere.close();

  await press('Change the password');
  await fill({ current: 'not the password', password: OTHER_PASSWORD });
  await page.locator('#password').locator(SUBMIT).click();
  await page.locator('#password .field-fault:visible').waitFor();
  await fill({ current: PASSWORD });
  await page.locator('#password').locator(SUBMIT).click();
  await page.getByText('Your password has been changed.').waitFor();
});

test('a secret of a link follows the reader into another language, and Enter that picks a word sends nothing', async () => {
  await visit('en', 1280);
  await page.goto('/account/password-reset#some-token');
  await page.locator('[name=password]').waitFor();
  await page.getByRole('link', { name: '日本語' }).click();
  await page.getByRole('heading', { name: resources.ja.account.reset.title }).waitFor();
  expect(page.url()).toMatch(/lang=ja$/);
  await page.locator('[name=password]').waitFor();
  const isStopped = (isComposing: boolean) =>
    page.locator('[name=password]').evaluate((input, composing) => {
      const init = { key: 'Enter', isComposing: composing, bubbles: true, cancelable: true };
      return !input.dispatchEvent(new KeyboardEvent('keydown', init));
    }, isComposing);
  expect(await isStopped(true)).toBe(true);
  expect(await isStopped(false)).toBe(false);
});

test('a copy of one’s data is there to take; erasing wants the password and the address', async () => {
  await visit('en', 360);
  const email = 'leaving@example.com';
  await signUp(email, 'Leaving Person');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download your data' }).click();
  const file = await (await download).createReadStream();
  expect(JSON.parse((await file.toArray()).join(''))).toMatchObject({ profile: { email } });

  const organisation = await saveOrganisation(api);
  await withClient(api.database.adminUrl, async (client) => {
    await client.query("UPDATE session SET authenticated_at = now() - interval '1 hour'");
    const owned = `UPDATE membership SET person_id = (SELECT id FROM person WHERE email = $1)
      WHERE organisation_id = $2`;
    await client.query(owned, [email, organisation]);
  });
  await press('Erase the account');
  const dialog = page.getByRole('dialog', { name: 'Erase the account' });
  await dialog.getByRole('textbox').fill(email);
  await dialog.locator('[type=submit]').click();
  const confirmation = page.getByRole('dialog', { name: 'Please confirm that it is you' });
  await confirmation.locator('[name=password]').fill(PASSWORD);
  expect(await violationsOf(page)).toEqual([]);
  await confirmation.locator('[type=submit]').click();
  const last = page.getByRole('dialog', { name: 'You are the last member' });
  await last.getByText('Sample Co., Ltd.').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await press('Erase, and leave without members');
  await expectPage('Your account has been erased');
  await page.goto('/account');
  await send({ email, password: PASSWORD });
  await summary().getByText('E-mail or password is wrong').waitFor();
});

test('a passkey is added, signs in and is removed', async () => {
  await visit('en', 1280);
  await giveAuthenticator(page);
  await signUp('passkey@example.com', 'Sample Person');
  await press('Add a passkey');
  await page.fill('[name=label]', 'Office computer');
  await page.locator('#passkeys').locator(SUBMIT).click();
  await press('I have kept the codes');
  await page.locator('#passkeys li').getByText('Office computer').waitFor();
  await expectPage('Your account');

  await press('Sign out');
  await press('Sign in with a passkey');
  await page.locator('#sessions li').first().getByText('passkey').waitFor();
  await page.locator('#log li').first().waitFor();
  await expectPage('Your account');

  await page.locator('#passkeys li').getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('The passkey has been removed.').waitFor();
});
