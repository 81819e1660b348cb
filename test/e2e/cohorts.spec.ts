import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { Database } from '@sukoyaka/persistence';
import type { CohortStatistics } from '@sukoyaka/scoring';
import { withClient } from '@sukoyaka/testing';
import { Editions } from '../../apps/api/src/platform/editions/editions.js';
import { Cohorts } from '../../apps/api/src/platform/editions/cohorts.js';
import { demoCohort } from '../../apps/api/src/demo/demo-cohort.js';
import { bodyOf, type RunningApi, startApi } from '../support/api.js';
import { EDITION, saveAssessment, saveOrganisation, submit } from '../support/builders.js';

/** Simulating a cohort takes its time on a busy machine. */
const LONGEST_SET_UP = 60_000;

let api: RunningApi;
let cohort: CohortStatistics;
beforeAll(async () => {
  api = await startApi();
  cohort = demoCohort(api.app.get(Editions).open(EDITION));
  await api.app.get(Cohorts).keep(cohort);
}, LONGEST_SET_UP);
afterAll(() => api.stop());

async function resultOf(isSynthetic: boolean) {
  const organisation = await saveOrganisation(api);
  await withClient(api.database.adminUrl, (client) =>
    client.query('UPDATE organisation SET is_synthetic = $2 WHERE id = $1', [
      organisation,
      isSynthetic,
    ]),
  );
  const assessment = await saveAssessment(api, organisation);
  await submit(api, assessment).expect(200);
  return bodyOf(await api.http.get(`${assessment.path}/result`).expect(200))['result'];
}

describe('a result', () => {
  it('of a synthetic organisation is compared with the simulated cohort, which says what it is', async () => {
    expect(await resultOf(true)).toMatchObject({
      standing: { cohort: { n: 150, synthetic: true } },
      comparison: { all: { n: 150 }, industry: { dimension: 'industry' } },
    });
  });

  it('of a real one is never held against companies that do not exist', async () => {
    const result = await resultOf(false);
    expect(result).toMatchObject({ standing: null });
    expect(result).not.toHaveProperty('comparison');
  });
});

describe('kept statistics', () => {
  it('belong to one version of an edition, and the first ones stay', async () => {
    const cohorts = api.app.get(Cohorts);
    const { version } = openCatalogue().edition(EDITION);
    const of = (which: string) =>
      api.app
        .get(Database)
        .shared((tx) => cohorts.of({ id: EDITION, version: which }, { synthetic: true }, tx));
    const first = await of(version);
    await cohorts.keep({ ...cohort, label: 'another' });
    expect(first).toMatchObject({ n: 150 });
    expect(await of(version)).toEqual(first);
    expect(await of('0.9.0')).toBeUndefined();
  });
});
