import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import {
  askables,
  EDITION,
  NOBODY,
  type SavedAssessment,
  saveAssessment,
  saveOrganisation,
  submit,
} from '../support/builders.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const [{ section, question } = { section: '', question: '' }] = askables();
const PERIOD = { periodStart: '2025-04-01', periodEnd: '2026-03-31' };

const answer = ({ path }: SavedAssessment, value: unknown, version = 0) =>
  api.http
    .put(`${path}/sections/${section}`)
    .set('If-Match', `"${version}"`)
    .send({ answers: { [question]: value } })
    .expect(200);

const statusOf = ({ id }: SavedAssessment) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query('SELECT status FROM assessment WHERE id = $1', [id]);
    return (rows[0] as { status: string }).status;
  });

describe('POST …/assessments', () => {
  it('begins an assessment with all sections of the edition, empty', async () => {
    const organisation = await saveOrganisation(api);
    const path = `/api/organisations/${organisation}/assessments`;
    const response = await api.http
      .post(path)
      .send({ edition: EDITION, ...PERIOD })
      .expect(201);
    const body = response.body as { id: string; sections: { id: string; version: number }[] };
    expect(response.headers['location']).toBe(`${path}/${body.id}`);
    expect(body).toMatchObject({ status: 'draft', edition: { id: EDITION }, ...PERIOD });
    expect(body.sections.map(({ id }) => id)).toContain(section);
    expect(body.sections.every(({ version }) => version === 0)).toBe(true);
  });

  it('begins one per edition and period', async () => {
    const { organisation } = await saveAssessment(api);
    const path = `/api/organisations/${organisation}/assessments`;
    const again = await api.http.post(path).send({ edition: EDITION, ...PERIOD });
    expectProblem(again, 409, 'ASSESSMENT_EXISTS');
    const later = { edition: EDITION, periodStart: '2026-04-01', periodEnd: '2027-03-31' };
    await api.http.post(path).send(later).expect(201);
  });

  it.each([
    ['2025-02-29', '/periodStart', 'iso-date'],
    ['2569-04-01', '/periodStart', 'iso-date'],
    ['01/04/2025', '/periodStart', 'iso-date'],
    [20250401, '/periodStart', 'iso-date'],
    [undefined, '/periodStart', 'required'],
  ])('refuses to begin on %s', async (periodStart, pointer, code) => {
    const path = `/api/organisations/${await saveOrganisation(api)}/assessments`;
    const response = await api.http.post(path).send({ edition: EDITION, ...PERIOD, periodStart });
    const problem = expectProblem(response, 400, 'REQUEST_INVALID');
    expect(problem).toMatchObject({ errors: [{ pointer, code }] });
  });

  it('refuses a reversed period, an unknown edition and nobody', async () => {
    const path = `/api/organisations/${await saveOrganisation(api)}/assessments`;
    const begin = (body: object, at = path) =>
      api.http.post(at).send({ edition: EDITION, ...PERIOD, ...body });
    expectProblem(await begin({ periodEnd: '2025-03-31' }), 400, 'PERIOD_REVERSED');
    expectProblem(await begin({ edition: '../secrets' }), 404, 'EDITION_NOT_FOUND');
    const elsewhere = `/api/organisations/${NOBODY}/assessments`;
    expectProblem(await begin({}, elsewhere), 404, 'ORGANISATION_NOT_FOUND');
  });
});

describe('GET …/assessments', () => {
  it('lists those of the organisation', async () => {
    const { organisation, id } = await saveAssessment(api);
    const response = await api.http.get(`/api/organisations/${organisation}/assessments`);
    expect(response.body).toMatchObject({ assessments: [{ id, status: 'draft' }] });
    const elsewhere = await api.http.get(`/api/organisations/${NOBODY}/assessments`);
    expectProblem(elsewhere, 404, 'ORGANISATION_NOT_FOUND');
  });
});

describe('GET …/assessments/:id', () => {
  it('shows how far each section is, and knows no others', async () => {
    const assessment = await saveAssessment(api);
    await answer(assessment, 'yes');
    const response = await api.http.get(assessment.path).expect(200);
    const { sections } = response.body as { sections: object[] };
    expect(sections).toContainEqual(
      expect.objectContaining({ id: section, version: 1, answered: 1 }),
    );
    const path = assessment.path.replace(assessment.id, NOBODY);
    expectProblem(await api.http.get(path), 404, 'ASSESSMENT_NOT_FOUND');
    expectProblem(await api.http.get(`${path}x`), 400, 'IDENTIFIER_MALFORMED');
  });
});

