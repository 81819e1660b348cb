import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newApiToken, tokenHash } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, httpOf, type RunningApi, startApi } from '../support/api.js';
import { askables, NOBODY, saveAssessment, saveOrganisation, SITE } from '../support/builders.js';

let api: RunningApi;
let organisation: string;
let path: string;
let assessment: string;
let site: string;

beforeAll(async () => {
  api = await startApi();
  const saved = await saveAssessment(api);
  organisation = saved.organisation;
  assessment = saved.id;
  path = `/api/organisations/${organisation}/audit`;
  const made = await api.http.post(`/api/organisations/${organisation}/sites`).send(SITE);
  site = String(bodyOf(made)['id']);
  const [{ section, question } = { section: '', question: '' }] = askables();
  const answers = { [question]: 'yes' };
  await api.http
    .put(`${saved.path}/sections/${section}`)
    .set('If-Match', '"0"')
    .send({ answers })
    .expect(200);
});
afterAll(() => api.stop());

interface Event {
  readonly sequence: number;
  readonly at: string;
  readonly actor: {
    readonly kind: string;
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly action: string;
  readonly text: string;
  readonly object: { readonly kind: string; readonly id: string | null };
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly hash: string;
}

type Reader = Pick<RunningApi, 'http'>;

async function list(address: string, reader: Reader = api, language = 'en') {
  const request = reader.http.get(address).set('Accept-Language', language);
  const { events, next } = bodyOf(await request.expect(200));
  return { events: events as readonly Event[], next: next as string | null };
}
const actions = async (address: string) => (await list(address)).events.map(({ action }) => action);

const member = (role: 'owner' | 'editor' | 'reviewer' | 'assessor') =>
  api.signIn({ name: `The ${role}`, memberOf: { organisation, role } });

/** A machine of the organisation. */
async function machine(...scopes: readonly string[]) {
  const [id, token] = [randomUUID(), newApiToken()];
  await withClient(api.database.adminUrl, (client) =>
    client.query(
      `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at)
       VALUES ($1, $2, $3, 'Nightly', $4, $5, now() + interval '1 day')`,
      [organisation, id, tokenHash(token), scopes, api.person.id],
    ),
  );
  return { id, http: httpOf(api.url, { authorization: `Bearer ${token}` }) };
}

describe('GET …/audit', () => {
  it('tells who did what and when, the newest first, as it is stored', async () => {
    const { events, next } = await list(path);
    expect(events.map(({ action }) => action)).toEqual([
      'section.saved',
      'site.added',
      'assessment.begun',
      'member.joined',
      'organisation.registered',
    ]);
    expect(next).toBeNull();
    const { rows } = await withClient(api.database.adminUrl, (client) =>
      client.query(
        `SELECT hash, occurred_at AS at FROM audit_event WHERE chain_id = $1 AND sequence = 5`,
        [organisation],
      ),
    );
    const [{ hash, at } = { hash: '', at: new Date(0) }] = rows as { hash: string; at: Date }[];
    const [{ section, question } = { section: '', question: '' }] = askables();
    expect(events[0]).toMatchObject({
      sequence: 5,
      at: at.toISOString(),
      actor: { kind: 'person', id: api.person.id, name: 'Test person' },
      object: { kind: 'assessment', id: assessment },
      text: `Answers of the section "${section}" were saved (version 1).`,
      before: null,
      after: { section, version: 1, questions: [question] },
      hash,
    });
  });

  it('says it in the language of the reader', async () => {
    const texts = async (language: string) =>
      (await list(path, api, language)).events.map(({ text }) => text);
    expect((await texts('ja'))[1]).toBe('事業場が追加されました。');
    expect((await texts('th'))[1]).toBe('เพิ่มสาขาแล้ว');
    expect((await texts('ja'))[3]).toBe('メンバーが組織に加わりました（役割：管理者）。');
  });

  it('goes on page by page', async () => {
    const [seen, limits]: [number[], number[]] = [[], []];
    for (let next: string | null = `${path}?limit=2`; next !== null;) {
      const page = await list(next);
      seen.push(...page.events.map(({ sequence }) => sequence));
      limits.push(page.events.length);
      next = page.next;
    }
    expect(seen).toEqual([5, 4, 3, 2, 1]);
    expect(limits).toEqual([2, 2, 1]);
  });

  it('shows what matches the filters, on each page', async () => {
    expect(await actions(`${path}?action=site.added`)).toEqual(['site.added']);
    expect(await actions(`${path}?action=member.`)).toEqual(['member.joined']);
    expect(await actions(`${path}?objectId=${site}`)).toEqual(['site.added']);
    expect(await actions(`${path}?actorId=${NOBODY}`)).toEqual([]);
    expect((await actions(`${path}?actorId=${api.person.id.toUpperCase()}`)).length).toBe(5);
    const { next } = await list(`${path}?limit=1&objectId=${assessment}`);
    expect(await actions(next ?? '')).toEqual(['assessment.begun']);
  });

  it('counts from the first moment up to the second one', async () => {
    const { events } = await list(path);
    const [last, , , , first] = events.map(({ at }) => at);
    expect(await actions(`${path}?from=${last}`)).toContain('section.saved');
    expect(await actions(`${path}?to=${last}`)).not.toContain('section.saved');
    expect(await actions(`${path}?from=${first}&to=${first}`)).toEqual([]);
    expect(await actions(`${path}?from=2100-01-01T00:00:00%2B07:00`)).toEqual([]);
  });

  it.each([
    ['from=2026-05-20', 'moment'],
    ['from=2569-05-20T00:00:00Z', 'moment'],
    ['to=2026-02-30T00:00:00Z', 'moment'],
    ['to=2026-02-20T24:61:00Z', 'moment'],
    ['action=%25', 'action'],
    ['action=section', 'action'],
    ['actorId=1', 'uuid'],
    ['objectId=%00', 'code'],
    ['limit=101', 'whole-number'],
    ['where=1', 'unknown-field'],
  ])('refuses ?%s by the rule "%s"', async (query, code) => {
    const problem = expectProblem(await api.http.get(`${path}?${query}`), 400, 'REQUEST_INVALID');
    expect(problem['errors']).toMatchObject([{ code }]);
  });

  it('refuses a cursor of another list', async () => {
    const cursor = Buffer.from('["a"]').toString('base64url');
    expectProblem(await api.http.get(`${path}?cursor=${cursor}`), 400, 'CURSOR_INVALID');
  });

  it('is read by owner, editor and reviewer, and by machines that were given it', async () => {
    for (const role of ['owner', 'editor', 'reviewer'] as const) {
      const { events } = await list(`${path}?action=site.`, await member(role));
      expect(events[0]?.actor.name).toBe('Test person');
    }
    const { events } = await list(`${path}?action=site.`, await machine('audit.read'));
    // Names of people are for people.
    expect(events[0]?.actor).toEqual({ kind: 'person', id: api.person.id, name: null });
  });

  it('is not read by an assessor, another machine, an operator or a stranger', async () => {
    expectProblem(await (await member('assessor')).http.get(path), 403, 'RIGHT_MISSING');
    const reading = await machine('answers.read');
    expectProblem(await reading.http.get(path), 403, 'RIGHT_MISSING');
    const operator = await api.signIn({ role: 'operator' });
    expectProblem(await operator.http.get(path), 403, 'RIGHT_MISSING');
    const stranger = await api.signIn();
    for (const address of [path, `${path}/export?format=csv`]) {
      expectProblem(await stranger.http.get(address), 404, 'ORGANISATION_NOT_FOUND');
      expectProblem(await api.anonymous.get(address), 401, 'SIGN_IN_REQUIRED');
    }
    expectProblem(
      await stranger.http.get(`/api/organisations/${NOBODY}/audit`),
      404,
      'ORGANISATION_NOT_FOUND',
    );
  });

  it('names machines by their label, and people who have left not at all', async () => {
    const other = await saveOrganisation(api);
    const editor = await api.signIn({
      name: 'Soon gone',
      memberOf: { organisation: other, role: 'editor' },
    });
    const sites = `/api/organisations/${other}/sites`;
    await editor.http.post(sites).send(SITE).expect(201);
    const address = `/api/organisations/${other}/audit?action=site.added`;
    expect((await list(address)).events[0]?.actor.name).toBe('Soon gone');
    await editor.http.delete(`/api/organisations/${other}/members/${editor.id}`).expect(204);
    expect((await list(address)).events[0]?.actor).toEqual({
      kind: 'person',
      id: editor.id,
      name: null,
    });
    const writer = await machine('organisation.read', 'organisation.write');
    await writer.http.post(`/api/organisations/${organisation}/sites`).send(SITE).expect(201);
    const { events } = await list(`${path}?actorId=${writer.id}`);
    expect(events[0]?.actor).toEqual({ kind: 'token', id: writer.id, name: 'Nightly' });
  });
});

describe('GET /api/me/audit', () => {
  it("shows one's own account, to oneself alone", async () => {
    const person = await api.signIn({ name: 'Before' });
    const { version } = bodyOf(await person.http.get('/api/me').expect(200));
    const body = { name: 'After', language: 'th', timeZone: 'Asia/Bangkok' };
    await person.http
      .put('/api/me')
      .set('If-Match', `"${String(version)}"`)
      .send(body)
      .expect(200);
    const { events } = await list('/api/me/audit', person);
    expect(events).toMatchObject([
      { action: 'person.profile-changed', actor: { id: person.id, name: 'After' } },
    ]);
    expect(JSON.stringify(events)).not.toContain('Before');
    const others = (await list('/api/me/audit')).events.map(({ object }) => object.id);
    expect(others).not.toContain(person.id);
    expectProblem(await api.anonymous.get('/api/me/audit'), 401, 'SIGN_IN_REQUIRED');
  });
});

describe('GET /api/operator/audit', () => {
  it('shows operators what was done on the platform, and nobody else', async () => {
    const operator = await api.signIn({ role: 'operator', name: 'An operator' });
    const { events } = await list('/api/operator/audit?action=organisation.', operator);
    expect(events.at(-1)).toMatchObject({
      action: 'organisation.founded',
      // Not staff: operators know people of companies by number only.
      actor: { kind: 'person', id: api.person.id, name: null },
      object: { kind: 'organisation', id: organisation },
    });
    const analyst = await api.signIn({ role: 'ministry-analyst' });
    expectProblem(await analyst.http.get('/api/operator/audit'), 403, 'STAFF_ONLY');
    expectProblem(await api.http.get('/api/operator/audit'), 403, 'STAFF_ONLY');
    expectProblem(await api.anonymous.get('/api/operator/audit'), 401, 'SIGN_IN_REQUIRED');
  });
});
