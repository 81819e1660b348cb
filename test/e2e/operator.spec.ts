import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import {
  bodyOf,
  expectProblem,
  httpOf,
  type RunningApi,
  type SignedIn,
  startApi,
} from '../support/api.js';
import {
  askables,
  EDITION,
  NOBODY,
  saveAssessment,
  saveOrganisation,
  submit,
} from '../support/builders.js';
import { linkTo, mailsTo, newAddress } from '../support/mailbox.js';
import { makeSession } from '../support/people.js';

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

describe('verification', () => {
  const verify = (id: string, version: number, body: object = {}) =>
    post(`/api/operator/organisations/${id}/verification`, version, {
      state: 'verified',
      evidence: 'Company register, extract of 2026-05-12',
      ...body,
    });
  const seen = async (id: string) =>
    bodyOf(await api.http.get(`/api/organisations/${id}`).expect(200))['verification'];

  it('is shown to the company with who, when and on what evidence', async () => {
    const id = await saveOrganisation(api);
    expect(await seen(id)).toMatchObject({ state: 'unverified', reason: 'not-checked' });
    await verify(id, 1).expect(200);
    expect(await seen(id)).toMatchObject({
      state: 'verified',
      reason: null,
      decidedBy: 'Operator',
      evidence: 'Company register, extract of 2026-05-12',
      decidedAt: expect.any(String),
    });
    const [event] = await admin(
      "SELECT facts_after AS after FROM audit_event WHERE chain_id = $1 AND action = 'organisation.verified'",
      [id],
    );
    expect(event).toMatchObject({ after: { verifiedBy: operator.id } });
  });

  it('ends when the company says something else of who it is, and only then', async () => {
    const id = await saveOrganisation(api);
    await verify(id, 1).expect(200);
    const change = (version: number, body: object) =>
      api.http
        .put(`/api/organisations/${id}`)
        .set('If-Match', `"${version}"`)
        .send({
          names: { th: 'บริษัท ตัวอย่าง จำกัด', ja: '見本株式会社', en: 'Sample Co., Ltd.' },
          country: 'TH',
          registration: { type: 'th-juristic', number: '0105536000313' },
          ...body,
        });
    await change(1, { employees: 7 }).expect(200);
    expect(await seen(id)).toMatchObject({ state: 'verified' });
    await change(2, { names: { en: 'Another Co., Ltd.' } }).expect(200);
    expect(await seen(id)).toMatchObject({ state: 'unverified', reason: 'facts-changed' });
    expectProblem(await verify(id, 2), 412, 'VERSION_CONFLICT');
    const refused = await verify(id, 3, { state: 'unverified', evidence: 'No such company' });
    expect(refused.status).toBe(200);
    expect(refused.headers['etag']).toBe('"3"');
    expect(await seen(id)).toMatchObject({ state: 'unverified', reason: 'refused' });
    await expect(
      admin('DELETE FROM organisation_verification WHERE organisation_id = $1', [id]),
    ).rejects.toThrow('never changed');
  });

  it.each([
    [{ evidence: 'x' }],
    [{ evidence: 'ask somchai@example.com about it' }],
    [{ evidence: 'two\nlines of it' }],
    [{ state: 'gold' }],
  ])('refuses %j', async (body) => {
    const id = await saveOrganisation(api);
    expectProblem(await verify(id, 1, body), 400, 'REQUEST_INVALID');
  });

  it('is found by operators, page by page and by name in any language', async () => {
    const marker = `株式会社${newAddress().slice(0, 8)}`;
    const ids: unknown[] = [];
    for (let count = 0; count < 3; count += 1) {
      const names = { ja: `${marker}${count}` };
      ids.unshift(
        bodyOf(await api.http.post('/api/organisations').send({ names, country: 'JP' }))['id'],
      );
    }
    const found: unknown[] = [];
    let next: string | null =
      `/api/operator/organisations?limit=2&name=${encodeURIComponent(marker)}`;
    while (next !== null) {
      const page = bodyOf(await operator.http.get(next).expect(200)) as {
        organisations: { id: string }[];
        next: string | null;
      };
      found.push(...page.organisations.map(({ id }) => id));
      next = page.next;
    }
    expect(found).toEqual(ids);
    const verified = await operator.http
      .get('/api/operator/organisations?state=verified&country=JP')
      .expect(200);
    expect(verified.body).toMatchObject({ organisations: [] });
    expectProblem(
      await operator.http.get('/api/operator/organisations?cursor=x'),
      400,
      'CURSOR_INVALID',
    );
    expectProblem(
      await operator.http.get(`/api/operator/organisations/${NOBODY}`),
      404,
      'ORGANISATION_NOT_FOUND',
    );
  });
});

