import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { simulate } from '@sukoyaka/simulation';
import type { Answers } from '@sukoyaka/survey';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, type RunningApi, startApi } from '../support/api.js';
import {
  askables,
  EDITION,
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

const [{ question } = { question: '' }] = askables();

const edition = openCatalogue().edition(EDITION);
// Answers by site name the sites of their company, which the organisations here do not have.
const questions = edition.sections.flatMap((section) => section.questions);
const plain = questions.filter(({ perSite }) => perSite !== true).map(({ id }) => id);
const [before = {}, after = {}] = [...simulate({ edition, companies: 2, seed: 'cycles' })].map(
  ({ answers }) => only(plain, answers),
);

function only(ids: readonly string[], answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));
}

async function scoredFor(
  organisation: string,
  year: number,
  answers: Answers = { [question]: year % 2 === 0 ? 'yes' : 'no' },
): Promise<SavedAssessment> {
  const period = { periodStart: `${year - 1}-04-01`, periodEnd: `${year}-03-31` };
  const assessment = await saveAssessment(api, organisation, period);
  for (const section of edition.sections) {
    const asked = section.questions.map(({ id }) => id);
    const found = only(asked, answers);
    if (Object.keys(found).length === 0) continue;
    const save = api.http.put(`${assessment.path}/sections/${section.id}`).set('If-Match', '"0"');
    await save.send({ answers: found }).expect(200);
  }
  await submit(api, assessment).expect(200);
  return assessment;
}

async function twinOf({ path }: SavedAssessment) {
  const response = await api.http.get(`${path}/report?format=json&languages=en`).expect(200);
  return bodyOf(response) as {
    overall: {
      cycles: { year: number; editionVersion: string }[];
      change: { total: number; company: number; rules: number } | null;
    };
  };
}

/** What these tests touch of a result as it is stored. */
interface StoredResult {
  readonly edition: object;
  readonly answers: Answers;
}

const alterResult = ({ id }: SavedAssessment, alter: (result: StoredResult) => object) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ result: StoredResult }>(
      'SELECT result FROM evaluation_result WHERE assessment_id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    await client.query('UPDATE evaluation_result SET result = $2 WHERE assessment_id = $1', [
      id,
      JSON.stringify(rows.map(({ result }) => alter(result))[0]),
    ]);
  });

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

  describe('after the questionnaire changed', () => {
    /** Two cycles, the first of them by an older version; what it keeps of the result may differ. */
    const changeAfter = async (kept: (result: StoredResult) => object) => {
      const organisation = await saveOrganisation(api);
      const old = await scoredFor(organisation, 2025, before);
      await alterResult(old, (result) => ({
        ...result,
        ...kept(result),
        edition: { ...result.edition, version: '0.9.0' },
      }));
      const { overall } = await twinOf(await scoredFor(organisation, 2026, after));
      expect(overall.cycles[0]?.editionVersion).toBe('0.9.0');
      return overall.change;
    };

    it('says that the company made all of the change where the same answers score the same', async () => {
      const change = await changeAfter(() => ({}));
      expect(change?.total).not.toBe(0);
      expect(change).toMatchObject({ company: change?.total, rules: 0 });
    });

    it('says that the questionnaire made all of it where the answers did not change', async () => {
      const change = await changeAfter(() => ({ answers: after }));
      expect(change?.total).not.toBe(0);
      expect(change).toMatchObject({ company: 0, rules: change?.total });
    });

    it('claims no change where nearly everything is unknown', async () => {
      const organisation = await saveOrganisation(api);
      await scoredFor(organisation, 2025);
      const { overall } = await twinOf(await scoredFor(organisation, 2026));
      expect(overall.change).toBeNull();
    });
  });
});
