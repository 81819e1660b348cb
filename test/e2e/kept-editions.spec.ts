import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EditionContent, editionHash, openCatalogue } from '@sukoyaka/catalogue';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import {
  askables,
  EDITION,
  type SavedAssessment,
  saveAssessment,
  submit,
} from '../support/builders.js';

const [{ section, question } = { section: '', question: '' }] = askables();
const TITLE = 'An earlier version of the questionnaire';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const admin = (text: string, values: readonly unknown[]) =>
  withClient(
    api.database.adminUrl,
    async (client) => (await client.query<Record<string, unknown>>(text, [...values])).rows,
  );

/** The offered edition as it may have been before: another version, another title. */
function earlier(): EditionContent {
  const content = openCatalogue().content(EDITION);
  const title = { ja: TITLE, th: TITLE, en: TITLE };
  return { ...content, edition: { ...content.edition, version: '0.9.0', title } };
}

/** An assessment that was begun with the earlier version, which was kept or not. */
async function begunWithEarlier(isKept: boolean): Promise<SavedAssessment> {
  const content = earlier();
  const hash = isKept ? editionHash(content) : 'f'.repeat(64);
  if (isKept) {
    await admin('INSERT INTO kept_edition VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
      hash,
      EDITION,
      '0.9.0',
      JSON.stringify(content),
    ]);
  }
  const assessment = await saveAssessment(api);
  await admin('UPDATE assessment SET edition_version = $2, edition_hash = $3 WHERE id = $1', [
    assessment.id,
    '0.9.0',
    hash,
  ]);
  return assessment;
}

describe('an assessment', () => {
  it('has the content of its edition kept, once for all', async () => {
    await saveAssessment(api);
    await saveAssessment(api);
    const rows = await admin(
      'SELECT content_hash, content FROM kept_edition WHERE edition_id = $1 AND edition_version <> $2',
      [EDITION, '0.9.0'],
    );
    expect(rows).toHaveLength(1);
    const [{ content_hash: hash, content }] = rows as [
      { content_hash: string; content: EditionContent },
    ];
    expect(hash).toBe(openCatalogue().hashOf(EDITION));
    expect(content).toEqual(JSON.parse(JSON.stringify(openCatalogue().content(EDITION))));
  });

  it('goes on with the version it was begun with when a newer one is offered', async () => {
    const assessment = await begunWithEarlier(true);
    const save = api.http.put(`${assessment.path}/sections/${section}`).set('If-Match', '"0"');
    await save.send({ answers: { [question]: 'yes' } }).expect(200);
    await submit(api, assessment).expect(200);
    const result = bodyOf(await api.http.get(`${assessment.path}/result`).expect(200))['result'];
    expect(result).toMatchObject({ edition: { version: '0.9.0' } });
    const twin = await api.http.get(`${assessment.path}/report?format=json&languages=en`);
    expect(twin.body).toMatchObject({ edition: { version: '0.9.0', title: { en: TITLE } } });
    const pdf = await api.http.get(`${assessment.path}/report?languages=en`).expect(200);
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    await api.http.get(`${assessment.path}/trace`).expect(200);
  });

  it('says so when its version was not kept', async () => {
    const assessment = await begunWithEarlier(false);
    const response = await api.http.post(`${assessment.path}/validate`);
    expectProblem(response, 409, 'EDITION_CHANGED');
  });
});
