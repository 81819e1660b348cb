import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoRole, demoSignIns } from '@sukoyaka/demo';
import { Database } from '@sukoyaka/persistence';
import { testMac } from '@sukoyaka/testing';
import type { Page } from 'playwright-core';
import { DEMO_ORGANISATIONS } from '../../apps/api/src/demo/demo-organisations.js';
import { DEMO_PARENT } from '../../apps/api/src/demo/demo-parent.js';
import { seedDemo } from '../../apps/api/src/demo/seed-demo.js';
import type { RunningApi } from '../support/api.js';
import type { RunningBrowser } from '../support/browser.js';
import { startBrowsing } from '../support/browsing.js';

const [A = '', , C = ''] = DEMO_ORGANISATIONS.map(({ id }) => id);

let api: RunningApi;
let running: RunningBrowser;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ api, running, stop } = await startBrowsing({ isDemo: true }));
  const owner = new Database({
    url: api.database.ownerUrl,
    poolSize: 1,
    auditMac: testMac,
    isMaintenance: true,
  });
  await seedDemo(owner, api.config.keyring).finally(() => owner.close());
}, 120_000);
afterAll(() => stop());

/** An operation as the page shows it, opened to be tried. */
class Operation {
  constructor(
    private readonly page: Page,
    private readonly method: string,
    private readonly path: string,
  ) {}

  private get block() {
    const path = this.page.locator(`[data-path="${this.path}"]`);
    return this.page.locator(`.opblock-${this.method}`, { has: path });
  }

  /** Fills in and executes; @returns what the page shows as the answer. */
  async try(parameters: Readonly<Record<string, string>>, body?: object) {
    const block = this.block;
    await block.locator('.opblock-summary-control').click();
    await block.locator('.try-out__btn').click();
    for (const [name, value] of Object.entries(parameters)) {
      await block.locator(`tr[data-param-name="${name}"] input`).fill(value);
    }
    if (body !== undefined) await block.locator('textarea').fill(JSON.stringify(body));
    await block.locator('button.execute').click();
    const answer = block.locator('.live-responses-table .response');
    const status = await answer.locator('.response-col_status').innerText();
    return { status: Number.parseInt(status), text: await answer.innerText() };
  }
}

interface Tried {
  readonly path: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Part of what the page shows then. */
  readonly shows: string;
}

/** What the demonstration lets each role see. */
const SEEN: Readonly<Record<DemoRole, Tried>> = {
  owner: ofOrganisation('members', A, 'editor@demo.example'),
  editor: ofOrganisation('assessments', A, 'jp-hpm-large/2026'),
  reviewer: ofOrganisation('assessments', A, 'jp-hpm-large/2026'),
  assessor: ofOrganisation('assessments', C, 'jp-hpm-sme/2026'),
  'group-reader': ofOrganisation('received-grants', DEMO_PARENT, A),
  'ministry-analyst': { path: '/api/ministry/overview', shows: '"TH"' },
  operator: { path: '/api/operator/organisations', shows: A },
};

function ofOrganisation(what: string, organisationId: string, shows: string): Tried {
  const path = `/api/organisations/{organisationId}/${what}`;
  return { path, parameters: { organisationId }, shows };
}

describe('the API in the browser', () => {
  it.each(Object.entries(SEEN))('lets the %s of the demonstration try it', async (role, seen) => {
    const context = await running.browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${api.config.origin}/api/docs`);
    const tryOut = (method: string, path: string) => new Operation(page, method, path);

    const strange = await tryOut('get', '/api/me').try({});
    expect(strange.status).toBe(401);

    const signIn = demoSignIns(api.config.keyring, new Date()).find((each) => each.role === role);
    const { email, password, code } = signIn ?? {};
    const session = await tryOut('post', '/api/session').try({}, { email, password });
    expect(session.status).toBe(200);
    if (typeof code === 'string') {
      const second = await tryOut('post', '/api/session/second-factor').try({}, { code });
      expect(second.status).toBe(200);
    }
    const { status, text } = await tryOut('get', seen.path).try(seen.parameters ?? {});
    expect(status).toBe(200);
    expect(text).toContain(seen.shows);
    await context.close();
  });
});
