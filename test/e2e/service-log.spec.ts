import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { httpOf, type RunningApi, startApi } from '../support/api.js';
import { saveOrganisation } from '../support/builders.js';
import { newAddress } from '../support/mailbox.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

type Line = Readonly<Record<string, unknown>>;

/** The lines about a request, which its client can name by what it was told. */
function linesOf({ headers }: Response): readonly Line[] {
  const lines = api.log.map((line) => JSON.parse(line) as Line);
  return lines.filter(({ correlationId }) => correlationId === headers['x-correlation-id']);
}

const refusalOf = (response: Response) =>
  linesOf(response).find(({ event }) => event === 'refused');

const ORGANISATION = '/api/organisations/:organisationId';

describe('the log of the service', () => {
  it('tells of each request when, by which route and how it ended, and not by which address', async () => {
    const id = await saveOrganisation(api);
    const response = await api.http.get(`/api/organisations/${id}`).expect(200);
    const line = linesOf(response).find(({ event }) => event === 'request');
    expect(line).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'info',
      event: 'request',
      correlationId: response.headers['x-correlation-id'],
      method: 'GET',
      route: ORGANISATION,
      status: 200,
      milliseconds: expect.any(Number),
    });
  });

  it('tells who was refused what, and why', async () => {
    const organisation = await saveOrganisation(api);
    const path = `/api/organisations/${organisation}`;
    const stranger = await api.signIn();
    expect(refusalOf(await stranger.http.get(path))).toMatchObject({
      level: 'warn',
      code: 'ORGANISATION_NOT_FOUND',
      method: 'GET',
      route: ORGANISATION,
      person: stranger.id,
    });
    const editor = await api.signIn({ memberOf: { organisation, role: 'editor' } });
    expect(refusalOf(await editor.http.get(`${path}/tokens`))).toMatchObject({
      code: 'RIGHT_MISSING',
      route: `${ORGANISATION}/tokens`,
      person: editor.id,
    });
    expect(refusalOf(await editor.http.get('/api/operator/staff'))).toMatchObject({
      code: 'STAFF_ONLY',
      person: editor.id,
    });
  });

  it('tells which machine was refused, and that a token was none', async () => {
    const path = `/api/organisations/${await saveOrganisation(api)}`;
    const expiresOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const made = await api.http
      .post(`${path}/tokens`)
      .send({ label: 'Export', scopes: ['organisation.read'], expiresOn })
      .expect(201);
    const { id, token } = made.body as { id: string; token: string };
    const machine = httpOf(api.url, { authorization: `Bearer ${token}` });
    expect(refusalOf(await machine.get('/api/me'))).toMatchObject({
      code: 'PERSON_ONLY',
      token: id,
    });
    const forged = httpOf(api.url, { authorization: `Bearer sky_${'A'.repeat(43)}` });
    expect(refusalOf(await forged.get(path))).toMatchObject({ code: 'TOKEN_INVALID' });
    expect(api.log.join()).not.toContain(token);
  });

  it('tells of a sign-in that failed, also for an address that nobody has, and not which', async () => {
    const email = newAddress();
    const password = 'seven umbrellas under water';
    const response = await api.anonymous.post('/api/session').send({ email, password });
    expect(refusalOf(response)).toMatchObject({ code: 'SIGN_IN_FAILED', route: '/api/session' });
    expect(api.log.join()).not.toContain(email);
    expect(api.log.join()).not.toContain(password);
  });

  it('tells of pages of other sites that ask for something', async () => {
    const post = api.http.post('/api/organisations').set('Sec-Fetch-Site', 'cross-site');
    expect(refusalOf(await post.send({}))).toMatchObject({ code: 'CROSS_SITE_REQUEST' });
    const rebound = await api.http.get('/api/surveys').set('Host', 'evil.example');
    expect(refusalOf(rebound)).toMatchObject({ code: 'HOST_NOT_ALLOWED' });
  });

  it('makes no such line of what was merely wrong', async () => {
    const response = await api.http.post('/api/organisations').send({}).expect(400);
    expect(refusalOf(response)).toBeUndefined();
  });
});
