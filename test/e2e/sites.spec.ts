import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { NOBODY, saveOrganisation, SITE } from '../support/builders.js';

let api: RunningApi;
let sites: string;
beforeAll(async () => {
  api = await startApi();
  sites = `/api/organisations/${await saveOrganisation(api)}/sites`;
});
afterAll(() => api.stop());

const storedCount = (id: string) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM site WHERE id = $1', [id]);
    return rowCount;
  });

async function saveSite(): Promise<string> {
  return String(bodyOf(await api.http.post(sites).send(SITE).expect(201))['id']);
}

describe('POST …/sites', () => {
  it('creates a site and says where it is', async () => {
    const response = await api.http.post(sites).send(SITE).expect(201);
    const id = String(bodyOf(response)['id']);
    expect(response.headers).toMatchObject({ location: `${sites}/${id}`, etag: '"1"' });
    expect(response.body).toMatchObject({ names: { ...SITE.names, ja: null }, employees: 320 });
    expect(await storedCount(id)).toBe(1);
  });

  it('keeps the place in one form, however it was typed', async () => {
    const place = '\u3000Que\u0301bec ';
    const response = await api.http
      .post(sites)
      .send({ ...SITE, place })
      .expect(201);
    expect(response.body).toMatchObject({ place: 'Qu\u00e9bec' });
  });

  it('refuses a site in a country that there is not', async () => {
    const response = await api.http.post(sites).send({ ...SITE, country: 'ZZ' });
    const problem = expectProblem(response, 400, 'REQUEST_INVALID');
    expect(problem).toMatchObject({ errors: [{ pointer: '/country', code: 'country' }] });
  });

  it('refuses a site without a headcount, and one of nobody', async () => {
    const { employees: _employees, ...rest } = SITE;
    const problem = expectProblem(await api.http.post(sites).send(rest), 400, 'REQUEST_INVALID');
    expect(problem).toMatchObject({ errors: [{ pointer: '/employees', code: 'required' }] });
    const elsewhere = api.http.post(`/api/organisations/${NOBODY}/sites`).send(SITE);
    expectProblem(await elsewhere, 404, 'ORGANISATION_NOT_FOUND');
  });
});

describe('GET …/sites', () => {
  it('lists them, oldest first', async () => {
    const organisation = await saveOrganisation(api);
    const path = `/api/organisations/${organisation}/sites`;
    for (const employees of [10, 20]) await api.http.post(path).send({ ...SITE, employees });
    const response = await api.http.get(path).expect(200);
    expect(response.body).toMatchObject({ sites: [{ employees: 10 }, { employees: 20 }] });
    const elsewhere = await api.http.get(`/api/organisations/${NOBODY}/sites`);
    expectProblem(elsewhere, 404, 'ORGANISATION_NOT_FOUND');
  });
});

describe('GET …/sites/:id', () => {
  it('shows one, and knows no others', async () => {
    const id = await saveSite();
    const response = await api.http.get(`${sites}/${id}`).expect(200);
    expect(response.body).toMatchObject({ id, country: 'TH' });
    expectProblem(await api.http.get(`${sites}/${NOBODY}`), 404, 'SITE_NOT_FOUND');
    expectProblem(await api.http.get(`${sites}/x`), 400, 'IDENTIFIER_MALFORMED');
  });
});

describe('PUT …/sites/:id', () => {
  it('replaces it once per version', async () => {
    const path = `${sites}/${await saveSite()}`;
    const put = () =>
      api.http
        .put(path)
        .set('If-Match', '"1"')
        .send({ ...SITE, employees: 5 });
    const response = await put().expect(200);
    expect(response.body).toMatchObject({ employees: 5, version: 2 });
    const problem = expectProblem(await put(), 412, 'VERSION_CONFLICT');
    expect(problem).toMatchObject({ yours: { version: 1 }, current: { version: 2 } });
    expectProblem(await api.http.put(path).send(SITE), 428, 'VERSION_REQUIRED');
    const elsewhere = api.http.put(`${sites}/${NOBODY}`).set('If-Match', '"1"').send(SITE);
    expectProblem(await elsewhere, 404, 'SITE_NOT_FOUND');
  });
});

describe('DELETE …/sites/:id', () => {
  it('removes it when it is still of the version that was read', async () => {
    const id = await saveSite();
    const remove = (version: string) => api.http.delete(`${sites}/${id}`).set('If-Match', version);
    expectProblem(await api.http.delete(`${sites}/${id}`), 428, 'VERSION_REQUIRED');
    expectProblem(await remove('"7"'), 412, 'VERSION_CONFLICT');
    expect(await storedCount(id)).toBe(1);
    await remove('"1"').expect(204);
    expect(await storedCount(id)).toBe(0);
    expectProblem(await remove('"1"'), 404, 'SITE_NOT_FOUND');
  });

  it('keeps in the log what it was', async () => {
    const id = await saveSite();
    await api.http.delete(`${sites}/${id}`).set('If-Match', '"1"').expect(204);
    const log = sites.replace(/sites$/, `audit?objectId=${id}`);
    const [event] = bodyOf(await api.http.get(log).expect(200))['events'] as unknown[];
    const before = { nameTh: SITE.names.th, nameEn: SITE.names.en, employees: SITE.employees };
    expect(event).toMatchObject({ before });
  });
});
