import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { resources } from '@sukoyaka/locales';
import { withClient } from '@sukoyaka/testing';
import type { Page } from 'playwright-core';
import { overflowOf, violationsOf } from '../support/accessibility.js';
import { givePassword, PASSWORD } from '../support/accounts.js';
import type { RunningApi } from '../support/api.js';
import type { RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';
import { ORGANISATION } from '../support/builders.js';
import { give, newOwner, scoredOf } from '../support/grants.js';
import { mailsTo } from '../support/mailbox.js';
import type { TestPerson } from '../support/people.js';

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing());
});
afterAll(() => stop());

/** Opens the address and signs in; the page shows then what it leads to. */
async function openedBy(person: TestPerson, address: string, width: number): Promise<Page> {
  await givePassword(api, person);
  const viewport = { width, height: 800 };
  const context = await running.browser.newContext({ locale: 'en', viewport });
  const page = await context.newPage();
  await page.goto(address);
  await page.fill('[name=email]', person.email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('#organisations li').first().waitFor();
  return page;
}

it.each([
  ['ja', 360],
  ['th', 1280],
] as const)(
  'a mail in %s leads who may read a report to it, on %i pixels',
  async (language, width) => {
    const texts = resources[language].account.received;
    const [giver, reader] = [await newOwner(api), await newOwner(api, language)];
    await give(giver, { to: reader, of: [await scoredOf(api, giver)] });
    const text = (await mailsTo(api, reader.email)).at(-1)?.text ?? '';
    const address = text.split('\n').find((line) => line.startsWith('http')) ?? '';
    expect(address).toBe(`${api.config.origin}/account?lang=${language}`);

    const page = await openedBy(reader, address, width);
    const panel = page.getByRole('region', { name: texts.title });
    await panel.getByText(ORGANISATION.names[language]).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    for (const way of [texts.report, texts['report-two']]) {
      const download = page.waitForEvent('download');
      await panel.getByRole('link', { name: way, exact: true }).click();
      const stream = await (await download).createReadStream();
      const [head] = (await stream.toArray()) as Buffer[];
      expect(head?.subarray(0, 5).toString()).toBe('%PDF-');
    }
    await page.context().close();
  },
);

it('who is let read by very many sees them all', async () => {
  const [giver, reader] = [await newOwner(api), await newOwner(api, 'en')];
  await withClient(api.database.adminUrl, (client) =>
    client.query(
      `INSERT INTO access_grant (organisation_id, id, grantee_id, level, begins_at, ends_at, given_by)
       SELECT $1, gen_random_uuid(), $2, 'result', now(), now() + interval '1 day', $3
       FROM generate_series(1, 501)`,
      [giver.organisation, reader.organisation, giver.id],
    ),
  );
  const page = await openedBy(reader, `${api.config.origin}/account`, 1280);
  expect(await page.locator('#received li').count()).toBe(501);
  await page.context().close();
});

it('who is let read nothing sees no such part', async () => {
  const reader = await newOwner(api, 'en');
  const page = await openedBy(reader, `${api.config.origin}/account`, 1280);
  expect(await page.locator('#received').isHidden()).toBe(true);
  await page.context().close();
});