describe('POST …/assessments/:id/validate', () => {
  it('names what is wrong and what is missing', async () => {
    const assessment = await saveAssessment(api);
    const validate = (language = 'en') =>
      api.http.post(`${assessment.path}/validate`).set('Accept-Language', language).expect(200);
    expect((await validate()).body).toMatchObject({ valid: true, complete: false });
    await answer(assessment, 'perhaps');
    const wrong = bodyOf(await validate('ja'));
    expect(wrong).toMatchObject({ valid: false, problems: [{ question, severity: 'error' }] });
    expect(JSON.stringify(wrong['problems'])).toMatch(/[ぁ-ん]/);
    const elsewhere = assessment.path.replace(assessment.id, NOBODY);
    expectProblem(await api.http.post(`${elsewhere}/validate`), 404, 'ASSESSMENT_NOT_FOUND');
  });
});

describe('POST …/assessments/:id/submit', () => {
  it('scores valid answers, complete or not', async () => {
    const assessment = await saveAssessment(api);
    await answer(assessment, 'yes');
    const response = await submit(api, assessment).expect(200);
    expect(response.body).toMatchObject({ id: assessment.id, status: 'scored', complete: false });
    expect(await statusOf(assessment)).toBe('scored');
  });

  it('refuses answers that cannot be right, and changes nothing', async () => {
    const assessment = await saveAssessment(api);
    await answer(assessment, 'perhaps');
    const key = randomUUID();
    const problem = expectProblem(await submit(api, assessment, key), 422, 'ANSWERS_INVALID');
    expect(problem).toMatchObject({ errors: [{ pointer: `/answers/${question}` }] });
    expect(await statusOf(assessment)).toBe('draft');
    await answer(assessment, 'yes', 1);
    await submit(api, assessment, key).expect(200);
  });

  it('answers a repetition as it did the first time', async () => {
    const assessment = await saveAssessment(api);
    const key = randomUUID();
    const first = await submit(api, assessment, key).send({ versions: { [section]: 0 } });
    const again = await submit(api, assessment, key).send({ versions: { [section]: 0 } });
    expect(again.status).toBe(200);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
  });

  it('carries out one of many simultaneous repetitions', async () => {
    const assessment = await saveAssessment(api);
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 6 }, () => submit(api, assessment, key)));
    const replays = all.filter(({ headers }) => headers['idempotency-replayed'] === 'true');
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(replays).toHaveLength(5);
  });

  it('refuses a key that was used for something else', async () => {
    const assessment = await saveAssessment(api);
    const key = randomUUID();
    await submit(api, assessment, key).expect(200);
    for (const body of [{ versions: { [section]: 0 } }, { anything: 'else' }]) {
      const response = await submit(api, assessment, key).send(body);
      expectProblem(response, 422, 'IDEMPOTENCY_KEY_REUSED');
    }
    const other = await saveAssessment(api);
    const elsewhere = { ...other, path: assessment.path };
    expectProblem(await submit(api, elsewhere), 409, 'ASSESSMENT_NOT_DRAFT');
  });

  it('refuses what was saved since it was seen', async () => {
    const assessment = await saveAssessment(api);
    await answer(assessment, 'yes');
    const response = await submit(api, assessment).send({ versions: { [section]: 0 } });
    const problem = expectProblem(response, 412, 'VERSION_CONFLICT');
    expect(problem).toMatchObject({ yours: { version: 0 }, current: { section, version: 1 } });
    expect(await statusOf(assessment)).toBe('draft');
  });

  it('demands a key that is one, a body that is one, and an assessment', async () => {
    const assessment = await saveAssessment(api);
    const post = api.http.post(`${assessment.path}/submit`);
    expectProblem(await post, 400, 'IDEMPOTENCY_KEY_MISSING');
    expectProblem(await submit(api, assessment, 'a b'), 400, 'IDEMPOTENCY_KEY_INVALID');
    expectProblem(await submit(api, assessment).send({ x: 1 }), 400, 'REQUEST_INVALID');
    expectProblem(await submit(api, assessment).send([]), 400, 'REQUEST_INVALID');
    const elsewhere = { ...assessment, path: assessment.path.replace(assessment.id, NOBODY) };
    expectProblem(await submit(api, elsewhere), 404, 'ASSESSMENT_NOT_FOUND');
    expect(await statusOf(assessment)).toBe('draft');
  });
});
