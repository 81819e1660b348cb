import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, type SignedIn, startApi } from '../support/api.js';
import { EDITION, NOBODY, saveAssessment, submit } from '../support/builders.js';

let api: RunningApi;
let operator: SignedIn;
beforeAll(async () => {
  api = await startApi();
  operator = await api.signIn({ role: 'operator', name: 'Operator' });
});
afterAll(() => api.stop());

const LATER = '2099-03-31T00:00:00Z';
const admin = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });
const openWave = (body: object = {}) =>
  operator.http
    .post('/api/operator/waves')
    .send({ edition: EDITION, country: 'TH', closesAt: LATER, ...body });
const post = (path: string, version: unknown, body: object = {}) =>
  operator.http
    .post(path)
    .set('If-Match', `"${String(version)}"`)
    .send(body);

describe('waves', () => {
  it('are opened, extended and closed by operators, and seen by all', async () => {
    const opened = bodyOf(await openWave({ country: 'VN' }).expect(201));
    expect(opened).toMatchObject({ edition: EDITION, country: 'VN', state: 'open', version: 1 });
    const path = `/api/operator/waves/${String(opened['id'])}`;
    const extension = { closesAt: '2099-06-30T00:00:00+07:00', reason: 'Floods in the south' };
    const extended = bodyOf(await post(`${path}/extension`, 1, extension).expect(200));
    expect(extended).toMatchObject({ closesAt: '2099-06-29T17:00:00.000Z', version: 2 });
    expectProblem(await post(`${path}/closing`, 1), 412, 'VERSION_CONFLICT');
    const closed = bodyOf(await post(`${path}/closing`, 2).expect(200));
    expect(closed).toMatchObject({ state: 'closed', closedAt: expect.any(String) });
    expectProblem(await post(`${path}/closing`, 3), 409, 'WAVE_CLOSED');
    expectProblem(await post(`${path}/extension`, 3, extension), 409, 'WAVE_CLOSED');
    const seen = await api.http.get('/api/waves?country=VN').expect(200);
    expect(seen.body).toMatchObject({ waves: [{ id: opened['id'], state: 'closed' }] });
    const actions = await admin<{ action: string }>(
      "SELECT action FROM audit_event WHERE object_id = $1 AND chain_id = '00000000-0000-0000-0000-000000000000' ORDER BY sequence",
      [opened['id']],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'wave.opened',
      'wave.extended',
      'wave.closed',
    ]);
  });

  it('give the version that the next step needs, with every answer', async () => {
    const opened = await openWave({ country: 'SG' }).expect(201);
    const path = `/api/waves/${String(bodyOf(opened)['id'])}`;
    expect(opened.headers).toMatchObject({ location: path, etag: '"1"' });
    const next = async (step: string, body: object = {}) => {
      const shown = await operator.http.get(path).expect(200);
      const version = String(shown.headers['etag']);
      const of = path.replace('/api/', '/api/operator/');
      return operator.http.post(`${of}/${step}`).set('If-Match', version).send(body).expect(200);
    };
    const extension = { closesAt: '2099-06-30T00:00:00+07:00', reason: 'Floods in the south' };
    for (const expected of ['"2"', '"3"']) {
      const extended = await next('extension', extension);
      expect(extended.headers['etag']).toBe(expected);
      extension.closesAt = extension.closesAt.replace('2099-06', '2099-07');
    }
    expect((await next('closing')).headers['etag']).toBe('"4"');
  });

  it('are shown one by one, to whoever is signed in', async () => {
    const { id } = bodyOf(await openWave({ country: 'KH' }).expect(201));
    const path = `/api/waves/${String(id)}`;
    const shown = await api.http.get(path).expect(200);
    expect(shown.body).toMatchObject({ id, country: 'KH', state: 'open', version: 1 });
    expect(shown.headers['etag']).toBe('"1"');
    expectProblem(await api.http.get(`/api/waves/${NOBODY}`), 404, 'WAVE_NOT_FOUND');
    expectProblem(await api.http.get('/api/waves/x'), 400, 'IDENTIFIER_MALFORMED');
    expectProblem(await api.anonymous.get(path), 401, 'SIGN_IN_REQUIRED');
  });

  it('do not overlap, also when two are opened at once', async () => {
    const answers = await Promise.all([openWave({ country: 'MY' }), openWave({ country: 'MY' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await admin(
      "UPDATE wave SET opens_at = now() - interval '2 days', closes_at = now() - interval '1 day' WHERE country = 'MY'",
    );
    await openWave({ country: 'MY' }).expect(201);
    const ended = await admin(
      "SELECT closed_at = closes_at AS whole FROM wave WHERE country = 'MY' AND closed_at IS NOT NULL",
    );
    expect(ended).toEqual([{ whole: true }]);
  });

  it.each([
    [{ closesAt: '2026-01-01T00:00:00Z' }, 422, 'WAVE_TIMES_INVALID'],
    [{ opensAt: '2099-05-01T00:00:00Z' }, 422, 'WAVE_TIMES_INVALID'],
    [{ opensAt: '2020-05-01T00:00:00Z' }, 422, 'WAVE_TIMES_INVALID'],
    [{ closesAt: '2569-03-31T00:00:00Z' }, 400, 'REQUEST_INVALID'],
    [{ closesAt: '2099-02-30T00:00:00Z' }, 400, 'REQUEST_INVALID'],
    [{ closesAt: '2099-03-31' }, 400, 'REQUEST_INVALID'],
    [{ country: 'Thailand' }, 400, 'REQUEST_INVALID'],
    [{ country: 'ZZ' }, 400, 'REQUEST_INVALID'],
    [{ edition: 'none/2026' }, 404, 'EDITION_NOT_FOUND'],
  ])('refuse %j', async (body, status, code) => {
    expectProblem(await openWave({ country: 'LA', ...body }), status, code);
    expect(await admin("SELECT FROM wave WHERE country = 'LA'")).toEqual([]);
  });

  it('take the assessments that are submitted while they are open', async () => {
    const before = await saveAssessment(api);
    await submit(api, before).expect(200);
    const wave = bodyOf(await openWave().expect(201));
    const within = await saveAssessment(api);
    await submit(api, within).expect(200);
    await post(`/api/operator/waves/${String(wave['id'])}/closing`, 1).expect(200);
    const after = await saveAssessment(api);
    await submit(api, after).expect(200);
    const waves = await Promise.all(
      [before, within, after].map(
        async ({ path }) => bodyOf(await api.http.get(path).expect(200))['wave'],
      ),
    );
    expect(waves).toEqual([null, wave['id'], null]);
  });
});
