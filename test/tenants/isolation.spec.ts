import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, type RunningApi, startApi } from '../support/api.js';
import { askables, saveAssessment, saveOrganisation, SITE } from '../support/builders.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('every route', () => {
  it('answers 404 for what belongs to another organisation', async () => {
    const owner = await saveOrganisation(api);
    const stranger = await saveOrganisation(api);
    const assessment = await saveAssessment(api, owner);
    const site = await api.http.post(`/api/organisations/${owner}/sites`).send(SITE).expect(201);
    const [{ section } = { section: '' }] = askables();
    const values: Readonly<Record<string, string>> = {
      organisationId: stranger,
      assessmentId: assessment.id,
      siteId: String(bodyOf(site)['id']),
      sectionId: section,
    };
    const reached = await strangerRequests(values);
    expect(reached.length).toBeGreaterThan(8);
    for (const { request, status } of reached)
      expect({ request, status }).toMatchObject({ status: 404 });
  });
});

/** Calls every documented route below an organisation that names something of it. */
async function strangerRequests(values: Readonly<Record<string, string>>) {
  const { paths } = bodyOf(await api.http.get('/api/openapi.json'));
  const routes = Object.entries(paths as Record<string, object>).filter(([path]) =>
    /\{(assessmentId|siteId)\}/.test(path),
  );
  const calls = routes.flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method as 'get' | 'post' | 'put' | 'delete',
      path: path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
    })),
  );
  return Promise.all(
    calls.map(async ({ method, path }) => {
      const body = path.includes('/sites/')
        ? SITE
        : path.includes('/sections/')
          ? { answers: {} }
          : {};
      const { status } = await api.http[method](path)
        .set('If-Match', '"1"')
        .set('Idempotency-Key', 'k')
        .send(method === 'get' ? undefined : body);
      return { request: `${method} ${path}`, status };
    }),
  );
}

describe('a pool of connections', () => {
  it('carries no tenant from one transaction to the next', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => saveOrganisation(api)));
    const reads = Array.from({ length: 100 }, async (_, index) => {
      const id = ids[index % ids.length] ?? '';
      const response = await api.http.get(`/api/organisations/${id}`).expect(200);
      return bodyOf(response)['id'] === id;
    });
    expect(await Promise.all(reads)).not.toContain(false);
  });
});