describe('reading what is a company’s', () => {
  const [{ section } = { section: '' }] = askables();
  const reads = (path: string) => [
    operator.http.get(path),
    operator.http.get(`${path}/sections/${section}`),
    operator.http.get(`${path}/result`),
    operator.http.get(`${path}/report?format=json`),
  ];

  it('needs a reason, which the company sees with what was read', async () => {
    const assessment = await saveAssessment(api);
    await submit(api, assessment).expect(200);
    for (const read of reads(assessment.path)) {
      expectProblem(await read, 403, 'ACCESS_REASON_REQUIRED');
    }
    const accesses = `/api/operator/organisations/${assessment.organisation}/accesses`;
    const reason = 'The company asked by phone for help with section 3';
    const opened = bodyOf(await operator.http.post(accesses).send({ reason }).expect(201));
    expect(opened).toMatchObject({ reason, open: true, operator: 'Operator' });
    for (const read of reads(assessment.path)) await read.expect(200);
    const path = `/api/organisations/${assessment.organisation}/operator-accesses`;
    const shown = bodyOf(await api.http.get(path).expect(200));
    expect(shown).toMatchObject({
      accesses: [{ id: opened['id'], reason, operator: 'Operator', open: true }],
      next: null,
    });
    const [{ readings }] = shown['accesses'] as [{ readings: { action: string }[] }];
    expect(readings.map(({ action }) => action).sort()).toEqual([
      'answers.read',
      'report.read',
      'result.read',
    ]);
    const [mail] = await mailsTo(api, api.person.email);
    expect(mail?.text).toContain(reason);
    await operator.http.post(`${accesses}/${String(opened['id'])}/closing`).expect(204);
    for (const read of reads(assessment.path)) {
      expectProblem(await read, 403, 'ACCESS_REASON_REQUIRED');
    }
    expectProblem(
      await operator.http.post(`${accesses}/${String(opened['id'])}/closing`),
      404,
      'ACCESS_NOT_FOUND',
    );
  });

  it('ends by itself, and never lets operators write', async () => {
    const assessment = await saveAssessment(api);
    const accesses = `/api/operator/organisations/${assessment.organisation}/accesses`;
    await operator.http
      .post(accesses)
      .send({ reason: 'Asked for help by the company' })
      .expect(201);
    const save = operator.http.put(`${assessment.path}/sections/${section}`).set('If-Match', '"0"');
    expectProblem(await save.send({ answers: {} }), 403, 'RIGHT_MISSING');
    expectProblem(await submit({ ...api, http: operator.http }, assessment), 403, 'RIGHT_MISSING');
    await operator.http.get(assessment.path).expect(200);
    await admin(
      "UPDATE operator_access SET opened_at = now() - interval '2 hours', expires_at = now() - interval '1 hour' WHERE organisation_id = $1",
      [assessment.organisation],
    );
    expectProblem(await operator.http.get(assessment.path), 403, 'ACCESS_REASON_REQUIRED');
  });

  it.each([
    [{ reason: 'short' }],
    [{ reason: 'write to a@example.com about it' }],
    [{ reason: 'A reason that is long enough', minutes: 4 }],
    [{ reason: 'A reason that is long enough', minutes: 481 }],
    [{}],
  ])('refuses %j', async (body) => {
    const path = `/api/operator/organisations/${await saveOrganisation(api)}/accesses`;
    expectProblem(await operator.http.post(path).send(body), 400, 'REQUEST_INVALID');
  });
});

