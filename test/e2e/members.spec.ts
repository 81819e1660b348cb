import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORGANISATION_ROLES, type OrganisationRole } from '@sukoyaka/access';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { NOBODY, saveOrganisation } from '../support/builders.js';
import { mailsTo, newAddress } from '../support/mailbox.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const pathOf = (organisation: string) => `/api/organisations/${organisation}/members`;
const rolesOf = (organisation: string) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT person_id AS id, role FROM membership WHERE organisation_id = $1',
      [organisation],
    );
    return Object.fromEntries(
      (rows as { id: string; role: string }[]).map(({ id, role }) => [id, role]),
    );
  });

const eventsOf = (organisation: string) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT action, actor_id AS actor, object_id AS object, facts_before AS before, facts_after AS after FROM audit_event WHERE chain_id = $1 ORDER BY sequence',
      [organisation],
    );
    return rows as Record<string, unknown>[];
  });

function member(organisation: string, role: OrganisationRole) {
  return api.signIn({ memberOf: { organisation, role } });
}

describe('GET …/members', () => {
  it('lists who belongs to the organisation, to its own people only', async () => {
    const organisation = await saveOrganisation(api);
    const editor = await member(organisation, 'editor');
    const response = await editor.http.get(pathOf(organisation)).expect(200);
    expect(response.body).toMatchObject({
      members: [
        { personId: api.person.id, role: 'owner', email: api.person.email },
        { personId: editor.id, role: 'editor' },
      ],
    });
    const assessor = await member(organisation, 'assessor');
    expectProblem(await assessor.http.get(pathOf(organisation)), 403, 'RIGHT_MISSING');
    const stranger = await api.signIn();
    expectProblem(await stranger.http.get(pathOf(organisation)), 404, 'ORGANISATION_NOT_FOUND');
    expectProblem(await api.anonymous.get(pathOf(organisation)), 401, 'SIGN_IN_REQUIRED');
  });
});

