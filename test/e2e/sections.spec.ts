import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { expectProblem, type RunningApi, startApi } from '../support/api.js';
import {
  askables,
  NOBODY,
  type SavedAssessment,
  saveAssessment,
  submit,
} from '../support/builders.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const [{ section, question } = { section: '', question: '' }] = askables();

const save = ({ path }: SavedAssessment, version: string | undefined, answers: unknown) => {
  const request = api.http.put(`${path}/sections/${section}`).send({ answers });
  return version === undefined ? request : request.set('If-Match', version);
};

const stored = ({ id }: SavedAssessment) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT answers, version FROM assessment_section WHERE assessment_id = $1 AND section_id = $2',
      [id, section],
    );
    return rows[0] as { answers: unknown; version: number };
  });

describe('GET …/sections/:id', () => {
  it('shows an empty section at version 0, then what was saved', async () => {
    const assessment = await saveAssessment(api);
    const get = () => api.http.get(`${assessment.path}/sections/${section}`).expect(200);
    const empty = await get();
    expect(empty.body).toMatchObject({ id: section, version: 0, answers: {} });
    expect(empty.headers['etag']).toBe('"0"');
    await save(assessment, '"0"', { [question]: 'yes' }).expect(200);
    expect((await get()).body).toMatchObject({ version: 1, answers: { [question]: 'yes' } });
  });

  it.each(['no-such-section', '%00', 'Ä', "'; DROP TABLE site"])('knows no "%s"', async (name) => {
    const assessment = await saveAssessment(api);
    const response = await api.http.get(`${assessment.path}/sections/${encodeURI(name)}`);
    expectProblem(response, 404, 'SECTION_NOT_FOUND');
  });
});

describe('PUT …/sections/:id', () => {
  it('saves answers and counts the version up', async () => {
    const assessment = await saveAssessment(api);
    const response = await save(assessment, '"0"', { [question]: 'no' }).expect(200);
    expect(response.headers['etag']).toBe('"1"');
    expect(response.body).toMatchObject({ version: 1, problems: [] });
    await save(assessment, '"1"', { [question]: 'yes' }).expect(200);
    expect(await stored(assessment)).toEqual({ answers: { [question]: 'yes' }, version: 2 });
  });

  it('demands the version that was read', async () => {
    const assessment = await saveAssessment(api);
    expectProblem(await save(assessment, undefined, {}), 428, 'VERSION_REQUIRED');
    expect(await stored(assessment)).toMatchObject({ version: 0 });
  });

  it('shows both versions when somebody else was first', async () => {
    const assessment = await saveAssessment(api);
    await save(assessment, '"0"', { [question]: 'yes' }).expect(200);
    const problem = expectProblem(
      await save(assessment, '"0"', { [question]: 'no' }),
      412,
      'VERSION_CONFLICT',
    );
    expect(problem).toMatchObject({
      yours: { version: 0, answers: { [question]: 'no' } },
      current: { version: 1, answers: { [question]: 'yes' } },
    });
    expect(await stored(assessment)).toMatchObject({ answers: { [question]: 'yes' } });
  });

  it('lets exactly one of many simultaneous saves through', async () => {
    const assessment = await saveAssessment(api);
    const values = ['yes', 'in-progress', 'no'] as const;
    const saves = Array.from({ length: 12 }, (_, index) =>
      save(assessment, '"0"', { [question]: values[index % 3], marker: undefined }),
    );
    const responses = await Promise.all(saves);
    const saved = responses.filter(({ status }) => status === 200);
    const kept = await stored(assessment);
    expect(kept.version).toBe(1);
    for (const { body } of saved) expect(body).toMatchObject({ answers: kept.answers, version: 1 });
    const refused = responses.filter(({ status }) => status === 412);
    expect(saved.length + refused.length).toBe(12);
    expect(refused.length).toBeGreaterThanOrEqual(8);
  });

  it('takes the repetition of a save whose answer was lost as done', async () => {
    const assessment = await saveAssessment(api);
    for (const _attempt of [1, 2]) {
      const response = await save(assessment, '"0"', { [question]: 'yes' }).expect(200);
      expect(response.body).toMatchObject({ version: 1 });
    }
  });

  it('keeps what is not valid yet, and says what is wrong in the language of the reader', async () => {
    const assessment = await saveAssessment(api);
    const request = save(assessment, '"0"', { [question]: 'perhaps' });
    const response = await request.set('Accept-Language', 'th').expect(200);
    const { problems } = response.body as { problems: { question: string; reason: string }[] };
    expect(problems).toMatchObject([{ question }]);
    expect(problems[0]?.reason).toMatch(/[\u0e00-\u0e7f]/);
    expect(await stored(assessment)).toMatchObject({ answers: { [question]: 'perhaps' } });
  });

  it('refuses questions of other sections', async () => {
    const assessment = await saveAssessment(api);
    const other = askables()[1]?.question ?? '';
    for (const stranger of [other, 'no-such-question']) {
      const answers = { [question]: 'yes', [stranger]: 'yes' };
      const problem = expectProblem(
        await save(assessment, '"0"', answers),
        422,
        'QUESTION_UNKNOWN',
      );
      expect(problem['detail']).toContain(stranger);
    }
    expect(await stored(assessment)).toMatchObject({ version: 0 });
  });

  it.each([
    [{ answers: [] }, 'REQUEST_INVALID'],
    [{ answers: null }, 'REQUEST_INVALID'],
    [{}, 'REQUEST_INVALID'],
    [{ answers: {}, note: 'x' }, 'REQUEST_INVALID'],
    [{ answers: { q: 'a\u0000b' } }, 'TEXT_NOT_STORABLE'],
    [{ answers: { 'q\u0000': 1 } }, 'TEXT_NOT_STORABLE'],
    [{ answers: { q: 2 ** 60 } }, 'NUMBER_NOT_STORABLE'],
  ])('refuses the body %j', async (body, code) => {
    const assessment = await saveAssessment(api);
    const put = api.http.put(`${assessment.path}/sections/${section}`).set('If-Match', '"0"');
    expectProblem(await put.send(body), 400, code);
  });

  it('refuses changes after submission, and knows no others', async () => {
    const assessment = await saveAssessment(api);
    await submit(api, assessment).expect(200);
    expectProblem(await save(assessment, '"0"', {}), 409, 'ASSESSMENT_NOT_DRAFT');
    const elsewhere = { ...assessment, path: assessment.path.replace(assessment.id, NOBODY) };
    expectProblem(await save(elsewhere, '"0"', {}), 404, 'ASSESSMENT_NOT_FOUND');
  });
});