describe('staff', () => {
  it('is invited by mail, sets up a second factor and has its countries', async () => {
    const email = newAddress();
    const sent = { email, language: 'th', role: 'ministry-analyst', countries: ['TH', 'LA'] };
    const invited = await operator.http
      .post('/api/operator/staff-invitations')
      .send(sent)
      .expect(201);
    expect(invited.body).toMatchObject({
      email,
      role: 'ministry-analyst',
      countries: ['TH', 'LA'],
    });
    const token = await linkTo(api, email);
    const password = 'seven umbrellas under water';
    await api.anonymous
      .post('/api/invitations/acceptance')
      .send({ token, name: 'นักวิเคราะห์', password })
      .expect(200);
    const begun = await api.anonymous.post('/api/session').send({ email, password }).expect(200);
    expect(begun.body).toEqual({ stage: 'enrolment' });
    const { staff } = bodyOf(await operator.http.get('/api/operator/staff').expect(200)) as {
      staff: { email: string; personId: string }[];
    };
    const member = staff.find((each) => each.email === email);
    expect(member).toMatchObject({ role: 'ministry-analyst', countries: ['TH', 'LA'] });
    const path = `/api/operator/staff/${member?.personId}/ministry-analyst`;
    await operator.http.delete(path).expect(204);
    expectProblem(await operator.http.delete(path), 404, 'STAFF_NOT_FOUND');
  });

  it('has an operator at all times, also when two withdraw each other at once', async () => {
    const lonely = await startApi();
    const [first, second] = [
      await lonely.signIn({ role: 'operator' }),
      await lonely.signIn({ role: 'operator' }),
    ];
    const withdraw = (by: SignedIn, of: SignedIn) =>
      by.http.delete(`/api/operator/staff/${of.id}/operator`);
    const answers = await Promise.all([withdraw(first, second), withdraw(second, first)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const left = answers[0].status === 204 ? first : second;
    expectProblem(await withdraw(left, left), 409, 'LAST_OPERATOR');
    await lonely.stop();
  });

  it.each([
    [{ role: 'operator', countries: ['TH'] }, 422, 'COUNTRIES_INVALID'],
    [{ role: 'ministry-analyst' }, 422, 'COUNTRIES_INVALID'],
    [{ role: 'ministry-analyst', countries: ['Thailand'] }, 400, 'REQUEST_INVALID'],
    [{ role: 'ministry-analyst', countries: ['TH', 'ZZ'] }, 400, 'REQUEST_INVALID'],
    [{ role: 'king' }, 400, 'REQUEST_INVALID'],
  ])('refuses %j', async (body, status, code) => {
    const sent = { email: newAddress(), language: 'en', ...body };
    expectProblem(
      await operator.http.post('/api/operator/staff-invitations').send(sent),
      status,
      code,
    );
  });

  it('names assessors for a time, whom the company sees', async () => {
    const organisation = await saveOrganisation(api);
    const assessor = await api.signIn();
    const path = `/api/operator/organisations/${organisation}/assessors`;
    const lastDay = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    await operator.http
      .post(path)
      .send({
        email: assessor.email,
        language: 'en',
        endsOn: lastDay,
        reason: 'Document check of the round',
      })
      .expect(202);
    const token = await linkTo(api, assessor.email);
    await assessor.http.post('/api/invitations/acceptance').send({ token }).expect(200);
    const { members } = bodyOf(
      await api.http.get(`/api/organisations/${organisation}/members`),
    ) as { members: object[] };
    expect(members).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          personId: assessor.id,
          role: 'assessor',
          endsAt: `${lastDay}T23:59:59.999Z`,
        }),
      ]),
    );
  });
});

describe('who is no operator', () => {
  it('is refused everything of operators, whatever else they are', async () => {
    const organisation = await saveOrganisation(api);
    const { cookie } = await makeSession(api.database.adminUrl, operator.id);
    const people = {
      'an owner': api.http,
      'an analyst': (await api.signIn({ role: 'ministry-analyst' })).http,
      'an operator without a second factor': httpOf(api.url, { cookie }),
    };
    for (const [who, http] of Object.entries(people)) {
      for (const path of ['organisations', `organisations/${organisation}`, 'staff']) {
        const { status } = await http.get(`/api/operator/${path}`);
        expect({ who, path, isRefused: [401, 403].includes(status) }).toEqual({
          who,
          path,
          isRefused: true,
        });
      }
    }
  });

  it('gets nothing by statements either, without a second factor in this very session', async () => {
    await saveOrganisation(api);
    const { sessionToken } = await makeSession(api.database.adminUrl, operator.id);
    const seen = (token: string) =>
      withClient(api.database.appUrl, async (client) => {
        await client.query('BEGIN');
        await client.query("SELECT enter($1, encode(sha256($2::bytea), 'hex'), NULL, NULL)", [
          operator.id,
          token,
        ]);
        return (await client.query('SELECT FROM organisation')).rowCount;
      });
    expect(await seen(sessionToken)).toBe(0);
    expect(await seen(operator.sessionToken)).toBeGreaterThan(0);
  });

  it('but a ministry’s analyst sees the waves of the own countries, and no company', async () => {
    const analyst = await api.signIn({ role: 'ministry-analyst', countries: ['KH'] });
    await openWave({ country: 'KH' }).expect(201);
    await openWave({ country: 'PH' }).expect(201);
    const response = await analyst.http.get('/api/ministry/overview').expect(200);
    expect(response.body).toMatchObject({ countries: ['KH'], waves: [{ country: 'KH' }] });
    const assessment = await saveAssessment(api);
    for (const path of [
      assessment.path,
      `${assessment.path}/result`,
      `/api/organisations/${assessment.organisation}`,
    ]) {
      expectProblem(await analyst.http.get(path), 404, 'ORGANISATION_NOT_FOUND');
    }
    expectProblem(await api.http.get('/api/ministry/overview'), 403, 'STAFF_ONLY');
  });
});
