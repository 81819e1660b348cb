import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { Desk } from '../cli/support.js';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { rowCounts } from '../support/backup-databases.js';
import { newOwner } from '../support/grants.js';
import { mailsTo, newAddress } from '../support/mailbox.js';
import { tracesOf } from '../support/traces.js';

/** That of the service in tests. */
const KEY = Buffer.alloc(32, 7).toString('base64url');

const desk = new Desk();
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  desk.clear();
  await api.stop();
});

const run = (...argv: readonly string[]) =>
  desk.run(argv, '', { DATABASE_URL: api.database.ownerUrl, SUKOYAKA_SECRET_KEY: KEY });

const query = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

/** What the log of a person says that was done to them. */
const doneTo = (id: string) =>
  query(
    `SELECT action, actor_kind AS actor, facts_after AS after FROM audit_event
     WHERE chain_id = $1 AND action IN ('person.data-exported', 'person.erased')`,
    [id],
  );

describe('sukoyaka user export', () => {
  it('writes what the person would download, for the operator’s eyes alone, and is logged', async () => {
    const { email, id, http } = await newOwner(api);
    const own = bodyOf(await http.get('/api/me/export').expect(200));
    const done = await run('user', 'export', '--email', email.toUpperCase(), '--out', 'a.json');
    expect(done).toMatchObject({ code: 0, out: '', err: expect.stringContaining('a.json') });
    const file = join(desk.folder, 'a.json');
    const written = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
    // The download itself has been logged since.
    const { events: _, ...rest } = own;
    expect(written).toMatchObject(rest);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await doneTo(id)).toEqual([
      { action: 'person.data-exported', actor: 'person', after: { format: 'json' } },
      { action: 'person.data-exported', actor: 'system', after: { format: 'json' } },
    ]);
  });
});

describe('sukoyaka user erase', () => {
  it('leaves no trace of who cannot sign in, tells them, and says in the log that an operator did', async () => {
    const [email, name] = [newAddress(), 'Quagmire Somsri'];
    const person = await api.signIn({ email, name });
    expect(await tracesOf(api.database.adminUrl, [email, name])).not.toEqual([]);
    const done = await run('user', 'erase', '--email', email);
    expect(done).toMatchObject({ code: 0, err: '', out: expect.stringContaining(email) });
    expect(await tracesOf(api.database.adminUrl, [email, name])).toEqual([]);
    expectProblem(await person.http.get('/api/me'), 401, 'SIGN_IN_REQUIRED');
    expect(await doneTo(person.id)).toEqual([
      { action: 'person.erased', actor: 'system', after: { cause: 'operator-request' } },
    ]);
    expect((await mailsTo(api, email)).map(({ text }) => text)).toEqual([
      expect.stringContaining(name),
    ]);
  });

  it('leaves an organisation without members only where it is named', async () => {
    const owner = await newOwner(api);
    const erase = ['user', 'erase', '--email', owner.email];
    const refused = await run(...erase);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain(`--leaving ${owner.organisation}`);
    expect(await run(...erase, '--leaving', owner.organisation.toUpperCase())).toMatchObject({
      code: 0,
    });
  });

  it('is refused for the last owner of others and for nobody, in every language, and writes nothing', async () => {
    const owner = await newOwner(api);
    await api.signIn({ memberOf: { organisation: owner.organisation, role: 'editor' } });
    const before = await rowCounts(api.database);
    for (const lang of ['en', 'ja', 'th']) {
      const erase = ['--lang', lang, 'user', 'erase', '--email'];
      const last = await run(...erase, owner.email, '--leaving', owner.organisation);
      expect(last).toMatchObject({ code: 2, out: '' });
      expect(last.err).toContain(owner.organisation);
      const nobody = await run(...erase, 'nobody@example.com');
      expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('nobody@example.com') });
      const wrong = await run(...erase, owner.email, '--leaving', '1');
      expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('UUID') });
    }
    expect(await rowCounts(api.database)).toEqual(before);
  });

  it('is refused for the last operator', async () => {
    const [one, two] = [
      await api.signIn({ role: 'operator' }),
      await api.signIn({ role: 'operator' }),
    ];
    expect(await run('user', 'erase', '--email', one.email)).toMatchObject({ code: 0 });
    expect(await run('user', 'erase', '--email', two.email)).toMatchObject({ code: 2 });
  });
});
