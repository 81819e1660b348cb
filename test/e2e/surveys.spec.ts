import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { askables, EDITION } from '../support/builders.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('GET /api/surveys', () => {
  it('lists the editions with the hash of their content', async () => {
    const response = await api.http.get('/api/surveys').expect(200);
    const { surveys } = response.body as { surveys: { id: string; contentHash: string }[] };
    const edition = surveys.find(({ id }) => id === EDITION);
    expect(edition?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('GET /api/surveys/:programme/:year', () => {
  it('shows the whole definition in three languages', async () => {
    const response = await api.http.get(`/api/surveys/${EDITION}`).expect(200);
    const { sections, title } = response.body as { sections: object[]; title: object };
    expect(Object.keys(title).sort()).toEqual(['en', 'ja', 'th']);
    expect(sections.length).toBeGreaterThan(1);
  });

  it.each(['jp-hpm-large/1999', '..%2f..%2f/2026', 'jp-hpm-large/2026%00'])(
    'knows no %s',
    async (edition) => {
      expectProblem(await api.http.get(`/api/surveys/${edition}`), 404, 'EDITION_NOT_FOUND');
    },
  );
});

describe('POST /api/surveys/:programme/:year/validate', () => {
  const validate = (sheet: unknown, edition = EDITION) =>
    api.http
      .post(`/api/surveys/${edition}/validate`)
      .set('Content-Type', 'application/json')
      .send(JSON.stringify(sheet));

  it('judges a sheet that is kept elsewhere', async () => {
    const [{ question } = { question: '' }] = askables();
    const sheet = (value: string) => ({ edition: EDITION, answers: { [question]: value } });
    expect(bodyOf(await validate(sheet('yes')).expect(200))).toMatchObject({ valid: true });
    expect(bodyOf(await validate(sheet('?')).expect(200))).toMatchObject({
      valid: false,
      problems: [{ question }],
    });
  });

  it.each([null, [], 'x', 7, {}])('judges %j too', async (sheet) => {
    expect(bodyOf(await validate(sheet).expect(200))).toMatchObject({ valid: false });
  });

  it('answers no more than it is asked, whatever is in the sheet', async () => {
    const answers = Object.fromEntries(
      Array.from({ length: 75_000 }, (_, index) => [`q${index}`, 1]),
    );
    const { text } = await validate({ edition: EDITION, answers }).expect(200);
    expect(text.length).toBeLessThan(JSON.stringify(answers).length);
  });

  it('knows no other editions', async () => {
    expectProblem(await validate({}, 'nothing/2026'), 404, 'EDITION_NOT_FOUND');
  });
});
