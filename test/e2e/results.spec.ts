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
let scored: SavedAssessment;
let draft: SavedAssessment;

const [{ section, question } = { section: '', question: '' }] = askables();

beforeAll(async () => {
  api = await startApi();
  draft = await saveAssessment(api);
  scored = await saveAssessment(api);
  const path = `${scored.path}/sections/${section}`;
  await api.http
    .put(path)
    .set('If-Match', '"0"')
    .send({ answers: { [question]: 'yes' } });
  await submit(api, scored).expect(200);
});
afterAll(() => api.stop());

describe('GET …/result', () => {
  it('shows scores and both readings of the criteria', async () => {
    const response = await api.http.get(`${scored.path}/result`).expect(200);
    const body = response.body as { result: Record<string, unknown>; ruleSets: object[] };
    expect(body.ruleSets.length).toBeGreaterThanOrEqual(2);
    expect(body.result).toMatchObject({ schema: 'sukoyaka-evaluation/1', standing: null });
    expect(body.result['readings']).toHaveLength(body.ruleSets.length);
    expect(body.result).not.toHaveProperty('trace');
  });

  it('stays as it was made', async () => {
    const { rows } = await withClient(api.database.adminUrl, (client) =>
      client.query('SELECT rule_sets, result FROM evaluation_result WHERE assessment_id = $1', [
        scored.id,
      ]),
    );
    expect(rows).toHaveLength(1);
    const response = await api.http.get(`${scored.path}/result`);
    const [{ rule_sets: ruleSets }] = rows as [{ rule_sets: unknown }];
    expect(response.body).toMatchObject({ ruleSets });
  });
});

describe('GET …/trace', () => {
  it('leads from each answer to its points, in the words of the reader', async () => {
    const response = await api.http.get(`${scored.path}/trace`).set('Accept-Language', 'ja');
    const { trace } = response.body as { trace: { question: string; text: string }[] };
    const entry = trace.find((each) => each.question === question);
    expect(entry?.text).toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });
});

describe.each(['result', 'trace', 'report'])('GET …/%s', (part) => {
  it('comes with submission', async () => {
    expectProblem(await api.http.get(`${draft.path}/${part}`), 409, 'RESULT_NOT_AVAILABLE');
  });

  it('knows no others', async () => {
    const path = scored.path.replace(scored.id, NOBODY);
    expectProblem(await api.http.get(`${path}/${part}`), 404, 'ASSESSMENT_NOT_FOUND');
    const malformed = scored.path.replace(scored.id, 'x');
    expectProblem(await api.http.get(`${malformed}/${part}`), 400, 'IDENTIFIER_MALFORMED');
  });
});
