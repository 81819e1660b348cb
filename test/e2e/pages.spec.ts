import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { saveAssessment, saveOrganisation, SITE } from '../support/builders.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

interface Listed {
  readonly id: string;
}

/** Follows the links to the end; the ids of each page. */
async function pagesFrom(path: string, member: string): Promise<readonly (readonly string[])[]> {
  const pages: string[][] = [];
  for (let next: string | null = path; next !== null;) {
    const body = bodyOf(await api.http.get(next).expect(200));
    pages.push((body[member] as Listed[]).map(({ id }) => id));
    next = body['next'] as string | null;
  }
  return pages;
}

async function saveSites(count: number): Promise<{ path: string; ids: readonly string[] }> {
  const path = `/api/organisations/${await saveOrganisation(api)}/sites`;
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    ids.push(String(bodyOf(await api.http.post(path).send(SITE).expect(201))['id']));
  }
  return { path, ids };
}

describe('lists', () => {
  it('come page by page, each row once and in order', async () => {
    const { path, ids } = await saveSites(5);
    const pages = await pagesFrom(`${path}?limit=2`, 'sites');
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    expect(await pagesFrom(`${path}?limit=5`, 'sites')).toEqual([ids]);
    expect(await pagesFrom(path, 'sites')).toEqual([ids]);
  });

  it('tell rows apart that were made in the same moment, or nearly', async () => {
    const { path, ids } = await saveSites(4);
    const [first, ...others] = ids;
    await withClient(api.database.adminUrl, async (client) => {
      const at = "UPDATE site SET created_at = '2026-05-20T03:04:05.678900Z'";
      await client.query(`${at} WHERE id = ANY($1)`, [others]);
      const later = "UPDATE site SET created_at = '2026-05-20T03:04:05.678901Z' WHERE id = $1";
      await client.query(later, [first]);
    });
    const pages = await pagesFrom(`${path}?limit=1`, 'sites');
    expect(pages.flat()).toEqual([...others.sort(), first]);
  });

  it('go on after a row that is gone', async () => {
    const { path, ids } = await saveSites(3);
    const { next } = bodyOf(await api.http.get(`${path}?limit=2`));
    await api.http
      .delete(`${path}/${ids[1] ?? ''}`)
      .set('If-Match', '"1"')
      .expect(204);
    const rest = bodyOf(await api.http.get(String(next)).expect(200));
    expect(rest).toMatchObject({ sites: [{ id: ids[2] }], next: null });
  });

  it('show the newest assessment first', async () => {
    const first = await saveAssessment(api);
    const period = { periodStart: '2024-04-01', periodEnd: '2025-03-31' };
    const second = await saveAssessment(api, first.organisation, period);
    const path = `/api/organisations/${first.organisation}/assessments?limit=1`;
    expect(await pagesFrom(path, 'assessments')).toEqual([[second.id], [first.id]]);
  });

  it.each(['0', '101', '-1', '1.5', 'x', '', '1&limit=2'])(
    'refuse a limit of %j',
    async (limit) => {
      const { path } = await saveSites(0);
      const problem = expectProblem(
        await api.http.get(`${path}?limit=${limit}`),
        400,
        'REQUEST_INVALID',
      );
      expect(problem).toMatchObject({ errors: [{ pointer: '/limit', code: 'whole-number' }] });
    },
  );

  it('refuse a cursor of another list, and say what to do', async () => {
    const { path } = await saveSites(0);
    const foreign = Buffer.from('[12]').toString('base64url');
    const ask = api.http.get(`${path}?cursor=${foreign}`).set('Accept-Language', 'th');
    const { detail } = expectProblem(await ask, 400, 'CURSOR_INVALID');
    expect(detail).toContain('next');
    expect(detail).toMatch(/\p{Script=Thai}/u);
    const twice = await api.http.get(`${path}?cursor=a&cursor=b`);
    expectProblem(twice, 400, 'REQUEST_INVALID');
  });
});