describe('PUT …/members/:id', () => {
  const setRole = (path: string, role: string, http = api.http, version = '"1"') =>
    http.put(path).set('If-Match', version).send({ role });

  it('gives a member another role, which holds at once', async () => {
    const organisation = await saveOrganisation(api);
    const person = await member(organisation, 'reviewer');
    const rename = () =>
      person.http
        .put(`/api/organisations/${organisation}`)
        .set('If-Match', '"1"')
        .send({ names: { en: 'Renamed' }, country: 'TH' });
    expectProblem(await rename(), 403, 'RIGHT_MISSING');
    const path = `${pathOf(organisation)}/${person.id}`;
    const response = await setRole(path, 'editor').expect(200);
    expect(response.body).toMatchObject({ role: 'editor', version: 2 });
    expect(response.headers['etag']).toBe('"2"');
    await rename().expect(200);
    expect(await eventsOf(organisation)).toContainEqual({
      action: 'member.role-changed',
      actor: api.person.id,
      object: person.id,
      before: { role: 'reviewer' },
      after: { role: 'editor' },
    });
  });

  it('is for owners, and not for oneself upwards', async () => {
    const organisation = await saveOrganisation(api);
    for (const role of ORGANISATION_ROLES.filter((each) => each !== 'owner')) {
      const person = await member(organisation, role);
      const path = `${pathOf(organisation)}/${person.id}`;
      expectProblem(await setRole(path, 'owner', person.http), 403, 'RIGHT_MISSING');
      expect(await rolesOf(organisation)).toMatchObject({ [person.id]: role });
    }
  });

  it('keeps an owner, also when two go at once', async () => {
    const organisation = await saveOrganisation(api);
    const path = `${pathOf(organisation)}/${api.person.id}`;
    expectProblem(await setRole(path, 'editor'), 409, 'LAST_OWNER');
    const second = await member(organisation, 'owner');
    const answers = await Promise.all([
      setRole(path, 'editor'),
      setRole(`${pathOf(organisation)}/${second.id}`, 'editor', second.http),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(Object.values(await rolesOf(organisation)).sort()).toEqual(['editor', 'owner']);
  });

  it('refuses what it cannot do', async () => {
    const organisation = await saveOrganisation(api);
    const person = await member(organisation, 'editor');
    const path = `${pathOf(organisation)}/${person.id}`;
    expectProblem(await setRole(path, 'king'), 400, 'REQUEST_INVALID');
    expectProblem(await setRole(path, 'reviewer', api.http, '"7"'), 412, 'VERSION_CONFLICT');
    expectProblem(
      await setRole(`${pathOf(organisation)}/${NOBODY}`, 'editor'),
      404,
      'MEMBER_NOT_FOUND',
    );
    const put = api.http.put(path).send({ role: 'reviewer' });
    expectProblem(await put, 428, 'VERSION_REQUIRED');
    expect(await rolesOf(organisation)).toMatchObject({ [person.id]: 'editor' });
  });
});

describe('DELETE …/members/:id', () => {
  it('takes a member out, who then sees nothing any more', async () => {
    const organisation = await saveOrganisation(api);
    const person = await member(organisation, 'editor');
    await person.http.get(`/api/organisations/${organisation}`).expect(200);
    await api.http.delete(`${pathOf(organisation)}/${person.id}`).expect(204);
    const gone = await person.http.get(`/api/organisations/${organisation}`);
    expectProblem(gone, 404, 'ORGANISATION_NOT_FOUND');
    expect(await rolesOf(organisation)).toEqual({ [api.person.id]: 'owner' });
  });

  it('lets anybody go by themself but the last owner', async () => {
    const organisation = await saveOrganisation(api);
    for (const role of ['editor', 'reviewer', 'assessor'] as const) {
      const person = await member(organisation, role);
      await person.http.delete(`${pathOf(organisation)}/${person.id}`).expect(204);
    }
    const own = api.http.delete(`${pathOf(organisation)}/${api.person.id}`);
    expectProblem(await own, 409, 'LAST_OWNER');
    const actions = (await eventsOf(organisation)).map(({ action }) => action);
    expect(actions.filter((each) => each === 'member.left')).toHaveLength(3);
  });

  it('of others is for owners', async () => {
    const organisation = await saveOrganisation(api);
    const editor = await member(organisation, 'editor');
    const response = await editor.http.delete(`${pathOf(organisation)}/${api.person.id}`);
    expectProblem(response, 403, 'RIGHT_MISSING');
  });
});

describe('invitations', () => {
  it('are mailed in the language that was chosen, and listed until they are answered', async () => {
    const organisation = await saveOrganisation(api);
    const path = `/api/organisations/${organisation}/invitations`;
    const email = newAddress();
    const sent = { email, role: 'assessor', language: 'th' };
    const response = await api.http.post(path).send(sent).expect(201);
    expect(response.body).toMatchObject({ email, role: 'assessor' });
    expect(JSON.stringify(response.body)).not.toMatch(/[\w-]{43}/);
    const [mail] = await mailsTo(api, email);
    expect(mail).toMatchObject({ locale: 'th' });
    expect(mail?.text).toContain('บริษัท ตัวอย่าง จำกัด');
    const list = bodyOf(await api.http.get(path).expect(200));
    expect(list).toMatchObject({ invitations: [{ email }] });
  });

  it('fill nobody’s mailbox, from however many organisations', async () => {
    const owner = await api.signIn();
    const sent = { email: newAddress(), role: 'editor', language: 'en' };
    const invite = async () => {
      const company = { names: { en: 'Sample Ltd' }, country: 'TH' };
      const { id } = bodyOf(await owner.http.post('/api/organisations').send(company).expect(201));
      return owner.http.post(`/api/organisations/${String(id)}/invitations`).send(sent);
    };
    for (let times = 0; times < 3; times += 1) expect((await invite()).status).toBe(201);
    await withClient(api.database.adminUrl, (client) =>
      client.query('UPDATE throttle SET failures = 20'),
    );
    await invite();
    const refused = await invite();
    expectProblem(refused, 429, 'TOO_MANY_REQUESTS');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await mailsTo(api, sent.email)).toHaveLength(4);
    const other = { ...sent, email: newAddress() };
    const organisation = await saveOrganisation(api);
    await api.http.post(`/api/organisations/${organisation}/invitations`).send(other).expect(201);
  });

  it('are made by owners only', async () => {
    const organisation = await saveOrganisation(api);
    const path = `/api/organisations/${organisation}/invitations`;
    const sent = { email: newAddress(), role: 'owner', language: 'en' };
    const editor = await member(organisation, 'editor');
    expectProblem(await editor.http.post(path).send(sent), 403, 'RIGHT_MISSING');
    expectProblem(
      await (await api.signIn()).http.post(path).send(sent),
      404,
      'ORGANISATION_NOT_FOUND',
    );
    expect(await mailsTo(api, sent.email)).toEqual([]);
  });
});
