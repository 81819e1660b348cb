import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEmptyTestDatabase, withClient } from '@sukoyaka/testing';
import { Desk, objects } from '../cli/support.js';
import { type RunningApi, startApi } from '../support/api.js';
import { auditCommand, keepLog, tamper, verifyLog } from '../support/audit-log.js';
import { ORGANISATION, saveOrganisation, SITE } from '../support/builders.js';

const desk = new Desk();
let api: RunningApi;
let organisation: string;
beforeAll(async () => {
  api = await startApi();
  organisation = await saveOrganisation(api);
  const sites = `/api/organisations/${organisation}/sites`;
  for (let count = 0; count < 3; count += 1) await api.http.post(sites).send(SITE).expect(201);
  await keepLog(api);
});
afterAll(async () => {
  desk.clear();
  await api.stop();
});

const OTHER_KEY = Buffer.alloc(32, 9).toString('base64url');
const run = (argv: readonly string[], environment = {}) =>
  auditCommand(desk, api, argv, environment);
const cut = () =>
  tamper(api, (client) =>
    client.query('DELETE FROM audit_event WHERE chain_id = $1 AND sequence IN (3, 4)', [
      organisation,
    ]),
  );
const whole = () => tamper(api, () => Promise.resolve());

describe('sukoyaka audit verify', () => {
  it.each([
    [
      'en',
      /^Organisation Sample Co\., Ltd\. \(.+\), events 3–4 \[missing\]\n {2}Events were removed/,
    ],
    [
      'ja',
      /^組織 Sample Co\., Ltd\.（.+）、記録 3–4 \[missing\]\n {2}途中の記録が削除されています。/,
    ],
    ['th', /^องค์กร Sample Co\., Ltd\. \(.+\) รายการที่ 3–4 \[missing\]\n {2}มีรายการระหว่างกลางถูกลบ/],
  ])('tells in %s whose log it is, where, what it means and what to do', async (LANG, words) => {
    await cut();
    const { code, out, err } = await run(['verify'], { LANG });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(words);
    // Fault: place, meaning, remedy; then the sum.
    expect(out.trimEnd().split('\n').length).toBe(4);
  });

  it('tells programs the same', async () => {
    await cut();
    const { code, out } = await run(['verify', '--json']);
    expect({ code, found: objects(out) }).toEqual({
      code: 1,
      found: [
        {
          sound: false,
          chains: 2,
          events: 4,
          faults: [
            {
              kind: 'missing',
              chain: { id: organisation, of: 'organisation', name: 'Sample Co., Ltd.' },
              from: 3,
              through: 4,
            },
          ],
        },
      ],
    });
  });

  it('names an organisation without an English name by the Thai one', async () => {
    const rename = (name: string | null) =>
      withClient(api.database.adminUrl, (client) =>
        client.query('UPDATE organisation SET name_en = $2 WHERE id = $1', [organisation, name]),
      );
    await cut();
    await rename(null);
    const { out } = await run(['verify', '--json']);
    await rename(ORGANISATION.names.en);
    expect(objects(out)).toMatchObject([{ faults: [{ chain: { name: ORGANISATION.names.th } }] }]);
  });

  it('suspects the key first when nothing fits', async () => {
    await whole();
    const { code, out } = await run(['verify'], { SUKOYAKA_SECRET_KEY: OTHER_KEY });
    expect(code).toBe(1);
    expect(out).toMatch(/SUKOYAKA_SECRET_KEY is not the key .+ Check that first\.\n$/);
    expect(out).toContain('Platform (00000000-0000-0000-0000-000000000000), event 1 [changed]');
  });

  it.each([
    ['without a key', { SUKOYAKA_SECRET_KEY: '' }, /secret key of the installation is missing/],
    ['with what is no key', { SUKOYAKA_SECRET_KEY: 'secret' }, /is no key/],
    ['without a database', { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }, /reached/],
  ])('is not possible %s', async (_, environment, words) => {
    const { code, out, err } = await run(['verify'], environment);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
  });

  it('does not call sound what is hidden from its role', async () => {
    const { code, out, err } = await run(['verify'], { DATABASE_URL: api.database.appUrl });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/hidden from this role|lacks a privilege/);
  });

  it('is not possible on a database without the tables', async () => {
    const empty = await createEmptyTestDatabase();
    const { code, err } = await run(['verify'], { DATABASE_URL: empty.ownerUrl });
    await empty.drop();
    expect(code).toBe(2);
    expect(err).toMatch(/lacks tables/);
  });
});

describe('sukoyaka audit anchor', () => {
  it('writes a file for its owner alone, notes it, and holds the log to it from then on', async () => {
    await whole();
    const { code, err } = await run(['anchor', '--out', 'anchors.json']);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'The ends of 2 chains were written to anchors.json. Keep the file away from the database.\n',
    });
    expect(statSync(desk.path('anchors.json')).mode & 0o777).toBe(0o600);
    const operator = await api.signIn({ role: 'operator' });
    const noted = await operator.http.get('/api/operator/audit?action=heads.anchored').expect(200);
    expect(noted.body).toMatchObject({
      events: [
        {
          actor: { kind: 'service', id: null, name: null },
          after: { chains: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        },
      ],
    });
    expect(await verifyLog(desk, api, '--anchors', 'anchors.json')).toEqual({
      code: 0,
      faults: {},
    });
  });

  it('does not make a log the measure that was tampered with', async () => {
    await cut();
    const { code, out } = await run(['anchor', '--out', 'cut.json']);
    expect(code).toBe(1);
    expect(out).toMatch(/\[missing\]/);
    expect(() => statSync(desk.path('cut.json'))).toThrow('ENOENT');
  });

  it.each([
    ['none.json', null, /no such file/],
    ['empty.json', '', /nothing in it/],
    ['text.json', 'x', /not JSON/],
    ['other.json', '{"heads":[]}', /no anchors of the audit log/],
  ])('wrote no file such as %s', async (name, content, words) => {
    if (content !== null) desk.file(name, content);
    const { code, out, err } = await run(['verify', '--anchors', name]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).toContain(name);
  });

  it('wrote no file in which something is another', async () => {
    await whole();
    await run(['anchor', '--out', 'true.json']);
    const text = readFileSync(desk.path('true.json'), 'utf8');
    desk.file('false.json', text.replace(/"sequence":5/, '"sequence":4'));
    const { code, err } = await run(['verify', '--anchors', 'false.json']);
    expect(code).toBe(2);
    expect(err).toMatch(/^false\.json: The anchors were changed/);
  });
});
