import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, type RunningApi, startApi } from '../support/api.js';
import {
  askables,
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

async function scoredFor(organisation: string, year: number): Promise<SavedAssessment> {
  const period = { periodStart: `${year - 1}-04-01`, periodEnd: `${year}-03-31` };
  const assessment = await saveAssessment(api, organisation, period);
  const save = api.http.put(`${assessment.path}/sections/${section}`).set('If-Match', '"0"');
  await save.send({ answers: { [question]: year % 2 === 0 ? 'yes' : 'no' } }).expect(200);
  await submit(api, assessment).expect(200);
  return assessment;
}

async function twinOf({ path }: SavedAssessment) {
  const response = await api.http.get(`${path}/report?format=json&languages=en`).expect(200);
  return bodyOf(response) as {
    overall: { cycles: { year: number; editionVersion: string }[]; change: object | null };
  };
}

const yearsIn = async (assessment: SavedAssessment): Promise<number[]> =>
  (await twinOf(assessment)).overall.cycles.map(({ year }) => year);

describe('a report over HTTP', () => {
  it('shows the last five results of the organisation, and none that came later', async () => {
    const organisation = await saveOrganisation(api);
    const [first, , third, , , last] = [
      await scoredFor(organisation, 2021),
      await scoredFor(organisation, 2024),
      await scoredFor(organisation, 2022),
      await scoredFor(organisation, 2023),
      await scoredFor(organisation, 2025),
      await scoredFor(organisation, 2026),
    ];
    expect(await yearsIn(first)).toEqual([2021]);
    expect(await yearsIn(third)).toEqual([2021, 2022]);
    expect(await yearsIn(last)).toEqual([2022, 2023, 2024, 2025, 2026]);
  });

  it('knows drafts and other organisations not', async () => {
    const organisation = await saveOrganisation(api);
    await saveAssessment(api, organisation, { periodStart: '2024-04-01', periodEnd: '2025-03-31' });
    await scoredFor(await saveOrganisation(api), 2025);
    expect(await yearsIn(await scoredFor(organisation, 2026))).toEqual([2026]);
  });

  it('tells what the company changed from what a newer questionnaire changed', async () => {
    const organisation = await saveOrganisation(api);
    const old = await scoredFor(organisation, 2025);
    await withClient(api.database.adminUrl, (client) =>
      client.query(
        `UPDATE evaluation_result SET result = jsonb_set(result, '{edition,version}', '"0.9.0"')
         WHERE assessment_id = $1`,
        [old.id],
      ),
    );
    const { overall } = await twinOf(await scoredFor(organisation, 2026));
    expect(overall.cycles.map(({ editionVersion }) => editionVersion)[0]).toBe('0.9.0');
    // Nearly everything is unknown in both: no change may be claimed.
    expect(overall.change).toBeNull();
  });
});
