import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOKEN_SCOPES, type TokenScope, wholeScopes } from '@sukoyaka/access';
import { tokenHash } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, httpOf, type RunningApi, startApi } from '../support/api.js';
import {
  askables,
  NOBODY,
  saveAssessment,
  saveOrganisation,
  SITE,
  submit,
} from '../support/builders.js';
import { makeSession } from '../support/people.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const admin = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const pathOf = (organisation: string) => `/api/organisations/${organisation}/tokens`;
const create = (organisation: string, body: object = {}, http = api.http) =>
  http.post(pathOf(organisation)).send({
    label: 'Payroll export',
    scopes: ['answers.read', 'answers.write'],
    expiresOn: inDays(30),
    ...body,
  });

async function machine(organisation: string, scopes: readonly TokenScope[]) {
  const made = bodyOf(await create(organisation, { scopes }).expect(201));
  return {
    id: String(made['id']),
    http: httpOf(api.url, { authorization: `Bearer ${String(made['token'])}` }),
  };
}

describe('POST …/tokens', () => {
  it('shows the token this once, and keeps its hash', async () => {
    const organisation = await saveOrganisation(api);
    const made = bodyOf(await create(organisation).expect(201));
    const token = String(made['token']);
    expect(token).toMatch(/^sky_[\w-]{43}$/);
    const [stored] = await admin<{ hash: string }>(
      'SELECT token_hash AS hash FROM api_token WHERE id = $1',
      [made['id']],
    );
    expect(stored?.hash).toBe(tokenHash(token));
    const list = await api.http.get(pathOf(organisation)).expect(200);
    expect(list.body).toMatchObject({ tokens: [{ label: 'Payroll export', lastUsedAt: null }] });
    expect(list.text).not.toContain(token);
    const logged = await admin(
      "SELECT facts_after AS after FROM audit_event WHERE chain_id = $1 AND action = 'token.created'",
      [organisation],
    );
    expect(logged).toMatchObject([
      { after: { name: 'Payroll export', scopes: expect.arrayContaining(['answers.write']) } },
    ]);
  });

  it.each([
    [{ expiresOn: inDays(-1) }, 422, 'EXPIRY_INVALID'],
    [{ expiresOn: inDays(400) }, 422, 'EXPIRY_INVALID'],
    [{ scopes: [] }, 400, 'REQUEST_INVALID'],
    [{ scopes: ['members.manage'] }, 400, 'REQUEST_INVALID'],
    [{ scopes: ['answers.read', 'answers.read'] }, 400, 'REQUEST_INVALID'],
    [{ label: 'a@example.com' }, 400, 'REQUEST_INVALID'],
  ])('refuses %j', async (body, status, code) => {
    const organisation = await saveOrganisation(api);
    expectProblem(await create(organisation, body), status, code);
    expect(await admin('SELECT FROM api_token WHERE organisation_id = $1', [organisation])).toEqual(
      [],
    );
  });

  it('is for owners who have lately shown who they are, up to twenty', async () => {
    const organisation = await saveOrganisation(api);
    const editor = await api.signIn({ memberOf: { organisation, role: 'editor' } });
    expectProblem(await create(organisation, {}, editor.http), 403, 'RIGHT_MISSING');
    expectProblem(
      await create(organisation, {}, (await api.signIn()).http),
      404,
      'ORGANISATION_NOT_FOUND',
    );
    const { cookie } = await makeSession(api.database.adminUrl, api.person.id, { minutesOld: 20 });
    expectProblem(
      await create(organisation, {}, httpOf(api.url, { cookie })),
      403,
      'CONFIRMATION_REQUIRED',
    );
    for (let count = 0; count < 20; count += 1) await create(organisation).expect(201);
    expectProblem(await create(organisation), 409, 'TOO_MANY_TOKENS');
  });

  it('makes no more than may be there, however many are asked for at once', async () => {
    const organisation = await saveOrganisation(api);
    for (let count = 0; count < 19; count += 1) await create(organisation).expect(201);
    const atOnce = (send: () => ReturnType<typeof create>) =>
      Promise.all(Array.from({ length: 8 }, send));
    // Connections that have to be opened first would let them come one after the other.
    await atOnce(() => api.http.get(pathOf(organisation)));
    const answers = await atOnce(() => create(organisation));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
  });
});

describe('a machine with a token', () => {
  it('does what its scopes say, by the database’s own reckoning, and nothing else', async () => {
    const assessment = await saveAssessment(api);
    const scored = await saveAssessment(api, assessment.organisation, {
      periodStart: '2024-04-01',
      periodEnd: '2025-03-31',
    });
    await submit(api, scored).expect(200);
    const [{ section } = { section: '' }] = askables();
    const root = `/api/organisations/${assessment.organisation}`;
    const needs: readonly (readonly [
      TokenScope,
      (http: typeof api.http) => ReturnType<typeof api.http.get>,
    ])[] = [
      ['organisation.read', (http) => http.get(`${root}/sites`)],
      ['organisation.write', (http) => http.post(`${root}/sites`).send(SITE)],
      ['assessment.read', (http) => http.get(`${root}/assessments`)],
      ['answers.read', (http) => http.get(`${assessment.path}/sections/${section}`)],
      ['result.read', (http) => http.get(`${scored.path}/result`)],
      ['report.read', (http) => http.get(`${scored.path}/report?format=json`)],
    ];
    for (const scope of TOKEN_SCOPES) {
      const { http } = await machine(assessment.organisation, [scope]);
      for (const [needed, request] of needs) {
        const { status } = await request(http);
        expect({ scope, needed, isDone: status < 300 }).toEqual({
          scope,
          needed,
          isDone: wholeScopes([scope]).includes(needed),
        });
      }
    }
  });

  it('saves, and the log says that it was the machine', async () => {
    const assessment = await saveAssessment(api);
    const { id, http } = await machine(assessment.organisation, [
      'assessment.read',
      'answers.read',
      'answers.write',
      'organisation.read',
    ]);
    const [{ section, question } = { section: '', question: '' }] = askables();
    await http
      .put(`${assessment.path}/sections/${section}`)
      .set('If-Match', '"0"')
      .send({ answers: { [question]: 'yes' } })
      .expect(200);
    const [event] = await admin(
      "SELECT actor_kind AS kind, actor_id AS id FROM audit_event WHERE chain_id = $1 AND action = 'section.saved'",
      [assessment.organisation],
    );
    expect(event).toEqual({ kind: 'token', id });
  });

  it('is nobody elsewhere, and no person anywhere', async () => {
    const organisation = await saveOrganisation(api);
    const { http } = await machine(organisation, TOKEN_SCOPES);
    const other = await saveOrganisation(api);
    expectProblem(await http.get(`/api/organisations/${other}`), 404, 'ORGANISATION_NOT_FOUND');
    for (const path of [
      '/api/me',
      '/api/session',
      pathOf(organisation),
      `/api/organisations/${organisation}/members`,
      '/api/operator/staff',
    ]) {
      expectProblem(await http.get(path), 403, 'PERSON_ONLY');
    }
    expectProblem(
      await http.post('/api/organisations').send({ names: { en: 'x' }, country: 'TH' }),
      403,
      'PERSON_ONLY',
    );
  });

  it('ends when it is revoked or too old, and is told so', async () => {
    const organisation = await saveOrganisation(api);
    const [revoked, old] = [
      await machine(organisation, ['organisation.read']),
      await machine(organisation, ['organisation.read']),
    ];
    const path = `/api/organisations/${organisation}`;
    await revoked.http.get(path).expect(200);
    await api.http.delete(`${pathOf(organisation)}/${revoked.id}`).expect(204);
    expectProblem(await revoked.http.get(path), 401, 'TOKEN_INVALID');
    await admin('UPDATE api_token SET expires_at = now() WHERE id = $1', [old.id]);
    expectProblem(await old.http.get(path), 401, 'TOKEN_INVALID');
    for (const bearer of ['x', 'sky_', `sky_${'A'.repeat(43)}`, 'null']) {
      const http = httpOf(api.url, { authorization: `Bearer ${bearer}` });
      expectProblem(await http.get(path), 401, 'TOKEN_INVALID');
    }
    expectProblem(
      await api.http.delete(`${pathOf(organisation)}/${NOBODY}`),
      404,
      'TOKEN_NOT_FOUND',
    );
  });
});
